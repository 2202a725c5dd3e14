import type { Column, ColumnLayout } from '../../panels/contract/protocolRows.ts';

export interface ArrangedColumn extends Column {
  readonly visible: boolean;
}

export const minWidth = 40;
export const maxWidth = 2000;

/**
 * All columns in the person's order and with the person's widths. A new column follows its usual neighbour.
 */
export function arrangeColumns(columns: readonly Column[], layout: ColumnLayout): readonly ArrangedColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const order = layout.order.filter((id) => byId.has(id));
  const placed = new Set(order);
  columns.forEach(({ id }, index) => {
    if (placed.has(id)) return;
    const before = columns.slice(0, index).findLast((column) => placed.has(column.id));
    order.splice(before === undefined ? 0 : order.indexOf(before.id) + 1, 0, id);
    placed.add(id);
  });
  const { hidden, shown, widths } = layout;
  return order.flatMap((id) => {
    const column = byId.get(id);
    if (column === undefined) return [];
    const visible = shown.includes(id) || (!hidden.includes(id) && column.hiddenAtFirst !== true);
    return [{ ...column, visible, width: widths[id] ?? column.width }];
  });
}

export function visibleColumns(columns: readonly ArrangedColumn[]): readonly ArrangedColumn[] {
  return columns.filter((column) => column.visible);
}

/** Shows or hides a column. The last visible one cannot be hidden. */
export function toggleColumn(
  arranged: readonly ArrangedColumn[],
  layout: ColumnLayout,
  id: string,
): ColumnLayout {
  const visible = visibleColumns(arranged);
  const hides = visible.some((column) => column.id === id);
  if (hides && visible.length === 1) return layout;
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return hides
    ? { ...layout, hidden: [...without(layout.hidden), id], shown: without(layout.shown) }
    : { ...layout, hidden: without(layout.hidden), shown: [...without(layout.shown), id] };
}

/** Moves a column to the position of another. */
export function moveColumn(
  arranged: readonly ArrangedColumn[],
  layout: ColumnLayout,
  id: string,
  place: string,
): ColumnLayout {
  const ids = arranged.map((column) => column.id);
  const [from, to] = [ids.indexOf(id), ids.indexOf(place)];
  if (from < 0 || to < 0) return layout;
  return { ...layout, order: ids.toSpliced(from, 1).toSpliced(to, 0, id) };
}

/** One step among the visible columns: -1 to the left, 1 to the right. */
export function stepColumn(
  arranged: readonly ArrangedColumn[],
  layout: ColumnLayout,
  id: string,
  step: -1 | 1,
): ColumnLayout {
  const visible = visibleColumns(arranged);
  const neighbour = visible[visible.findIndex((column) => column.id === id) + step];
  return neighbour === undefined ? layout : moveColumn(arranged, layout, id, neighbour.id);
}

export function resizeColumn(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  const px = Math.round(Math.min(Math.max(minWidth, width), maxWidth));
  return { ...layout, widths: { ...layout.widths, [id]: px } };
}
