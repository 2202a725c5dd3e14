import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { refusedEnding } from './alternativeEndings.ts';
import { normalizePhoneText, type PhoneText } from './normalizePhoneText.ts';
import { isWholeNumber, phoneParts } from './phoneParts.ts';
import { phoneMessages } from './phoneMessages.ts';
import { plainNumber } from './plainNumber.ts';
import { rejectNonPhone } from './rejectNonPhone.ts';
import { readDigits } from './readDigits.ts';
import type { PhoneNote, PhoneOptions, PhoneRepair, PhoneVerdict } from './phoneVerdict.ts';
import type { Fix } from '../problems.ts';

/** A longer cell holds more than a number and is not matched against any pattern. */
const maxCellLength = 250;

/**
 * Reads a cell as E.164, and never guesses: a cell that could be two numbers, or that lost a digit, is
 * refused with a remedy.
 */
export function readPhone(cell: string, options: PhoneOptions): PhoneVerdict {
  const region = knownRegion(options.region);
  const plain = plainNumber(cell, region);
  return plain === undefined ? readWithLibrary(cell, region, options.repairs ?? []) : { e164: plain };
}

/** Reads a number that a person typed into an input box. */
export function normalizePhoneNumber(
  text: string,
  region: string | undefined,
): { readonly number: string } | { readonly problem: string } {
  const verdict = readPhone(text, { region });
  return verdict.e164 === undefined ? { problem: verdict.problem.message } : { number: verdict.e164 };
}

/** Slow path: cleans the text, recognises what is not a number, then asks the phone library. */
export function readWithLibrary(
  cell: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  if (cell.length > maxCellLength) {
    const trimmed = cell.trim();
    return trimmed.length > maxCellLength
      ? refused('revox.phone.unreadable', phoneMessages.tooLongCell())
      : readWithLibrary(trimmed, region, repairs);
  }
  const normalized = normalizePhoneText(cell);
  const { text, cleaned } = normalized;
  const aside = refusedAround(normalized, region);
  if (aside !== undefined) return { problem: aside };
  const ending = refusedEnding(text, region);
  if (ending !== undefined) return { problem: ending };
  const refusal = rejectNonPhone(text);
  if (refusal?.whole !== undefined) return scientificVerdict(text, refusal.whole, region, repairs);
  if (refusal?.switchboard !== undefined) {
    const { code, message } = refusal;
    const { e164 } = readWithLibrary(refusal.switchboard, region, repairs);
    if (e164 === undefined) return { problem: { code, message } };
    const fix: Fix = { title: `Ring the switchboard: ${e164}`, replacement: e164, safety: 'ask' };
    return { problem: { code, message, fix } };
  }
  const twice = refusal?.code === 'revox.phone.several' ? writtenTwice(text, region) : undefined;
  if (twice !== undefined) {
    const fix: Fix = { title: `Write it as ${twice}`, replacement: twice, safety: 'safe' };
    const message = phoneMessages.cleaned(twice, ['the same number once more']);
    return { e164: twice, note: { code: 'revox.phone.cleaned', message, fix } };
  }
  if (refusal?.code === 'revox.phone.letters') {
    return amongWords(text, region, repairs) ?? { problem: refusal };
  }
  if (refusal !== undefined) return { problem: refusal };
  const verdict = readDigits(text, region, repairs);
  if (verdict.e164 === undefined || cleaned.length === 0 || verdict.note !== undefined) return verdict;
  const { e164 } = verdict;
  const fix: Fix = { title: `Write it as ${e164}`, replacement: e164, safety: 'safe' };
  return {
    e164,
    note: { code: 'revox.phone.cleaned', message: phoneMessages.cleaned(e164, cleaned), fix },
  };
}

/** The refusal of a cell whose text says that the number must not be called, whatever the digits are. */
function refusedAround({ text, refusal }: PhoneText, region: CountryCode | undefined): PhoneNote | undefined {
  switch (refusal) {
    case 'fax':
      return {
        code: 'revox.phone.fax',
        message: phoneMessages.fax(),
        readings: listOf(onlyNumber(text, region)),
      };
    case 'group':
      return { code: 'revox.phone.placeholder', message: phoneMessages.group() };
    case 'json': {
      const e164 = onlyNumber(text, region);
      const fix = e164 === undefined ? undefined : writeAs(e164);
      return { code: 'revox.phone.unreadable', message: phoneMessages.structured(e164), fix };
    }
    case undefined:
      return undefined;
  }
}

