import { normalizePhoneText } from './normalizePhoneText.ts';
import { isWholeNumber, phoneParts } from './phoneParts.ts';
import { alternativeEndings } from './alternativeEndings.ts';
import { knownRegion, readPhone } from './readPhone.ts';
import type { PhoneOptions, PhoneProblemCode } from './phoneVerdict.ts';

/** One of the numbers in a cell that holds several. */
export interface NumberInCell {
  /** The text for a cell of its own: E.164, or unchanged where a country must be chosen first. */
  readonly written: string;
  readonly e164?: string | undefined;
}

export interface NumbersInCell {
  /** The numbers that a person may want to call, each once, in the cell's order. */
  readonly numbers: readonly NumberInCell[];
  /** Every part of the cell is one of them and can be called, so that a row for each loses nothing. */
  readonly complete: boolean;
}

/** Problems that are solved for the whole column, not for one number. */
const undecided: ReadonlySet<PhoneProblemCode> = new Set<PhoneProblemCode>([
  'revox.phone.noRegion',
  'revox.phone.zeroLost',
  'revox.phone.ambiguous',
]);

/** The numbers in a cell such as `06 12 34 56 78 / 07 12 34 56 78`, for a person to choose from. */
export function numbersInCell(cell: string, options: PhoneOptions): NumbersInCell {
  const numbers = new Map<string, NumberInCell>();
  let complete = true;
  const { text } = normalizePhoneText(cell);
  // `0461 234567/8`: each ending makes a number of its own.
  const endings = alternativeEndings(text, knownRegion(options.region));
  for (const part of endings?.written ?? phoneParts(text)) {
    const number = isWholeNumber(part) ? readPart(part, options) : undefined;
    if (number?.e164 === undefined) complete = false;
    if (number !== undefined) numbers.set(number.written, number);
  }
  return { numbers: [...numbers.values()], complete };
}

function readPart(part: string, options: PhoneOptions): NumberInCell | undefined {
  const verdict = readPhone(part, options);
  if (verdict.e164 !== undefined) return { written: verdict.e164, e164: verdict.e164 };
  return undecided.has(verdict.problem.code) ? { written: part } : undefined;
}
