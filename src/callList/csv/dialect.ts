import { cellForm, isNumberForm } from '../columns/cellForm.ts';
import { headerMeaning } from '../columns/headerWords.ts';
import type { Delimiter } from './delimiter.ts';
import { withoutPauses, type Steps } from '../pace.ts';
import { isBlank } from './header.ts';
import { RecordReader, type CsvRecord } from './records.ts';

export type Newline = '\r\n' | '\n' | '\r';

export interface Dialect {
  readonly delimiter: Delimiter;
  /** The one most lines end with. */
  readonly newline: Newline;
  /** The length in characters of a `sep=;` line at the top, which is Excel's and not the list's. */
  readonly separatorLine: number;
  /** What this line names, where the rows are separated by another sign. */
  readonly wrongSeparator?: WrongSeparator | undefined;
}

export interface WrongSeparator {
  readonly sign: string;
  /** Where in its line the sign stands, from 0. */
  readonly character: number;
}

/** How much of a text is read to find its dialect. */
export const sampleChars = 24 * 1024;
const sampleRows = 400;
/** How many rows and columns are read to find out whether a table has phone numbers. */
const phoneRows = 50;
const phoneColumns = 60;
/** In order of preference when nothing else decides. */
const usualDelimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Used only where none of the usual ones makes a table. */
const rareDelimiters: readonly Delimiter[] = [
  '^',
  '~',
  '¬',
  '¦',
  '§',
  '\u0001',
  '\u001f',
  ':',
  // of keyboards for Chinese, Japanese and Arabic
  '，',
  '；',
  '、',
  '｜',
  '،',
  '؛',
];

/**
 * How the text is laid out, from its beginning. `whole`: there is no more text than this.
 * @param chosen the character between cells, where a person chose it
 */
export function sniffDialect(text: string, whole: boolean, chosen?: string): Dialect {
  return withoutPauses(dialectSteps(text, whole, chosen));
}

/** The same in steps, because all of it would block the thread too long. */
export function* dialectSteps(text: string, whole: boolean, chosen?: string): Steps<Dialect> {
  const beginning = text.slice(0, sampleChars);
  const separator = /^\s{0,20}"?sep=([^\s\p{L}\p{N}"'=]|\t)"?[ \t]{0,20}(?:\r\n|\n|\r|$)/iu.exec(beginning);
  const separatorLine = separator?.[0].length ?? 0;
  const sample = beginning.slice(separatorLine);
  const newline = sniffNewline(sample);
  const isWhole = whole && text.length <= sampleChars;
  const named = chosen ?? separator?.[1];
  const found = chosen ?? (yield* sniffDelimiter(sample, isWhole, newline));
  const isWrong = named !== undefined && (yield* isOtherTable(named, found, sample, isWhole, newline));
  const sign = named === undefined || isWrong ? found : named;
  return {
    delimiter: hasBlanksBeforeQuotes(sample, sign) ? `${sign} ` : sign,
    newline,
    separatorLine,
    wrongSeparator: isWrong ? { sign: named, character: beginning.indexOf('=') + 1 } : undefined,
  };
}

/**
 * Whether the rows are not a table by the separator that a `sep=` line names, and are a good one by another.
 */
function* isOtherTable(
  named: string,
  found: string,
  sample: string,
  whole: boolean,
  newline: Newline,
): Steps<boolean> {
  if (named === found || !sample.includes(found)) return false;
  const best = yield* tableScore(sample, whole, found, newline);
  if (best < goodTable) return false;
  return !sample.includes(named) || best > (yield* tableScore(sample, whole, named, newline)) + 0.5;
}

/** The line end that most lines have. Line ends within quotes are content. */
function sniffNewline(sample: string): Newline {
  const unquoted = sample.split('"').filter((_, place) => place % 2 === 0);
  const ends = unquoted.flatMap((text) => text.match(/\r\n?|\n/g) ?? []);
  const countOf = (newline: Newline): number => ends.filter((end) => end === newline).length;
  const crlf = countOf('\r\n');
  const lf = countOf('\n');
  if (lf === 0 && crlf === 0 && ends.length > 0) return '\r';
  return crlf > lf ? '\r\n' : '\n';
}

/**
 * Of all quotes that open a cell after a delimiter, nearly all have blanks before them: they are meant as
 * quotes.
 */
function hasBlanksBeforeQuotes(sample: string, sign: string): boolean {
  let apart = 0;
  let close = 0;
  for (let at = sample.indexOf(sign); at >= 0; at = sample.indexOf(sign, at + 1)) {
    const next = sample.charCodeAt(at + 1);
    if (next === 34) close++;
    else if (next === 32) {
      let after = at + 2;
      while (sample.charCodeAt(after) === 32) after++;
      if (sample.charCodeAt(after) === 34) apart++;
    }
  }
  return apart > 0 && apart >= close * 9;
}

