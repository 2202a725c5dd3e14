import { HumanError } from '../../core/errors.ts';
import { cellForm } from '../columns/cellForm.ts';
import { isIn, vocabulary, wordsOf } from '../vocabulary.ts';
import type { Layout } from '../csv/layout.ts';
import { lineBelowList } from '../csv/belowList.ts';
import { isBlank } from '../csv/header.ts';
import { FoldedHeaders } from '../csv/otherTable.ts';
import { openRecords, type RecordSource } from '../csv/recordSource.ts';
import type { CsvRecord } from '../csv/records.ts';
import { withLayout } from '../csv/withLayout.ts';
import { readAgainUnlessUtf8, type CallListSource } from '../file/textSource.ts';
import { Pace } from '../pace.ts';
import { isWholeNumber } from '../phone/phoneParts.ts';
import { RowPhoneReader } from '../phone/rowPhoneReader.ts';
import { mentionedNumbers } from './mentionedNumbers.ts';
import type { SuppressionList } from './suppressedNumbers.ts';

export interface SuppressionOptions {
  /** The country of numbers written without a country code, ISO 3166-1 alpha-2. */
  readonly defaultRegion?: string | undefined;
}

const linesNamed = 20;

/**
 * Any CSV with phone numbers, with a header or without, as the set of its numbers. It is read by the same
 * decisions as a call list. An uncertain number is on it: every column of phone numbers counts, several
 * numbers in a cell count all, an ambiguous one counts in each of its readings, and so do numbers in the
 * header, in lines above it, and in notes and other cells of a row.
 * @throws HumanError for a file that is no list at all or has rows and no column of phone numbers, AbortError
 * when cancelled
 */
export async function readSuppressionList(
  source: CallListSource,
  options: SuppressionOptions = {},
  signal?: AbortSignal,
): Promise<SuppressionList> {
  const pace = new Pace(signal);
  return readAgainUnlessUtf8(async (as) => {
    const records = await openRecords(source, pace, { signal }, as);
    try {
      return await numbersIn(records, options, pace);
    } finally {
      await records.text.close();
    }
  });
}

async function numbersIn(
  source: RecordSource,
  { defaultRegion }: SuppressionOptions,
  pace: Pace,
): Promise<SuppressionList> {
  const { layout, above, rows } = await withLayout(source, { defaultRegion }, pace, 'neverCall');
  const numbers = new SuppressionNumbers(layout, source.dialect.delimiter, defaultRegion);
  numbers.addAbove(above);
  for await (const records of rows) numbers.add(records);
  return numbers.list();
}

class SuppressionNumbers {
  readonly #phones: RowPhoneReader;
  readonly #phoneColumn: number | undefined;
  /** All columns that hold phone numbers, the one that a call list would call first. */
  readonly #columns: ReadonlySet<number>;
  /** Columns with the end of a range whose beginning stands before them. */
  readonly #rangeEnds: ReadonlySet<number>;
  readonly #headers: FoldedHeaders;
  readonly #numbers = new Set<string>();
  #rows = 0;
  /** A line above the header that has several cells, as a header has or a row. */
  #wideLineAbove: number | undefined;
  /** Whether the header, or a line above it, has several cells. */
  #namesColumns = false;
  #unreadable = 0;
  readonly #unreadableLines: number[] = [];
  #withoutNumber = 0;
  readonly #withoutNumberLines: number[] = [];

