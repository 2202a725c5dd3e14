import assert from 'node:assert/strict';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { numberCountry } from '../../../../src/callList/phone/numberCountry.ts';

describe('the country of a number', () => {
  it('equals that of the library for an example of every country, also after many numbers', () => {
    const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);
    assert.ok(numbers.length > 200);
    for (let time = 1; time <= 2; time += 1) {
      for (const number of numbers) {
        const { country } = parsePhoneNumberFromString(number.number) ?? {};
        if (country !== undefined) assert.equal(numberCountry(number.number), country, number.number);
      }
    }
  });

  const cases: readonly (readonly [string, string | undefined])[] = [
    ['+12125550100', 'US'],
    ['+14165550100', 'CA'],
    ['+18765550100', 'JM'],
    ['+77011234567', 'KZ'],
    ['+79161234567', 'RU'],
    ['+447797712345', 'JE'],
    ['+447912345678', 'GB'],
    ['+80012345678', undefined],
    ['+881612345678', undefined],
    ['+', undefined],
    ['', undefined],
  ];
  for (const [number, country] of cases) {
    it(`${number} → ${country ?? 'none'}`, () => assert.equal(numberCountry(number), country));
  }
});
