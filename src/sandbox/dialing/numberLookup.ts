import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { decidingDigits } from '../../core/callingCodes.ts';

export interface NumberFacts {
  /** ISO 3166-1 alpha-2; undefined: the number is invalid or belongs to no country (satellite, toll-free). */
  readonly country: string | undefined;
  /** Whether the country code and the length exist. Whether the number is in use is not checked. */
  readonly possible: boolean;
}

const decidingDigitsOf = decidingDigits(getCountries().map((country) => getCountryCallingCode(country)));

/** Index: length of the number. Keys: the digits that identify the country. */
let answers: (Map<string, NumberFacts> | undefined)[] = [];
let cached = 0;
const maxCached = 200_000;

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
  if (cached >= maxCached) forget();
  ofLength.set(prefix, facts);
  cached += 1;
  return facts;
}

const e164Shape = /^\+[1-9]\d{4,14}$/;

export function isPossibleNumber(text: string): boolean {
  return e164Shape.test(text) && lookUpNumber(text).possible;
}

function forget(): void {
  answers = [];
  cached = 0;
}
