import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js';

export interface NumberFacts {
  /** ISO 3166-1 alpha-2; undefined: the number is invalid or belongs to no country (satellite, toll-free). */
  readonly country: string | undefined;
  /** Whether the country code and the length exist. Whether the number is in use is not checked. */
  readonly possible: boolean;
}

/**
 * How many digits after the country calling code identify the country where several share the code: three in
 * North America (area codes), up to six elsewhere (Jersey within Britain, Åland within Finland).
 */
const digitsAfterCode1 = 3;
const digitsAfterOthers = 6;

/**
 * Index: country calling code. Value: how many leading digits of a number, code included, identify its
 * country.
 */
const decidingDigits = new Uint8Array(1000);
for (const country of getCountries()) {
  const code = getCountryCallingCode(country);
  const isShared = decidingDigits[Number(code)] !== 0;
  const more = code === '1' ? digitsAfterCode1 : digitsAfterOthers;
  decidingDigits[Number(code)] = code.length + (isShared ? more : 0);
}

/** Index: length of the number. Keys: the digits that identify the country. */
let answers: (Map<string, NumberFacts> | undefined)[] = [];
let kept = 0;
const maxKept = 200_000;

/**
 * Country and validity of an E.164 number. Parsing takes microseconds, so answers are cached: numbers with
 * the same length and first digits have the same one.
 */
export function lookUpNumber(e164: string): NumberFacts {
  const prefix = e164.slice(0, 1 + decidingDigitsOf(e164));
  const ofLength = (answers[e164.length] ??= new Map<string, NumberFacts>());
  const known = ofLength.get(prefix);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(e164);
  const facts = {
    // Within a shared code, not every number shows its country. The code's main country is the fallback.
    country: number?.country ?? number?.getPossibleCountries()[0],
    possible: number?.isPossible() ?? false,
  };
  if (kept >= maxKept) forget();
  ofLength.set(prefix, facts);
  kept += 1;
  return facts;
}

const e164Shape = /^\+[1-9]\d{4,14}$/;

export function isPossibleNumber(text: string): boolean {
  return e164Shape.test(text) && lookUpNumber(text).possible;
}

function forget(): void {
  answers = [];
  kept = 0;
}

function decidingDigitsOf(e164: string): number {
  let code = 0;
  for (let at = 1; at <= 3; at += 1) {
    code = code * 10 + Number(e164[at] ?? 0);
    const digits = decidingDigits[code] ?? 0;
    if (digits > 0) return digits;
  }
  return e164.length;
}
