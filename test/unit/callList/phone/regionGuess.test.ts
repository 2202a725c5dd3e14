import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { likelyCountries, suggestedRegion } from '../../../../src/callList/phone/regionGuess.ts';

async function suggest(numbers: readonly string[]) {
  const list = await checkCallList(`phone\n${numbers.join('\n')}\n`);
  return { list, suggestion: await suggestedRegion(list) };
}

describe('the country of numbers without a country code', () => {
  const lists: [region: string, numbers: string[]][] = [
    ['FR', ['06 12 34 56 78', '01 99 00 12 01', '07 42 34 56 79']],
    ['FR', ['0612345678', '0742345679', '+33199001201']],
    ['US', ['(415) 555-0132', '(212) 555-0112', '212-555-0113']],
    ['GB', ['020 7946 0958', '07400 123456', '0161 496 0123']],
    ['DE', ['030 123456', '01512 3456789', '089 1234567']],
    ['ES', ['612 34 56 78', '810 12 34 56', '612 34 56 79']],
    ['IN', ['081234 56789', '074104 10123', '+91 81234 56780']],
  ];
  for (const [region, numbers] of lists) {
    it(`is ${region} for ${numbers.join(', ')}`, async () => {
      assert.equal((await suggest(numbers)).suggestion?.region, region);
    });
  }

  it('is suggested with a count and examples, and does not change who is called', async () => {
    const { list, suggestion } = await suggest([
      '06 12 34 56 78',
      'x',
      '+33199001201',
      '07 42 34 56 79',
      '01 23',
    ]);
    assert.deepEqual(list.counts.ready, 1);
    assert.equal(suggestion?.name, 'France');
    assert.equal(suggestion.count, 2);
    assert.deepEqual(suggestion.examples, [
      { line: 2, from: '06 12 34 56 78', to: '+33612345678' },
      { line: 5, from: '07 42 34 56 79', to: '+33742345679' },
    ]);
  });

  it('is not suggested when all numbers have one, or none is valid', async () => {
    assert.equal((await suggest(['+33199001201'])).suggestion, undefined);
    assert.equal((await suggest(['0000012345678901'])).suggestion, undefined);
  });

  it('is found in a long list without blocking the thread', async () => {
    const numbers = Array.from({ length: 5000 }, (_, row) => `06 12 3${row % 10} 56 ${10 + (row % 90)}`);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const { suggestion } = await suggest(numbers);
    clearInterval(timer);
    assert.deepEqual([suggestion?.region, suggestion?.count], ['FR', 5000]);
    assert(turns > 1, `${turns} turns`);
  });
});

describe('the countries of one number without a country code', () => {
  async function likely(cell: string, others: readonly string[]) {
    const list = await checkCallList(`phone\n${[cell, ...others].join('\n')}\n`);
    return likelyCountries(cell, list);
  }

  it('are those in which it is valid, even in a list of many countries', async () => {
    const mixed = ['+33199001201', '+442079460958', '0212 123 45 67', '32 12 34 56'];
    const found = await likely('06 12 34 56 78', mixed);
    assert.equal(found[0], 'FR');
  });

  it('begin with the country that the list’s other numbers are from', async () => {
    const swiss = ['+41446681800', '+41446681801', '+41793012345'];
    assert.equal((await likely('079 301 23 45', swiss))[0], 'CH');
  });

  it('are empty for what is not a number anywhere', async () => {
    assert.deepEqual(await likely('0000012345678901', []), []);
  });
});
