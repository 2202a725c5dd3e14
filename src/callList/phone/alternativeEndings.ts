import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { hasDirectDialling, isLocalLength } from './planFacts.ts';
import { expandEnding, numberEnding, type NumberEnding } from './phoneParts.ts';
import { phoneMessages } from './phoneMessages.ts';
import type { PhoneNote } from './phoneVerdict.ts';
import { readDigits } from './readDigits.ts';

/** Numbers written once with several endings: `0461 234567/8`. */
export interface AlternativeEndings {
  readonly ending: NumberEnding;
  /** Each number as written, the one in front first. */
  readonly written: readonly string[];
  /** Those that are valid, in E.164. */
  readonly e164s: readonly string[];
  /** All digits as one number, where that is valid, too: for a list of people who are never called. */
  readonly glued: string | undefined;
}

/**
 * The numbers that a text with a short last piece stands for. A direct dial after a dash, where the country
 * has them, is a part of one number, as is the last group of a number that is not complete without it.
 * @param directDials `asEndings`: a direct dial counts as a second ending, too, and a dash as “up to”
 * @returns undefined where the text is one number, or none
 */
export function alternativeEndings(
  text: string,
  region: CountryCode | undefined,
  directDials: 'apart' | 'asEndings' = 'apart',
): AlternativeEndings | undefined {
  const ending = numberEnding(text);
  if (ending === undefined) return undefined;
  const dashed = ending.sign === 'dash' || ending.sign === 'spaced';
  const written = expandEnding(dashed && directDials === 'asEndings' ? { ...ending, sign: 'range' } : ending);
  const [first = ''] = written;
  const main = read(first, region);
  if (main === undefined) return undefined;
  const glued = read(text, region);
  if (glued !== undefined && ending.mayBeGroup) return undefined;
  if (glued !== undefined && directDials === 'apart' && isDirectDial(ending, first, main)) return undefined;
  const e164s = [...new Set(written.map((each) => read(each, region)).filter((each) => each !== undefined))];
  return { ending, written, e164s, glued };
}

/** The verdict on a text whose last piece is the ending of a second number; undefined for any other text. */
export function refusedEnding(text: string, region: CountryCode | undefined): PhoneNote | undefined {
  const alternatives = alternativeEndings(text, region);
  if (alternatives !== undefined) {
    const [first = '', ...others] = alternatives.e164s;
    const message = others.length === 0 ? phoneMessages.several() : phoneMessages.alternatives(first, others);
    return { code: 'revox.phone.several', message };
  }
  const ending = region === undefined ? undefined : numberEnding(text);
  if (region === undefined || ending?.sign !== 'strong' || read(text, region) !== undefined) return undefined;
  const local = ending.main.replace(/\D/g, '');
  if (!isLocalLength(local, region)) return undefined;
  return { code: 'revox.phone.noAreaCode', message: phoneMessages.noAreaCode(local.length, region) };
}

function isDirectDial({ tail, sign }: NumberEnding, first: string, main: string): boolean {
  if (sign !== 'dash' && sign !== 'spaced') return false;
  const number = parsePhoneNumberFromString(main);
  if (!hasDirectDialling(number?.country)) return false;
  // eight digits are a whole number in Luxembourg; direct dials are behind shorter ones
  if (number?.country === 'LU' && number.nationalNumber.length >= 8) return false;
  // with blanks around the dash a higher ending may be the last of a range
  const end = first.replace(/\D/g, '').slice(-tail.length);
  return sign === 'dash' || Number(tail) <= Number(end);
}

function read(text: string, region: CountryCode | undefined): string | undefined {
  if (!/^\+?[\d ().\-/]+$/.test(text)) return undefined;
  return readDigits(text, region, ['zeroLost', 'oldNumber']).e164;
}
