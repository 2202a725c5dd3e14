import { findHeader } from '../columns/findHeader.ts';
import { findPhoneColumn } from '../columns/phoneColumn.ts';
import { isBlank } from '../csv/header.ts';
import { Pace } from '../pace.ts';
import { looksLikePhone } from '../phone/phoneLook.ts';
import { readPhone } from '../phone/readPhone.ts';
import { phoneParts } from '../phone/phoneParts.ts';
import { openRecords } from '../csv/recordSource.ts';
import type { CsvRecord } from '../csv/records.ts';
import { NotUtf8, type CallListSource } from '../file/textSource.ts';

/** Who is never to be called. */
export interface SuppressionList {
  /** E.164; to be given in `CallListOptions.suppressed`. */
  readonly numbers: ReadonlySet<string>;
  /** Rows with something in them, the header not counted. */
  readonly rows: number;
  /** Rows no number could be read from: whoever they stand for would be called. To be shown, therefore. */
  readonly unreadable: number;
  /** The first of those. */
  readonly unreadableLines: readonly number[];
}

export interface SuppressionOptions {
  /** The country of numbers written without a country code, ISO 3166-1 alpha-2. */
  readonly defaultRegion?: string | undefined;
}

const layoutRecords = 250;
const linesNamed = 20;

/**
 * Any CSV with phone numbers, with a header or without, as the set of its numbers. In doubt a number is on it: every column of phone numbers
 * counts, several numbers in a cell count all, and a lost leading zero is put back.
 * @throws HumanError for a file that is no list at all, AbortError when cancelled
 */
export async function readSuppressionList(
  source: CallListSource,
  options: SuppressionOptions = {},
  signal?: AbortSignal,
): Promise<SuppressionList> {
  const numbers = new NumbersIn(options.defaultRegion);
  const pace = new Pace(signal);
  const read = async (as?: 'windows-1252'): Promise<void> => {
    const { batches, text } = await openRecords(source, pace, { signal }, as);
    try {
      for await (const records of batches) numbers.add(records);
    } finally {
      await text.close();
    }
  };
  try {
    await read();
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    numbers.startAgain();
    await read('windows-1252');
  }
  return numbers.finish();
}

class NumbersIn {
  readonly #region: string | undefined;
  readonly #numbers = new Set<string>();
  #held: CsvRecord[] | undefined = [];
  #columns: readonly number[] | undefined;
  #rows = 0;
  #unreadable = 0;
  #lines: number[] = [];

  constructor(region: string | undefined) {
    this.#region = region;
  }

  startAgain(): void {
    this.#numbers.clear();
    this.#held = [];
    this.#rows = 0;
    this.#unreadable = 0;
    this.#lines = [];
  }

  add(records: readonly CsvRecord[]): void {
    if (this.#held === undefined) {
      for (const record of records) this.#read(record);
      return;
    }
    this.#held.push(...records);
    if (this.#held.length >= layoutRecords) this.#begin(this.#held);
  }

  #begin(held: readonly CsvRecord[]): void {
    this.#held = undefined;
    const { titles, hasHeader } = findHeader(held);
    const rows = held.slice(titles + (hasHeader ? 1 : 0));
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
    const header = hasHeader ? (held[titles]?.cells ?? []) : [];
    const headers = Array.from({ length: width }, (_, column) => header[column] ?? '');
    const cells = rows.filter((row) => !isBlank(row.cells)).map((row) => row.cells);
    const { column, others } = findPhoneColumn(headers, cells, this.#region);
    this.#columns = column === undefined ? undefined : [column, ...others];
    for (const row of rows) this.#read(row);
  }

  #read({ cells, line }: CsvRecord): void {
    if (isBlank(cells)) return;
    this.#rows++;
    let found = false;
    for (const cell of this.#columns?.map((column) => cells[column] ?? '') ?? cells) {
      for (const e164 of this.#numbersOf(cell)) {
        this.#numbers.add(e164);
        found = true;
      }
    }
    if (found) return;
    this.#unreadable++;
    if (this.#lines.length < linesNamed) this.#lines.push(line);
  }

  #numbersOf(cell: string): string[] {
    const read = (text: string): string | undefined =>
      readPhone(text, { region: this.#region, repairs: ['zeroLost', 'scientific'] }).e164;
    const whole = read(cell);
    if (whole !== undefined) return [whole];
    return phoneParts(cell)
      .filter(looksLikePhone)
      .map(read)
      .filter((e164) => e164 !== undefined);
  }

  finish(): SuppressionList {
    if (this.#held !== undefined) this.#begin(this.#held);
    return {
      numbers: this.#numbers,
      rows: this.#rows,
      unreadable: this.#unreadable,
      unreadableLines: this.#lines,
    };
  }
}
