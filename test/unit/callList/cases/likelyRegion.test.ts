import assert from 'node:assert/strict';
import type { CountryCode } from 'libphonenumber-js/max';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { listCases, type ListCase } from './listCase.ts';
import { inCountry } from './witness.ts';

const lines = (phones: readonly string[]): string =>
  ['name;phone', ...phones.map((phone, at) => `P${at};${phone}`), ''].join('\n');

/** A list of one country that is read with another one as the default: nobody may be called. */
function asked(
  sentence: string,
  region: CountryCode,
  from: CountryCode,
  phones: readonly string[],
): ListCase {
  return {
    sentence,
    list: lines(phones),
    region,
    expect: {
      called: [],
      excludedLines: phones.map((_, at) => at + 2),
      codes: ['revox.phone.doubtfulRegion'],
      says: phones.map((phone, at) => [at + 2, new RegExp(inCountry(from, phone).replace('+', '\\+'))]),
    },
  };
}

const belgian = ['0475 12 34 56', '02 234 56 78', '0486 12 34 57', '04 223 45 67', '010 45 12 34'];

listCases('a default country that much of a list does not fit', [
  asked('Belgian numbers, of which the mobiles are French ones as well', 'FR', 'BE', belgian),
  asked('Portuguese numbers in Spain', 'ES', 'PT', ['912 345 678', '212 345 678', '213 456 789']),
  asked('New Zealand’s numbers in Australia', 'AU', 'NZ', [
    '021 123 4567',
    '09 303 9266',
    '03 540 2211',
    '04 472 3456',
    '027 123 4567',
  ]),
  asked('Mexican numbers in the United States', 'US', 'MX', [
    '55 1234 5678',
    '81 8323 4567',
    '33 3123 4567',
    '664 123 4567',
  ]),
  {
    sentence: 'numbers with a country code are called all the same',
    list: lines([...belgian, '+33 1 99 00 12 01', '0032 475 12 34 58', '+32 2 234 56 79']),
    region: 'FR',
    expect: { called: ['+33199001201', '+32475123458', '+3222345679'] },
  },
  {
    sentence: 'a number of the default country in such a list is asked about, too',
    list: lines([
      ...Array.from({ length: 24 }, (_, at) => `02 234 56 ${10 + at}`),
      '0475 12 34 56',
      '01 99 00 12 01',
    ]),
    region: 'FR',
    expect: { called: [], says: [[27, /Belgium.*no number that can be called.*\+33199001201/]] },
  },
  {
    sentence: 'both readings of a number on a suppression list count',
    list: 'phone\n+32475123456\n+33475123456\n+33199001201\n',
    region: 'FR',
    suppression: lines(belgian),
    expect: { called: ['+33199001201'] },
  },
  {
    sentence: 'some bad numbers in an ordinary list change nothing',
    list: lines(['01 99 00 12 01', '01 99 00 12 0', '06 12 34 56 7', '06 12 34 56 79', '01 99 00 12 03']),
    region: 'FR',
    expect: { called: ['+33199001201', '+33612345679', '+33199001203'] },
  },
  {
    sentence: 'half of a list with a digit too few, though Austrian numbers may have any length',
    list: lines(['0412 345 678', '0412 345 67', '03 9123 456', '02 9876 5432']),
    region: 'AU',
    expect: { called: ['+61412345678', '+61298765432'] },
  },
  {
    sentence: 'where nobody could be called anyway, each number keeps its own reason',
    list: lines(['02 234 56 78', '04 223 45 67', '010 45 12 34']),
    region: 'FR',
    expect: { called: [], codes: ['revox.phone.invalid'] },
  },
  {
    sentence: 'local numbers without an area code point nowhere',
    list: lines(['4942-3399', '4310-7000', '4381-2428', '(011) 4331-1234']),
    region: 'AR',
    expect: { called: ['+541143311234'], codes: ['revox.phone.noAreaCode'] },
  },
]);

describe('a default country in doubt', () => {
  it('is taken once somebody says so', async () => {
    const { contacts } = await checkCallList(lines(belgian), { defaultRegion: 'FR', rowCountry: 'default' });
    assert.deepEqual(
      contacts.map(({ to_phone_number }) => to_phone_number),
      ['+33475123456', '+33486123457'],
    );
  });

  it('is gone once the other country is chosen', async () => {
    const { contacts, problems } = await checkCallList(lines(belgian), { defaultRegion: 'BE' });
    assert.equal(contacts.length, belgian.length);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
