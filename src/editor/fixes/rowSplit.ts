import { cellSpans } from '../../callList/csv/csvText.ts';
import type { Delimiter } from '../../callList/csv/delimiter.ts';
import { recordRange } from '../../callList/csv/positions.ts';
import type { CsvRecord } from '../../callList/csv/records.ts';
import { cellText, type TextChange } from './cellFix.ts';

/**
 * A row for each of these numbers, one below the other, the rest of the row copied as it is written. One
 * change, from the cell to the end of the row. Undefined: the row has no such cell.
 * @param newline as the file ends its lines: the last row may have no line end of its own
 */
export function rowSplit(
  record: CsvRecord,
  column: number,
  numbers: readonly string[],
  delimiter: Delimiter,
  newline: string,
): TextChange | undefined {
  const span = cellSpans(record.raw, delimiter)[column];
  if (span === undefined) return undefined;
  const written = record.raw.replace(/(?:\r\n|\n|\r)$/, '');
  const before = written.slice(0, span.start);
  const cell = written.slice(span.start, span.end);
  const after = written.slice(span.end);
  const rows = numbers.map((number) => `${before}${cellText(number, cell, delimiter)}${after}`);
  return {
    range: recordRange(record, span.start),
    text: rows.join(newline).slice(before.length),
    summary: numbers.join(' and '),
  };
}
