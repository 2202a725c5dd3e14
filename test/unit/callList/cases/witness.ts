import assert from 'node:assert/strict';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** What the phone library says a national number is; a test that names an invalid one is wrong. */
export function inCountry(country: CountryCode, national: string): string {
  const number = parsePhoneNumberFromString(national, { defaultCountry: country, extract: false });
  assert.ok(number?.isValid() === true, `${national} is no number of ${country}`);
  return number.number;
}
