import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { readRecords } from '../../../../src/editor/listRecords.ts';
import { dividingColumns, partsByCountry } from '../../../../src/editor/listParts.ts';

const french = Array.from({ length: 40 }, (_, index) => `+331990012${String(index + 10)},Paris`);

function list(...rows: readonly string[]): string {
  return ['phone,city', ...rows, ''].join('\n');
}

async function remarks(text: string): Promise<string[]> {
  const { problems } = await checkCallList(text);
  return problems
    .filter(({ code }) => code === 'revox.phone.unexpectedCountry' || code === 'revox.phone.severalZones')
    .map(({ code, line, message }) => `${line} ${code} ${message}`);
}

describe('the countries of a list', () => {
  it('cause a remark on the header where a few numbers are from elsewhere, and all are called', async () => {
    const rows = [
      ...french.slice(0, 5),
      '+2250712345678,Abidjan',
      ...french.slice(5),
      '+2250712345679,B',
      '+34911234567,C',
    ];
    const found = await remarks(list(...rows));
    assert.equal(found.length, 1);
    assert.match(
      found[0] ?? '',
      /^1 revox\.phone\.unexpectedCountry 3 of 43 numbers are not from France \(\+33\) like the rest: /,
    );
    assert.match(
      found[0] ?? '',
      /2 from Côte d’Ivoire \(\+225\), first on line 7; 1 from Spain \(\+34\), first on line 44\./,
    );
    assert.match(found[0] ?? '', /no_international_permission/);
    assert.equal((await checkCallList(list(...rows))).counts.ready, 43);
  });

  const quiet: [what: string, rows: readonly string[]][] = [
    ['all numbers are from one', french],
    [
      'it is international',
      [...french.slice(0, 20), ...french.slice(0, 20).map((row) => row.replace('+331990012', '+3491123450'))],
    ],
    ['it is too short for a rule', [...french.slice(0, 8), '+34911234567,Madrid']],
    ['the others cannot be called anyway', [...french, '+2251,Abidjan']],
  ];
  for (const [what, rows] of quiet) {
    it(`cause no remark where ${what}`, async () => assert.deepEqual(await remarks(list(...rows)), []));
  }

  it('with several time zones cause information on the header, not a problem', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `+1212555${String(2000 + index)},New York`);
    const { problems } = await checkCallList(list(...rows));
    assert.deepEqual(
      problems.map(({ code, severity, line, startCharacter, endCharacter }) => [
        code,
        severity,
        line,
        startCharacter,
        endCharacter,
      ]),
      [['revox.phone.severalZones', 'info', 1, 0, 5]],
    );
    assert.match(problems[0]?.message ?? '', /12 numbers from North America \(\+1\)/);
  });
});

describe('a list in parts', () => {
  const text = list(
    '+33199001201,Paris',
    '+34911234567,',
    '+33199001202,"Paris"',
    '+3312,Lyon',
    '+33199001203,Lyon',
  );

  it('is split by the country of its numbers, the largest first', async () => {
    const parts = partsByCountry(await checkCallList(text));
    assert.deepEqual(
      parts.map(({ name, contacts }) => [name, contacts.map(({ line }) => line)]),
      [
        ['France', [2, 4, 6]],
        ['Spain', [3]],
      ],
    );
  });

  it('is split by the values of a column, in rows that are called', async () => {
    const [city, ...more] = dividingColumns(await checkCallList(text), await readRecords(text));
    assert.deepEqual(more, []);
    assert.equal(city?.header, 'city');
    assert.deepEqual(
      city.parts.map(({ name, contacts }) => [name, contacts.length]),
      [
        ['Paris', 2],
        ['empty', 1],
        ['Lyon', 1],
      ],
    );
  });

  it('is not split by columns whose values are all different or empty', async () => {
    const rows = Array.from({ length: 13 }, (_, index) => `+331990012${String(index + 10)},${index}`);
    for (const all of [rows, french]) {
      const whole = list(...all);
      assert.deepEqual(dividingColumns(await checkCallList(whole), await readRecords(whole)), []);
    }
  });
});
