import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * In North America the area code tells the country; elsewhere up to six digits do (Jersey within Britain).
 */
const digitsAfterCode1 = 3;
const digitsAfterOthers = 6;
const maxCached = 100_000;

/**
 * For each country calling code, by its number: how many digits, code included, tell the country. 0: no such
 * code.
 */
let decidingDigits: Uint8Array | undefined;
/** By the length of the number and the digits that decide its country. */
const countries = new Map<string, string | undefined>();

/**
 * The country of a number in E.164, ISO 3166-1 alpha-2; undefined for numbers of none. Numbers that begin
 * alike are looked up once: looking up a million numbers one by one takes about as long as reading them.
 */
export function numberCountry(e164: string): string | undefined {
  const key = `${e164.length}${e164.slice(0, 1 + decidingDigitsOf(e164))}`;
  if (countries.has(key)) return countries.get(key);
  const number = parsePhoneNumberFromString(e164, { extract: false });
  // Not every number of a shared code can be told apart by its shape: the code's main country then.
  const country = number?.country ?? number?.getPossibleCountries()[0];
  if (countries.size >= maxCached) countries.clear();
  countries.set(key, country);
  return country;
}

function decidingDigitsOf(e164: string): number {
  decidingDigits ??= readDecidingDigits();
  let code = 0;
  for (let at = 1; at <= 3; at += 1) {
    code = code * 10 + Number(e164[at] ?? 0);
    const digits = decidingDigits[code] ?? 0;
    if (digits > 0) return digits;
  }
  return e164.length;
}

function readDecidingDigits(): Uint8Array {
  const digits = new Uint8Array(1000);
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country);
    const isShared = digits[Number(code)] !== 0;
    const more = code === '1' ? digitsAfterCode1 : digitsAfterOthers;
    digits[Number(code)] = code.length + (isShared ? more : 0);
  }
  return digits;
}
