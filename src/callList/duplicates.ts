import type { DuplicatePolicy } from './callList.ts';
import type { Delimiter } from './csv/delimiter.ts';
import { NumberTable } from './phone/numberTable.ts';
import { otherForm, subscriberOf } from './phone/otherForm.ts';
import { problemAt, type Problem, type TextRange } from './problems.ts';
import { calledColumn } from './csv/layout.ts';
import { cellRange } from './csv/positions.ts';
import type { CsvRecord } from './csv/records.ts';

export interface DuplicateVerdict {
  /** Whether this row is called. */
  readonly keep: boolean;
  /** The earlier row with this number loses its place to this one. */
  readonly replaces?: boolean;
  readonly problem: Problem;
}

/** Whether a number is called once or for each of its rows. Rows are passed in order. */
export class Duplicates {
  readonly #policy: DuplicatePolicy;
  readonly #phoneColumns: readonly number[];
  readonly #delimiter: Delimiter;
  /** Number → the line of the file it is on; with `last`, the latest. By `subscriberOf`. */
  readonly #lines = new NumberTable();
  /** With `last`, the first. */
  readonly #firstLines: NumberTable | undefined;
  /** With `last`, the number and where it is in that line. */
  #latest: Map<string, { readonly e164: string; readonly range: TextRange }> | undefined = new Map();

  constructor(policy: DuplicatePolicy, phoneColumns: readonly number[], delimiter: Delimiter) {
    this.#policy = policy;
    this.#firstLines = policy === 'last' ? new NumberTable() : undefined;
    this.#phoneColumns = phoneColumns;
    this.#delimiter = delimiter;
  }

  /** @returns undefined for a number not seen before */
  check(e164: string, record: CsvRecord): DuplicateVerdict | undefined {
    if (this.#policy === 'last') return this.#checkLast(e164, record);
    const earlierLine = this.#lines.setFirst(subscriberOf(e164), record.line);
    if (earlierLine === undefined) return undefined;
    const column = this.#columnOf(record);
    const range = cellRange(record, column, this.#delimiter);
    const value = record.cells[column];
    const problem = duplicateProblem(this.#policy, e164, range, value, earlierLine);
    return { keep: this.#policy === 'all', problem };
  }

  /** The first line with this number; undefined where none has come. */
  firstLine(e164: string): number | undefined {
    return (this.#firstLines ?? this.#lines).get(subscriberOf(e164));
  }

  #columnOf(record: CsvRecord): number {
    return calledColumn(this.#phoneColumns, record.cells) ?? 0;
  }

  #checkLast(e164: string, record: CsvRecord): DuplicateVerdict | undefined {
    const number = subscriberOf(e164);
    const earlierLine = this.#lines.get(number);
    const earlier = this.#latest?.get(number);
    this.#lines.set(number, record.line);
    this.#firstLines?.setFirst(number, record.line);
    const range = cellRange(record, this.#columnOf(record), this.#delimiter);
    this.#latest?.set(number, { e164, range });
    if (earlierLine === undefined) return undefined;
    const left = earlier ?? { e164, range: startOfLine(earlierLine) };
    const problem = duplicateProblem('last', left.e164, left.range, left.e164, record.line);
    return { keep: true, replaces: true, problem };
  }

  /** Keeps only the lines of the numbers from now on, which takes a tenth of the memory. */
  forgetPlaces(): void {
    this.#latest = undefined;
  }
}

function startOfLine(line: number): TextRange {
  return { line, startCharacter: 0, endLine: line, endCharacter: 0 };
}

/**
 * The problem of a row whose number is in another row as well.
 * @param otherLine the first row's with this number; with `last`, the next one's
 */
export function duplicateProblem(
  policy: DuplicatePolicy,
  e164: string,
  range: TextRange,
  value: string | undefined,
  otherLine: number,
): Problem {
  const details = { value, otherLine };
  const other = otherForm(e164);
  const number = other === undefined ? e164 : `${e164}, or ${other}, which reaches the same phone,`;
  if (policy === 'all') {
    const message = `${number} is in line ${otherLine} already, and is called for each row, as chosen.`;
    return problemAt(range, 'revox.phone.duplicateKept', message, details);
  }
  const message =
    policy === 'last'
      ? `${number} also appears in line ${otherLine}. Each number is called once, so this row is left out. Delete it, or choose to keep the first row or all rows.`
      : `${number} is in line ${otherLine} already, and is called once: this row is left out. Delete it, or choose to keep the last or all of them.`;
  return problemAt(range, 'revox.phone.duplicate', message, details);
}
