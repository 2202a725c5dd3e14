import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js';

/**
 * How many digits after the country calling code tell the country, where several share the code: three in North
 * America (area codes), up to six elsewhere (Jersey within Britain, Åland within Finland).
 */
const sharedCodeDigits: Readonly<Record<string, number>> = { '1': 3 };
const otherSharedCodeDigits = 6;

const countriesOfCode = new Map<string, number>();
for (const country of getCountries()) {
  const code = getCountryCallingCode(country);
  countriesOfCode.set(code, (countriesOfCode.get(code) ?? 0) + 1);
}

const answers = new Map<string, { country: string | undefined; possible: boolean }>();
const mostAnswers = 200_000;

/** ISO alpha-2; undefined where the number belongs to no country (satellite, toll-free) or is none. */
export function countryOf(e164: string): string | undefined {
  return answerFor(e164).country;
}

/** E.164 with a known country code and a length that exists there. Whether somebody has it is not checked. */
export function isPossibleNumber(text: string): boolean {
  return /^\+[1-9]\d{4,14}$/.test(text) && answerFor(text).possible;
}

/** Parsing takes microseconds; numbers with the same beginning and length have the same answer. */
function answerFor(e164: string) {
  const prefix = `${e164.length}:${e164.slice(0, tellingDigits(e164))}`;
  const known = answers.get(prefix);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(e164);
  const answer = { country: countryName(number), possible: number?.isPossible() ?? false };
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(prefix, answer);
  return answer;
}

/** Not every number of a shared code can be told apart by its shape: the code's main country then. */
function countryName(number: PhoneNumber | undefined): string | undefined {
  return number?.country ?? number?.getPossibleCountries()[0];
}

function tellingDigits(e164: string): number {
  for (let length = 1; length <= 3; length += 1) {
    const code = e164.slice(1, 1 + length);
    const countries = countriesOfCode.get(code);
    if (countries === undefined) continue;
    const more = countries === 1 ? 0 : (sharedCodeDigits[code] ?? otherSharedCodeDigits);
    return 1 + length + more;
  }
  return e164.length;
}
