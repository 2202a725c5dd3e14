import { afterBlanks, signOf, skipsBlanks, type Delimiter } from './delimiter.ts';
import { parse } from 'papaparse';

/** A row as papaparse reads it, with its place in the text. */
export interface ParsedRow {
  readonly cells: string[];
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  /** The first quote that is not where the format allows one: the position of the cell's opening quote. */
  readonly badQuoteAt: number | undefined;
}

/**
 * papaparse over the row that begins at `from`. A CRLF file is read with `newline` LF: that also reads files
 * that mix both. The end of a row is papaparse's own cursor; cells keep their exact text. `complete`: its
 * line end is in the text; otherwise it is an empty row, or the beginning of one.
 */
export function parseRow(
  text: string,
  from: number,
  delimiter: Delimiter,
  newline: '\n' | '\r',
): { readonly row: ParsedRow; readonly complete: boolean } {
  const rest = text.slice(from);
  // papaparse removes a byte order mark from its input, also in the middle of a file, so it gets one more
  const input = rest.charCodeAt(0) === 0xfeff ? `\ufeff${rest}` : rest;
  const rows: ParsedRow[] = [];
  parse<string[]>(input, {
    delimiter: signOf(delimiter),
    newline,
    step: ({ data, errors, meta }, parser) => {
      const quoteError = errors.find((error) => error.type === 'Quotes');
      const badQuoteAt = quoteError?.index === undefined ? undefined : from + quoteError.index - 1;
      rows.push({ cells: data, start: from, end: from + meta.cursor, badQuoteAt });
      // after a line end there is always another row, if only an empty one
      if (rows.length === 2) parser.abort();
    },
  });
  const complete = rows.length === 2;
  const row = rows[0] ?? { cells: [''], start: from, end: from, badQuoteAt: undefined };
  if (complete && newline === '\n') dropCarriageReturn(row, text, signOf(delimiter));
  return { row: skipsBlanks(delimiter) ? withoutBlanks(row, text) : row, complete };
}

/** papaparse does not support quotes after blanks: where there are any, the row cannot be read. */
function withoutBlanks(row: ParsedRow, text: string): ParsedRow {
  const quoteAt = text.indexOf('"', row.start);
  const badQuoteAt = quoteAt >= 0 && quoteAt < row.end ? quoteAt : undefined;
  return {
    ...row,
    cells: row.cells.map((cell) => cell.trimStart()),
    badQuoteAt: row.badQuoteAt ?? badQuoteAt,
  };
}

/** The CR of a CRLF ends up in the last cell, unless that one is quoted. */
function dropCarriageReturn(row: ParsedRow, text: string, delimiter: Delimiter): void {
  const last = row.cells.length - 1;
  const cell = row.cells[last];
  if (cell?.endsWith('\r') !== true || text.charCodeAt(row.end - 2) !== 13) return;
  const raw = text.slice(row.start, row.end);
  // a quoted cell has its closing quote after the last delimiter
  if (raw.includes('"', raw.lastIndexOf(delimiter) + 1) && row.badQuoteAt === undefined) {
    if (cellSpans(raw, delimiter)[last]?.quoted === true) return;
  }
  row.cells[last] = cell.slice(0, -1);
}

/** A cell in a record's text, its quotes included. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/**
 * Where the cells of one record are in its text. Reads quotes exactly as papaparse does, for records whose
 * quotes are in order: a property test compares the two.
 */
export function cellSpans(raw: string, delimiter: Delimiter): CellSpan[] {
  const spans: CellSpan[] = [];
  let end = raw.length;
  if (raw.charCodeAt(end - 1) === 10) end--;
  if (raw.charCodeAt(end - 1) === 13) end--;
  const sign = signOf(delimiter);
  const skips = skipsBlanks(delimiter);
  let at = 0;
  for (;;) {
    if (skips) at = afterBlanks(raw, at);
    const start = at;
    if (raw.charCodeAt(at) === 34) {
      at = closingQuote(raw, at) + 1;
      spans.push({ start, end: at, quoted: true });
      // white space may be between the quote and the delimiter
      at = raw.indexOf(sign, at);
      if (at < 0 || at >= end) return spans;
    } else {
      at = raw.indexOf(sign, at);
      if (at < 0 || at > end) at = end;
      spans.push({ start, end: at, quoted: false });
      if (at >= end) return spans;
    }
    at++;
  }
}

function closingQuote(raw: string, openingQuote: number): number {
  let at = openingQuote;
  for (;;) {
    at = raw.indexOf('"', at + 1);
    if (at < 0) return raw.length - 1;
    if (raw.charCodeAt(at + 1) !== 34) return at;
    at++;
  }
}