  constructor(layout: Layout, delimiter: string, region: string | undefined) {
    const headers = layout.columns.map(({ header }) => header);
    this.#phones = new RowPhoneReader(layout.countries, headers, {
      region,
      likelyRegion: layout.likelyRegion,
    });
    this.#headers = new FoldedHeaders(layout.hasHeader ? headers : []);
    this.#phoneColumn = layout.phoneColumn;
    this.#columns = new Set([
      ...(layout.phoneColumn === undefined ? [] : [layout.phoneColumn]),
      ...layout.phoneColumns,
      ...layout.otherPhones,
    ]);
    this.#rangeEnds = new Set(
      [...this.#columns].filter(
        (column) =>
          column !== layout.phoneColumn &&
          this.#columns.has(column - 1) &&
          endsRange(headers[column] ?? '', delimiter),
      ),
    );
  }

  /**
   * Titles and the header: no rows, but where one was taken for them whoever is there is not called
   * either.
   */
  addAbove(records: readonly CsvRecord[]): void {
    for (const [at, { cells, line }] of records.entries()) {
      const isAboveHeader = at < records.length - 1;
      if (cells.filter((cell) => cell.trim() !== '').length > 1) {
        this.#namesColumns = true;
        if (isAboveHeader) this.#wideLineAbove ??= line;
      }
      for (const cell of cells) {
        const { numbers, rest } = this.#phones.possibleNumbers(cells, cell);
        for (const e164 of numbers) this.#numbers.add(e164);
        // a header holds no digits alone: somebody’s number that cannot be read
        if (rest === 'unclear' && isOnlyDigits(cell)) this.#unreadableRow(line);
      }
    }
  }

  add(records: readonly CsvRecord[]): void {
    for (const record of records) {
      if (record.fault === undefined && isBlank(record.cells)) continue;
      this.#rows++;
      const rest = this.#read(record);
      if (rest === undefined || this.#isNoPerson(record)) continue;
      if (rest === 'unclear') this.#unreadableRow(record.line);
      else {
        this.#withoutNumber++;
        if (this.#withoutNumberLines.length < linesNamed) this.#withoutNumberLines.push(record.line);
      }
    }
  }

  #isNoPerson(record: CsvRecord): boolean {
    return (
      lineBelowList(record) !== undefined || isComment(record.cells) || this.#headers.isRepeated(record.cells)
    );
  }

  #read({ cells, fault }: CsvRecord): 'none' | 'unclear' | undefined {
    for (const [column, cell] of cells.entries()) {
      if (!this.#columns.has(column)) this.#addMentioned(cells, cell);
    }
    let rest: 'none' | 'unclear' | undefined = 'none';
    let found = false;
    for (const column of this.#columns) {
      const cell = (cells[column] ?? '').replace(commentSign, '');
      const end = this.#rangeEnds.has(column + 1) ? (cells[column + 1] ?? '') : '';
      const isRange = isWholeNumber(cell.trim()) && isWholeNumber(end.trim());
      const said = this.#phones.possibleNumbers(cells, isRange ? `${cell} - ${end}` : cell);
      for (const e164 of said.numbers) this.#numbers.add(e164);
      found ||= said.numbers.size > 0;
      if (said.rest === 'unclear' && (column === this.#phoneColumn || this.#phoneColumn === undefined))
        rest = 'unclear';
    }
    if (fault !== undefined) return 'unclear';
    return found && rest === 'none' ? undefined : rest;
  }

  /** Numbers in a note: `also on +33 1 99 00 12 02`. What cannot be read there stops nothing. */
  #addMentioned(cells: readonly string[], cell: string): void {
    for (const piece of mentionedNumbers(cell)) {
      for (const e164 of this.#phones.possibleNumbers(cells, piece).numbers) this.#numbers.add(e164);
    }
  }

  #unreadableRow(line: number): void {
    this.#unreadable++;
    if (this.#unreadableLines.length < linesNamed) this.#unreadableLines.push(line);
  }

  list(): SuppressionList {
    // an only line may be a row that was taken for a header: pieces of numbers, or people without any
    if (this.#columns.size === 0 && (this.#rows > 0 || (this.#namesColumns && this.#numbers.size === 0))) {
      throw new HumanError('It has no column that clearly contains phone numbers. Name the column “phone”.');
    }
    if (this.#rows === 0 && this.#numbers.size === 0 && this.#wideLineAbove !== undefined) {
      const line = this.#wideLineAbove;
      throw new HumanError(
        `It has no phone numbers below line ${line}. Put the numbers in a column named “phone”.`,
      );
    }
    return {
      numbers: this.#numbers,
      rows: this.#rows,
      unreadable: this.#unreadable,
      unreadableLines: this.#unreadableLines,
      withoutNumber: this.#withoutNumber,
      withoutNumberLines: this.#withoutNumberLines,
    };
  }
}

/** In front of a number that somebody switched off, who is protected all the same. */
const commentSign = /^\s*(?:#|\/\/)\s+/;

/** `# updated 2024`: a comment with too few digits for a number. */
function isComment(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  return /^\s*(?:#|\/\/)/.test(first) && cells.every((cell) => cell.replace(/\D/g, '').length < fewestDigits);
}

const fewestDigits = 5;

/** Digits of a number with its separators, as no header and no date is. */
function isOnlyDigits(cell: string): boolean {
  return /^[\d\s()+./-]{7,}$/.test(cell) && isWholeNumber(cell) && cellForm(cell) !== 'date';
}

/**
 * `to`, `Telefon bis`, `último`; and no header at all where the sign that separates the cells is one that is
 * written between two numbers: `+33199001201~+33199001210` below a single header.
 */
function endsRange(header: string, delimiter: string): boolean {
  const words = wordsOf(header);
  return words.length === 0 ? delimiter === '~' : words.some((word) => isIn(rangeEnd, word));
}

const rangeEnd = vocabulary(
  `to until till thru through end ending last high bis ende letzte au jusque fin derniere dernier al hasta ultimo final ate fim ultima fine fino tot einde laatste
  til slut sista do koniec konec eos до конец последний 至 まで 終了 终止 結束 끝`,
);
