import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { readDigits } from './phoneDigits.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import { plainNational, plainNationalPrefix } from './phonePlan.ts';
import { phoneSentences } from './phoneSentences.ts';
import { notPhone } from './phoneShape.ts';
import { cleanPhoneText } from './phoneText.ts';
import type { PhoneOptions, PhoneRepair, PhoneVerdict } from './phoneVerdict.ts';
import type { Fix } from '../problems.ts';

/** A cell as E.164. Never a guess: what could be two numbers, or has lost a digit, is refused with what to do about it. */
export function readPhone(cell: string, options: PhoneOptions): PhoneVerdict {
  const region = knownRegion(options.region);
  const plain = plainNumber(cell, region);
  return plain === undefined ? readWithLibrary(cell, region, options.repairs ?? []) : { e164: plain };
}

/** A number a person typed, alone in its box. */
export function normalizePhoneNumber(
  text: string,
  region: string | undefined,
): { readonly number: string } | { readonly problem: string } {
  const verdict = readPhone(text, { region });
  return verdict.e164 === undefined ? { problem: verdict.problem.message } : { number: verdict.e164 };
}

/** The short way for what nearly every cell is. Undefined: it takes a closer look. Exported for the test that compares it with the long way. */
export function plainNumber(cell: string, region: CountryCode | undefined): string | undefined {
  const bare = isBareE164(cell);
  const digits = bare ? cell.slice(1) : separatedDigits(cell, region);
  const national = digits === undefined ? undefined : plainNational(digits);
  if (digits === undefined || national === undefined || isPlaceholderNumber(national)) return undefined;
  return bare ? cell : `+${digits}`;
}

/** `+`, and 8 to 15 digits of which the first is no zero. */
function isBareE164(cell: string): boolean {
  const { length } = cell;
  if (length < 9 || length > 16 || cell.charCodeAt(0) !== 43 || cell.charCodeAt(1) === 48) return false;
  for (let at = 1; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Digits with the calling code, of a number that is written plainly, with the usual separators or without. */
function separatedDigits(cell: string, region: CountryCode | undefined): string | undefined {
  if (!/^\+?\(?\d[\d ().-]{6,24}$/.test(cell)) return undefined;
  if (cell.includes('(0)') || cell.includes(' - ') || (cell.includes('.') && /\.0+$/.test(cell)))
    return undefined;
  const digits = digitsOf(cell);
  if (digits.length < 8 || digits.length > 15) return undefined;
  if (cell.startsWith('+')) return digits.startsWith('0') ? undefined : digits;
  if (digits.startsWith('00')) return digits.startsWith('000') ? undefined : digits.slice(2);
  const national = region === undefined ? undefined : plainNationalPrefix(region);
  if (national === undefined) return undefined;
  if (national.prefix === '0') {
    return digits.startsWith('0') ? `${national.callingCode}${digits.slice(1)}` : undefined;
  }
  return digits.length === 10 && /^[2-9]/.test(digits) ? `${national.callingCode}${digits}` : undefined;
}

/** Character by character: asked of half of all cells, and sooner than a pattern. */
function digitsOf(cell: string): string {
  let digits = '';
  let from = 0;
  for (let at = 0; at <= cell.length; at++) {
    const code = at < cell.length ? cell.charCodeAt(at) : 32;
    if (code >= 48 && code <= 57) continue;
    if (at > from) digits += cell.slice(from, at);
    from = at + 1;
  }
  return digits;
}

/** The long way: cleaning, everything that is no number, then the library. */
export function readWithLibrary(
  cell: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const { text, cleaned } = cleanPhoneText(cell);
  const refusal = notPhone(text);
  if (refusal?.whole !== undefined) return scientificVerdict(text, refusal.whole, region, repairs);
  if (refusal?.switchboard !== undefined) {
    const { code, message } = refusal;
    const { e164 } = readWithLibrary(refusal.switchboard, region, repairs);
    if (e164 === undefined) return { problem: { code, message } };
    const fix: Fix = { title: `Ring the switchboard: ${e164}`, replacement: e164, safety: 'ask' };
    return { problem: { code, message, fix } };
  }
  if (refusal !== undefined) return { problem: refusal };
  const verdict = readDigits(text, region, repairs);
  if (verdict.e164 === undefined || cleaned.length === 0 || verdict.note !== undefined) return verdict;
  const { e164 } = verdict;
  const fix: Fix = { title: `Write it as ${e164}`, replacement: e164, safety: 'safe' };
  return {
    e164,
    note: { code: 'revox.phone.cleaned', message: phoneSentences.cleaned(e164, cleaned), fix },
  };
}

/** Scientific notation that seems to have all its digits: the number it would be is shown, and taken only by agreement. */
function scientificVerdict(
  text: string,
  whole: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const verdict = readDigits(whole, region, ['zeroLost']);
  if (verdict.e164 === undefined) {
    return { problem: { code: 'revox.phone.lostDigits', message: phoneSentences.lostDigits(text) } };
  }
  const { e164 } = verdict;
  if (repairs.includes('scientific')) return { e164 };
  const fix: Fix = { title: `Write it as ${e164}`, replacement: e164, safety: 'ask' };
  return { problem: { code: 'revox.phone.scientific', message: phoneSentences.scientific(text), fix } };
}

/** A region as the library knows it. Asked for every cell, so that the answer is kept. */
export function knownRegion(region: string | undefined): CountryCode | undefined {
  if (region === undefined) return undefined;
  const known = regions.get(region);
  if (known !== undefined) return known ?? undefined;
  const upper = region.trim().toUpperCase();
  const country = isSupportedCountry(upper) ? upper : null;
  regions.set(region, country);
  return country ?? undefined;
}

const regions = new Map<string, CountryCode | null>();
