import type { Row } from '../../core/row.ts';
import { RowColumns } from './rowColumns.ts';
import { cellValue, contactName, rowCells } from './rowView.ts';
import { toMarkdownTable } from '../tableText.ts';
import { transcriptMarkdown } from '../transcript/transcriptMarkdown.ts';

/** One row with its transcript, or several rows as a table. */
export function rowsAsMarkdown(rows: readonly Row[], nowMs: number): string {
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) return transcriptMarkdown(first, nowMs);
  const columns = new RowColumns();
  columns.learn(rows);
  const cells = rows.map((row) => rowCells(row));
  // A name out of the variables is among them, too.
  const hasContacts = rows.some((row) => contactName(row) !== undefined);
  const filled = columns
    .all()
    .filter(({ id }) => id !== 'contact' || hasContacts)
    .filter(({ id }) => cells.some((row) => cellValue(row[id]) !== ''));
  return toMarkdownTable(
    filled.map(({ label }) => label),
    cells.map((row) => filled.map(({ id }) => cellValue(row[id]))),
  );
}
