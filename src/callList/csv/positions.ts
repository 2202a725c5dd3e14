import { cellSpans, type CellSpan } from './csvText.ts';
import type { Delimiter } from './delimiter.ts';
import type { TextRange } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/** Where a cell of a record is in the file; a cell the row does not have is at its end. */
export function cellRange(record: CsvRecord, column: number, delimiter: Delimiter): TextRange {
  const spans = spansOf(record, delimiter);
  const span = spans[column];
  const end = spans.at(-1)?.end ?? 0;
  return rangeWithin(record, span?.start ?? end, span?.end ?? end);
}

/** The whole record without its line end. */
export function recordRange(record: CsvRecord, from = 0): TextRange {
  return rangeWithin(record, from, contentEnd(record.raw));
}

/** Cache for the last record: a row of thousands of cells may have a problem in each. */
let last:
  { readonly raw: string; readonly delimiter: Delimiter; readonly spans: readonly CellSpan[] } | undefined;
let lastStarts: { readonly raw: string; readonly starts: readonly number[] } | undefined;

function spansOf({ raw }: CsvRecord, delimiter: Delimiter): readonly CellSpan[] {
  if (last?.raw !== raw || last.delimiter !== delimiter) {
    last = { raw, delimiter, spans: cellSpans(raw, delimiter) };
  }
  return last.spans;
}

function rangeWithin(record: CsvRecord, start: number, end: number): TextRange {
  const { line, raw } = record;
  if (isOneLine(raw)) return { line, startCharacter: start, endLine: line, endCharacter: end };
  const [startLine, startCharacter] = position(raw, start);
  const [endLine, endCharacter] = position(raw, end);
  return { line: line + startLine, startCharacter, endLine: line + endLine, endCharacter };
}

/** Nearly all records are one line, and need no search for the lines they begin. */
function isOneLine(raw: string): boolean {
  const end = contentEnd(raw);
  const lf = raw.indexOf('\n');
  const cr = raw.indexOf('\r');
  return (lf < 0 || lf >= end) && (cr < 0 || cr >= end);
}

/** The position of a record's line end. */
function contentEnd(raw: string): number {
  let end = raw.length;
  if (raw.charCodeAt(end - 1) === 10) end--;
  if (raw.charCodeAt(end - 1) === 13) end--;
  return end;
}

function position(raw: string, offset: number): readonly [line: number, character: number] {
  const starts = startsOf(raw);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low, offset - (starts[low] ?? 0)];
}

/** Where the lines of a record begin. */
function startsOf(raw: string): readonly number[] {
  if (lastStarts?.raw === raw) return lastStarts.starts;
  const starts = [0];
  for (const { index } of raw.matchAll(/\r(?!\n)|\n/g)) starts.push(index + 1);
  lastStarts = { raw, starts };
  return starts;
}