/** A table is one when its rows agree, and the better when it has phone numbers and named columns. */
const goodTable = 0.9;

/**
 * The delimiter that makes the best table: its rows agree on a number of cells, with quotes understood, a
 * column of phone numbers comes out whole, and its first row names columns. `12,50` in a list with semicolons
 * splits as regularly as a delimiter does.
 */
function* sniffDelimiter(sample: string, whole: boolean, newline: Newline): Steps<Delimiter> {
  const present = usualDelimiters.filter((delimiter) => sample.includes(delimiter));
  // nothing to compare the only one with: a table is good enough, whatever is in it
  const enough = present.length === 1 ? goodTable : Infinity;
  const usual = yield* bestOf(usualDelimiters, sample, whole, newline, enough);
  if (usual.score >= goodTable) return usual.delimiter;
  const rare = yield* bestOf(rareDelimiters, sample, whole, newline);
  return rare.score > usual.score + 0.3 && rare.score >= goodTable ? rare.delimiter : usual.delimiter;
}

function* bestOf(
  delimiters: readonly Delimiter[],
  sample: string,
  whole: boolean,
  newline: Newline,
  enough = Infinity,
): Steps<{ readonly delimiter: Delimiter; readonly score: number }> {
  let best = { delimiter: delimiters[0] ?? ',', score: 0 };
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const score = yield* tableScore(sample, whole, delimiter, newline, enough);
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best;
}

/** @param enough a table whose rows agree as much is not examined further */
function* tableScore(
  sample: string,
  whole: boolean,
  delimiter: Delimiter,
  newline: Newline,
  enough = Infinity,
): Steps<number> {
  const reader = new RecordReader(delimiter, newline === '\r' ? '\r' : '\n');
  const all = reader.push(sample);
  // the last line of a sample may be cut off
  if (whole || all.length === 0) for (const record of reader.end()) all.push(record);
  const rows = all.filter(({ cells }) => !isBlank(cells)).slice(0, sampleRows);
  const badQuotes = rows.filter(({ fault }) => fault !== undefined).length;
  const width = usualWidth(rows);
  if (width === 1) return 0;
  // titles above a table are not of its width
  const table = rows.slice(rows.findIndex(({ cells }) => cells.length === width));
  const agreeing = table.filter(({ cells }) => cells.length === width).length;
  const share = Math.max(0, agreeing - badQuotes);
  const evenness = (share / rows.length + share / table.length) / 2;
  if (evenness >= enough) return evenness;
  yield;
  return evenness + phoneShare(table, width) * evenness + headerShare(table) + Math.min(width, 10) * 0.005;
}

/** The number of cells that most rows with more than one have. */
function usualWidth(rows: readonly CsvRecord[]): number {
  const widths = new Map<number, number>();
  let width = 1;
  let most = 0;
  for (const { cells } of rows) {
    const count = (widths.get(cells.length) ?? 0) + 1;
    widths.set(cells.length, count);
    if (cells.length > 1 && count > most) {
      width = cells.length;
      most = count;
    }
  }
  return width;
}

/** The best column's share of cells that are written as phone numbers are. Coordinates are not. */
function phoneShare(rows: readonly CsvRecord[], width: number): number {
  const sample = rows.slice(0, phoneRows);
  let best = 0;
  for (let column = 0; column < Math.min(width, phoneColumns); column++) {
    let phones = 0;
    for (const { cells } of sample) {
      const cell = cells[column] ?? '';
      // several numbers, or several cells that another delimiter separates
      const form = /[,;|]/.test(cell) ? 'other' : cellForm(cell);
      if (form === 'international' || form === 'punctuated') phones++;
      else if ((form === 'zero' || form === 'bare') && cell.trim().length > 7) phones += 0.8;
      else if (form === 'labelled' || beginsWithNumber.test(cell)) phones += 0.5;
    }
    best = Math.max(best, phones / sample.length);
  }
  return best;
}

/** `08-123 45 60, 070-123 45 67`: a number, with more than one in the cell. `2345678;17` is none. */
const beginsWithNumber = /^\s{0,9}[+(]?\d[\d ()./-]{6,20}[,;|/]\s?[+(]?\d[\d ()./-]{4}/;

/** Whether the table begins with names that columns have. */
function headerShare(rows: readonly CsvRecord[]): number {
  const kinds = (rows[0]?.cells ?? [])
    .slice(0, phoneColumns)
    .filter((cell) => !isNumberForm(cellForm(cell)))
    .map((cell) => headerMeaning(cell).kind)
    .filter((kind) => kind !== 'unknown');
  return kinds.includes('phone') ? 0.3 : Math.min(0.2, kinds.length * 0.05);
}
