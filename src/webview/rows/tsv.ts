import { clipboardCell } from '../../core/spreadsheetCell.ts';
import type { Cell } from '../../panels/contract/protocolRows.ts';
import { cellOf } from './rowsState.ts';
import { activeCell, type Grid, type Selection } from './selection.ts';

/** What Ctrl+C copies: the active cell, or whole rows when several are chosen or the row number is active. */
export function copyChoice(
  selection: Selection,
  grid: Grid,
): { readonly rowIds: readonly string[]; readonly columnIds: readonly string[] } {
  const chosen = grid.rows.filter(({ id }) => selection.chosen.has(id)).map(({ id }) => id);
  const { row, column } = activeCell(selection, grid);
  const active = grid.columns[column];
  if (chosen.length > 1 || (active?.id === 'number' && chosen.length > 0)) {
    return { rowIds: chosen, columnIds: grid.columns.map(({ id }) => id) };
  }
  const only = chosen[0] ?? grid.rows[row]?.id;
  return only === undefined || active === undefined
    ? { rowIds: [], columnIds: [] }
    : { rowIds: [only], columnIds: [active.id] };
}

/** The choice as TSV, or undefined where the page has not all of a text and the host must do it. */
export function choiceAsTsv(
  { rowIds, columnIds }: ReturnType<typeof copyChoice>,
  { rows }: Grid,
): string | undefined {
  const chosen = rows.filter(({ id }) => rowIds.includes(id));
  const lines = chosen.map((row) => columnIds.map((id) => cellOf(row, id)));
  if (lines.flat().some((cell) => cell?.cut === true)) return undefined;
  return lines.map((cells) => cells.map(plainText).join('\t')).join('\n');
}

function plainText(cell: Cell | undefined): string {
  if (cell?.ms !== undefined) return new Date(cell.ms).toISOString();
  return clipboardCell(cell?.text ?? '');
}
