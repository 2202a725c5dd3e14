import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { decidingDigits, type DecidingDigits } from '../../core/callingCodes.ts';

const maxCached = 100_000;

/** Made when first needed, because the codes of all countries take a moment to read. */
let decidingDigitsOf: DecidingDigits | undefined;
/** By the length of the number and the digits that decide its country. */
const countries = new Map<string, string | undefined>();

/**
 * The country of a number in E.164, ISO 3166-1 alpha-2; undefined for numbers of none. Numbers that begin
 * alike are looked up once: looking up a million numbers one by one takes about as long as reading them.
 */
export function numberCountry(e164: string): string | undefined {
  decidingDigitsOf ??= decidingDigits(getCountries().map((country) => getCountryCallingCode(country)));
  const key = `${e164.length}${e164.slice(0, 1 + decidingDigitsOf(e164))}`;
  if (countries.has(key)) return countries.get(key);
  const number = parsePhoneNumberFromString(e164, { extract: false });
  // Not every number of a shared code can be told apart by its shape: the code's main country then.
  const country = number?.country ?? number?.getPossibleCountries()[0];
  if (countries.size >= maxCached) countries.clear();
  countries.set(key, country);
  return country;
}
