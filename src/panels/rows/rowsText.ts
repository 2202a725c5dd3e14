import type { Row } from '../../core/row.ts';
import { RowColumns } from './rowColumns.ts';
import { cellValue, rowCells } from './rowView.ts';
import { toCsv, toMarkdownTable } from '../tableText.ts';
import { transcriptMarkdown } from '../transcript/transcriptMarkdown.ts';

/** One row with all that was said, several as a table. */
export function rowsAsMarkdown(rows: readonly Row[], nowMs: number): string {
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) return transcriptMarkdown(first, nowMs);
  const columns = new RowColumns();
  columns.learn(rows);
  const cells = rows.map((row) => rowCells(row));
  const filled = columns.all().filter(({ id }) => cells.some((row) => cellValue(row[id]) !== ''));
  return toMarkdownTable(
    filled.map(({ label }) => label),
    cells.map((row) => filled.map(({ id }) => cellValue(row[id]))),
  );
}

/** A call list: the number and every variable, nothing of the calls. */
export function rowsAsCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.input_data)))];
  // A variable may have the same name as the column of the number.
  const header = ['phone_number', ...names.filter((name) => name !== 'phone_number')];
  const lines = rows.map((row) => [
    row.phone_number,
    ...header
      .slice(1)
      .map((name) => (Object.hasOwn(row.input_data, name) ? (row.input_data[name] ?? '') : '')),
  ]);
  return toCsv([header, ...lines]);
}
