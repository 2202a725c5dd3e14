import type { CountryCode } from 'libphonenumber-js/max';
import { alternativeEndings } from './alternativeEndings.ts';
import { normalizePhoneText } from './normalizePhoneText.ts';
import { numberRange } from './numberRange.ts';
import { otherForm } from './otherForm.ts';
import { isWholeNumber, phoneParts } from './phoneParts.ts';
import type { PhoneProblemCode } from './phoneVerdict.ts';
import { readPhone } from './readPhone.ts';

export interface PossibleNumbers {
  /** E.164; every number that the cell may mean. */
  readonly numbers: ReadonlySet<string>;
  /**
   * `none`: somebody wrote that there is no number, or one that no campaign calls. `unclear`: something is
   * there that cannot be read.
   */
  readonly rest: 'none' | 'unclear' | undefined;
}

/** Problems of cells that are no person's number, so that nobody is missing from a suppression list. */
const nobody: ReadonlySet<PhoneProblemCode> = new Set<PhoneProblemCode>([
  'revox.phone.missing',
  'revox.phone.placeholder',
  'revox.phone.emergency',
]);

/** A short code as it is dialled. With a zero in front or in groups it is what is left of a number. */
const shortCode = /^[1-9]\d{2,5}$/;

/**
 * Every number a cell may mean, for a list of people who are never called: each of several, all
 * of a range, each reading of an ambiguous one, with and without a direct dial, a lost zero put back.
 */
export function possibleNumbers(cell: string, region: CountryCode | undefined): PossibleNumbers {
  const numbers = new Set<string>();
  const rest = collect(cell, region, numbers, 0);
  for (const e164 of [...numbers]) {
    const other = otherForm(e164);
    if (other !== undefined) numbers.add(other);
  }
  return { numbers, rest };
}

const deepest = 2;
const maxCellLength = 250;

function collect(
  cell: string,
  region: CountryCode | undefined,
  numbers: Set<string>,
  depth: number,
): PossibleNumbers['rest'] {
  const verdict = readPhone(cell, { region });
  if (verdict.e164 !== undefined) numbers.add(verdict.e164);
  if (cell.length > maxCellLength) return verdict.e164 === undefined ? 'unclear' : undefined;
  const before = numbers.size;
  const { text } = normalizePhoneText(cell);
  const range = verdict.e164 === undefined ? rangeIn(text, region) : undefined;
  if (range === 'tooMany') return 'unclear';
  if (range !== undefined) {
    for (const e164 of range) numbers.add(e164);
    return undefined;
  }
  const endings = alternativeEndings(text, region, 'asEndings');
  for (const e164 of endings?.e164s ?? []) numbers.add(e164);
  if (endings?.glued !== undefined) numbers.add(endings.glued);
  if (verdict.e164 !== undefined) return undefined;
  const { code, fix, readings } = verdict.problem;
  for (const e164 of readings ?? []) numbers.add(e164);
  if (fix !== undefined && /^\+\d+$/.test(fix.replacement)) numbers.add(fix.replacement);
  const isNobody = nobody.has(code) || (code === 'revox.phone.shortCode' && shortCode.test(text));
  let unclear = numbers.size === before && !isNobody;
  const apart = wholeNumbersApart(text);
  if (endings === undefined && depth < deepest && (hasParts(code) || apart.length > 1)) {
    const parts = apart.length > 1 ? apart : phoneParts(text).filter((part) => /\d/.test(part));
    if (parts.length > 1) {
      unclear = parts.map((part) => collect(part, region, numbers, depth + 1)).includes('unclear');
    }
  }
  if (unclear) return 'unclear';
  return numbers.size === before ? 'none' : undefined;
}

function rangeIn(text: string, region: CountryCode | undefined): ReturnType<typeof numberRange> {
  return numberRange(text, (part) => readPhone(part, { region, repairs: ['zeroLost'] }).e164);
}

/** `0612345678 0698765432`: numbers with nothing but blanks between them. */
function wholeNumbersApart(text: string): readonly string[] {
  const words = text.split(' ');
  return words.every(isWholeNumber) ? words : [];
}

function hasParts(code: PhoneProblemCode): boolean {
  return code === 'revox.phone.several' || code === 'revox.phone.fax' || code === 'revox.phone.letters';
}
