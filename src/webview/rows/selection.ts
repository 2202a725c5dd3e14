import type { Column, TableRow } from '../../panels/contract/protocolRows.ts';

/**
 * The active cell and the selected rows, by ids, so that a refresh may move rows without changing the
 * selection.
 */
export interface Selection {
  readonly rowId: string | undefined;
  readonly columnId: string | undefined;
  /** Where a range with Shift begins. */
  readonly anchorId: string | undefined;
  readonly chosen: ReadonlySet<string>;
  /** Every row that matches is chosen, also on the other pages. */
  readonly all?: true | undefined;
}

export const noSelection: Selection = {
  rowId: undefined,
  columnId: undefined,
  anchorId: undefined,
  chosen: new Set(),
};

export interface Grid {
  readonly rows: readonly TableRow[];
  readonly columns: readonly Column[];
}

export type Extent = 'one' | 'range' | 'toggle';

/** The active cell as indexes; the first one where it is nowhere. */
export function activeCell(selection: Selection, { rows, columns }: Grid): { row: number; column: number } {
  return {
    row: Math.max(
      0,
      rows.findIndex(({ id }) => id === selection.rowId),
    ),
    column: Math.max(
      0,
      columns.findIndex(({ id }) => id === selection.columnId),
    ),
  };
}

/**
 * Goes to a cell (indexes outside are clamped) and selects its row, or the range to it, or toggles its row.
 */
export function goTo(
  selection: Selection,
  { rows, columns }: Grid,
  to: { readonly row: number; readonly column: number },
  extent: Extent = 'one',
): Selection {
  const row = rows[clamp(to.row, rows.length)];
  const column = columns[clamp(to.column, columns.length)];
  if (row === undefined || column === undefined) return noSelection;
  const at = { rowId: row.id, columnId: column.id };
  if (extent === 'toggle') {
    const chosen = new Set(selection.chosen);
    if (!chosen.delete(row.id)) chosen.add(row.id);
    return { ...at, anchorId: row.id, chosen };
  }
  const anchor = extent === 'range' ? rows.findIndex(({ id }) => id === selection.anchorId) : -1;
  if (anchor < 0) return { ...at, anchorId: row.id, chosen: new Set([row.id]) };
  const target = rows.indexOf(row);
  const range = rows.slice(Math.min(anchor, target), Math.max(anchor, target) + 1);
  return { ...at, anchorId: selection.anchorId, chosen: new Set(range.map(({ id }) => id)) };
}

/** The rows of the page; with `all` those of every other page, too. */
export function chooseAll(selection: Selection, { rows }: Grid, all?: true): Selection {
  return { ...selection, chosen: new Set(rows.map(({ id }) => id)), all };
}

/** Rows that are gone are no longer chosen. */
export function keepExisting(selection: Selection, rows: readonly TableRow[]): Selection {
  const ids = new Set(rows.map(({ id }) => id));
  const has = (id: string | undefined) => (id !== undefined && ids.has(id) ? id : undefined);
  return {
    ...selection,
    rowId: has(selection.rowId),
    anchorId: has(selection.anchorId),
    chosen: selection.all === true ? ids : new Set([...selection.chosen].filter((id) => ids.has(id))),
  };
}

/** How many rows Page Down moves. */
export const largeStep = 10;

/** The cell that a key moves to; undefined for a key that does not move. */
export function keyTarget(
  key: string,
  ctrl: boolean,
  at: { readonly row: number; readonly column: number },
): { row: number; column: number } | undefined {
  const { row, column } = at;
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - largeStep, column };
    case 'PageDown':
      return { row: row + largeStep, column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: Infinity, column: Infinity } : { row, column: Infinity };
    default:
      return undefined;
  }
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(0, index), length - 1);
}
