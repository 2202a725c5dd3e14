import type { CallListOptions } from '../callList.ts';
import { RowChecker } from '../checkRow.ts';
import type { Dialect } from '../csv/dialect.ts';
import type { Layout } from '../csv/layout.ts';
import { subscriberOf } from '../phone/otherForm.ts';
import { inFileOrder } from '../problemCollection.ts';
import type { ExclusionReason, Problem, TextRange } from '../problems.ts';
import { newlineOf } from '../csv/recordSource.ts';
import type { CsvRecord } from '../csv/records.ts';

/**
 * Some rows of a list in the editor: their text, and what is known of them by themselves. Replaced as a whole
 * when one of them changes.
 */
export interface LiveBlock {
  readonly text: string;
  /** Lines of an editor. */
  readonly lines: number;
  readonly rows: number;
  readonly blank: number;
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
  /**
   * The numbers that could be called, in order, as in E.164 without the plus; exact, as they have 15 digits
   * at most.
   */
  readonly numbers: Float64Array;
  /** For each of `numbers`, what `subscriberOf` makes of it: nearly always the same. */
  readonly subscribers: Float64Array;
  /** For each of `numbers`, its row, counted from the block's first. */
  readonly rowOf: Uint32Array;
  /** For each of `numbers`, the line its row begins on, counted from the block's first. */
  readonly lineOf: Uint32Array;
  /** Numbers that its rows refuse calls to, with the line of each, counted from the block's first. */
  readonly refused: readonly { readonly e164: string; readonly lineOf: number }[];
  /** In the file's order, with the lines they had when the block was read. */
  readonly problems: readonly Problem[];
  readonly readAtLine: number;
  /** The index of this block among all blocks, updated when blocks move. */
  position: number;
  /** The 1-based line that its first row begins on now. */
  line: number;
  /** Where it begins now, in characters from the first row of the list. */
  offset: number;
  /** How many rows are before it. */
  rowsBefore: number;
  /**
   * Which of its numbers another row has too, and counts instead; undefined when that has to be computed
   * again.
   */
  repeats: readonly number[] | undefined;
  /**
   * The cells of its numbers that others have too, with the lines they had when the block was read; found
   * when they are needed.
   */
  readonly cells: Map<number, NumberCell>;
  /**
   * Its problems as they are now, those with other rows included; undefined when they have to be computed
   * again.
   */
  shown: readonly Problem[] | undefined;
}

/** Where a number is written, and how. */
export interface NumberCell {
  readonly range: TextRange;
  readonly value: string | undefined;
}

/**
 * Few enough to be read again in a millisecond or two, so many that a long list has only some thousand
 * blocks.
 */
export const usualBlockRows = 64;

/** Groups records into blocks. */
export class BlockBuilder {
  readonly #checker: RowChecker;
  readonly #newline: string;
  readonly #rows: number;
  #problems: Problem[] = [];
  #held: CsvRecord[] = [];
  readonly #source: string;
  #offset: number;

  /**
   * @param source what the records were read from
   * @param offset where the first of them begins in it
   * @param rows of a block, at least
   */
  constructor(
    layout: Layout,
    dialect: Dialect,
    options: CallListOptions,
    source: string,
    offset: number,
    rows: number,
  ) {
    this.#rows = rows;
    this.#newline = newlineOf(dialect);
    this.#source = source;
    this.#offset = offset;
    this.#checker = new RowChecker(layout, dialect.delimiter, options, (problem) => {
      this.#problems.push(problem);
    });
  }

  /** A block ends only where reading could start again. The last records are held until more arrive. */
  add(records: readonly CsvRecord[]): LiveBlock[] {
    const blocks: LiveBlock[] = [];
    for (const record of records) {
      const before = this.#held.at(-1);
      const canEnd = before?.raw.endsWith(this.#newline) === true && !record.suspect;
      if (canEnd && this.#held.length >= this.#rows) blocks.push(this.#block(record.line, false));
      this.#held.push(record);
    }
    return blocks;
  }

  /** @param lineAfter the line that follows the last record */
  end(lineAfter: number): LiveBlock[] {
    return this.#held.length === 0 ? [] : [this.#block(lineAfter, true)];
  }

  #block(lineAfter: number, isLast: boolean): LiveBlock {
    const records = this.#held;
    const line = records[0]?.line ?? lineAfter;
    const numbers: number[] = [];
    const subscribers: number[] = [];
    const rowOf: number[] = [];
    const lineOf: number[] = [];
    const refused: { readonly e164: string; readonly lineOf: number }[] = [];
    const excluded = new Map<ExclusionReason, number>();
    let blank = 0;
    let length = 0;
    this.#problems = [];
    for (const [row, record] of records.entries()) {
      length += record.raw.length;
      const checked = this.#checker.check(record);
      if (checked.kind === 'blank') blank++;
      else if (checked.kind === 'excluded') {
        excluded.set(checked.reason, (excluded.get(checked.reason) ?? 0) + 1);
        if (checked.refused !== undefined)
          refused.push({ e164: checked.refused, lineOf: record.line - line });
      } else {
        numbers.push(Number(checked.e164));
        subscribers.push(Number(subscriberOf(checked.e164)));
        rowOf.push(row);
        lineOf.push(record.line - line);
      }
    }
    // the last record was given a line end where it had none, or half of one
    const text = this.#source.slice(this.#offset, isLast ? undefined : this.#offset + length);
    this.#offset += length;
    this.#held = [];
    return {
      text,
      lines: lineAfter - line,
      rows: records.length,
      blank,
      excluded,
      numbers: Float64Array.from(numbers),
      subscribers: Float64Array.from(subscribers),
      rowOf: Uint32Array.from(rowOf),
      lineOf: Uint32Array.from(lineOf),
      refused,
      problems: this.#problems.sort(inFileOrder),
      readAtLine: line,
      position: 0,
      line,
      offset: 0,
      rowsBefore: 0,
      repeats: undefined,
      cells: new Map(),
      shown: undefined,
    };
  }
}