/** `06 12… (+33 6 12…)`: one number, each time as another person would write it. */
function writtenTwice(text: string, region: CountryCode | undefined): string | undefined {
  const parts = phoneParts(text).map((part) => part.replace(/^[ (]+(?=[+\d])|[ ()]+$/g, ''));
  if (parts.length < 2 || !parts.every((part) => /^\+?[\d ().-]+$/.test(part))) return undefined;
  const [first, ...others] = parts.map((part) => readDigits(part, region, []).e164);
  return others.every((other) => other === first) ? first : undefined;
}

function listOf(e164: string | undefined): readonly string[] | undefined {
  return e164 === undefined ? undefined : [e164];
}

/**
 * One number with words that may say whose it is, or that it is no longer theirs. Used only if a person
 * agrees.
 */
function amongWords(
  text: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  const e164 = onlyNumber(text, region);
  if (e164 === undefined) return undefined;
  if (repairs.includes('words')) return { e164 };
  return {
    problem: { code: 'revox.phone.words', message: phoneMessages.words(text, e164), fix: writeAs(e164) },
  };
}

/** The one number in a text; a house number or an hour beside it does not count. */
function onlyNumber(text: string, region: CountryCode | undefined): string | undefined {
  const found = text.match(/\+?\(?\d[\d ().\-/]*/g) ?? [];
  const numbers = found.filter(isWholeNumber);
  const [number = ''] = numbers;
  if (numbers.length !== 1 || found.length > 3) return undefined;
  const written = number.replace(/[ (.\-/]+$/, '');
  return refusedEnding(written, region) === undefined && rejectNonPhone(written) === undefined
    ? readDigits(written, region, []).e164
    : undefined;
}

function writeAs(e164: string): Fix {
  return { title: `Write it as ${e164}`, replacement: e164, safety: 'ask' };
}

function refused(code: PhoneNote['code'], message: string): PhoneVerdict {
  return { problem: { code, message } };
}

/**
 * Scientific notation that seems to have all its digits: the number it would be is shown, and taken only by
 * agreement.
 */
function scientificVerdict(
  text: string,
  whole: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const verdict = readDigits(whole, region, ['zeroLost']);
  if (verdict.e164 === undefined) {
    return refused('revox.phone.lostDigits', phoneMessages.lostDigits(text));
  }
  const { e164 } = verdict;
  if (repairs.includes('scientific')) return { e164 };
  return {
    problem: { code: 'revox.phone.scientific', message: phoneMessages.scientific(text), fix: writeAs(e164) },
  };
}

/** A region as the library knows it. Cached, because it is needed for every cell. */
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

/** Shorter texts are copies; a longer one would keep the piece of the file that it was cut from. */
const maxCachedLength = 12;
const maxCached = 1000;

/**
 * Reads cell after cell of one column, as `readPhone` does. What people write where they have no number
 * (`n/a`, `-`, nothing at all) comes again and again, and costs as much as fifty numbers, so the results are
 * cached.
 */
export class PhoneReader {
  readonly #region: CountryCode | undefined;
  readonly #repairs: readonly PhoneRepair[];
  readonly #cache = new Map<string, PhoneVerdict>();

  constructor({ region, repairs = [] }: PhoneOptions) {
    this.#region = knownRegion(region);
    this.#repairs = repairs;
  }

  read(cell: string): PhoneVerdict {
    const plain = plainNumber(cell, this.#region);
    if (plain !== undefined) return { e164: plain };
    const known = this.#cache.get(cell);
    if (known !== undefined) return known;
    const verdict = readWithLibrary(cell, this.#region, this.#repairs);
    if (cell.length <= maxCachedLength && this.#cache.size < maxCached) this.#cache.set(cell, verdict);
    return verdict;
  }
}
