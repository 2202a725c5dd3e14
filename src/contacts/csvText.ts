import { parse } from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

/** A row as papaparse reads it, and where in the text it begins and ends. */
export interface ParsedRow {
  readonly cells: string[];
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  /** The first quote that is not where the format allows one: the position of the cell's opening quote. */
  readonly badQuoteAt: number | undefined;
}

export interface ParsedText {
  /** Rows with their line end. */
  readonly rows: readonly ParsedRow[];
  /** What stands behind the last line end: an empty row, or the beginning of one. */
  readonly tail: ParsedRow;
}

/**
 * papaparse over one piece of text. A CRLF file is read with `newline` LF: that also reads files that mix both.
 * The position of a row is papaparse's own cursor; cells keep their exact text.
 */
export function parseCsv(text: string, delimiter: Delimiter, newline: '\n' | '\r'): ParsedText {
  const rows: ParsedRow[] = [];
  // papaparse takes a byte order mark off whatever it is given, also in the middle of a file: it gets one of its own
  const input = text.charCodeAt(0) === 0xfeff ? `\ufeff${text}` : text;
  let start = 0;
  parse<string[]>(input, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      const quoteError = errors.find((error) => error.type === 'Quotes');
      const badQuoteAt = quoteError?.index === undefined ? undefined : quoteError.index - 1;
      rows.push({ cells: data, start, end: meta.cursor, badQuoteAt });
      start = meta.cursor;
    },
  });
  const tail = rows.pop() ?? { cells: [''], start: 0, end: 0, badQuoteAt: undefined };
  if (newline === '\n') for (const row of rows) dropCarriageReturn(row, text, delimiter);
  return { rows, tail };
}

/** The CR of a CRLF ends up in the last cell, unless that one is quoted. */
function dropCarriageReturn(row: ParsedRow, text: string, delimiter: Delimiter): void {
  const last = row.cells.length - 1;
  const cell = row.cells[last];
  if (cell?.endsWith('\r') !== true || text.charCodeAt(row.end - 2) !== 13) return;
  const raw = text.slice(row.start, row.end);
  // a quoted cell has its closing quote behind the last delimiter
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
 * Where the cells of one record stand in its text. Reads quotes exactly as papaparse does, for records whose quotes are in order:
 * a property test holds the two together.
 */
export function cellSpans(raw: string, delimiter: Delimiter): CellSpan[] {
  const spans: CellSpan[] = [];
  let end = raw.length;
  if (raw.charCodeAt(end - 1) === 10) end--;
  if (raw.charCodeAt(end - 1) === 13) end--;
  let at = 0;
  for (;;) {
    const start = at;
    if (raw.charCodeAt(at) === 34) {
      at = closingQuote(raw, at) + 1;
      spans.push({ start, end: at, quoted: true });
      // white space may stand between the quote and the delimiter
      at = raw.indexOf(delimiter, at);
      if (at < 0 || at >= end) return spans;
    } else {
      at = raw.indexOf(delimiter, at);
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
