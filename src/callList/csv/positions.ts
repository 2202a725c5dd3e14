import { cellSpans, type Delimiter } from './csvText.ts';
import type { TextRange } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/** Where a cell of a record stands in the file; a cell the row does not have is at its end. */
export function cellRange(record: CsvRecord, column: number, delimiter: Delimiter): TextRange {
  const spans = cellSpans(record.raw, delimiter);
  const span = spans[column];
  const end = spans.at(-1)?.end ?? 0;
  return rangeWithin(record, span?.start ?? end, span?.end ?? end);
}

/** The whole record without its line end. */
export function recordRange(record: CsvRecord, from = 0): TextRange {
  return rangeWithin(record, from, record.raw.replace(/(?:\r\n|\n|\r)$/, '').length);
}

function rangeWithin(record: CsvRecord, start: number, end: number): TextRange {
  const [startLine, startCharacter] = position(record.raw, start);
  const [endLine, endCharacter] = position(record.raw, end);
  return { line: record.line + startLine, startCharacter, endLine: record.line + endLine, endCharacter };
}

function position(raw: string, offset: number): readonly [line: number, character: number] {
  let line = 0;
  let lineStart = 0;
  for (let at = 0; at < offset; at++) {
    const code = raw.charCodeAt(at);
    if (code === 10 || (code === 13 && raw.charCodeAt(at + 1) !== 10)) {
      line++;
      lineStart = at + 1;
    }
  }
  return [line, offset - lineStart];
}
