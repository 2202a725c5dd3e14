import { arrangeColumns, maxWidth, minWidth, resizeColumn } from './columns.ts';
import { focusActive } from './focus.ts';
import type { RowsPage } from './rowsPage.ts';

const stepPx = 10;
const bigStepPx = 50;
/** The padding of a cell, plus the width of an ellipsis. */
const aroundPx = 18;
/** The widest column that fitting makes; the full text of a longer cell is available on demand. */
const maxFitPx = 600;

/**
 * The keys of the handle at a header's edge: arrows change the width, Enter fits it, Down goes back to the
 * cells.
 */
export function resizeByKey(event: KeyboardEvent, page: RowsPage): void {
  const handle = event.target;
  if (!(handle instanceof HTMLElement) || !handle.classList.contains('resizer')) return;
  const header = handle.closest<HTMLElement>('th');
  const id = header?.dataset.column;
  if (!header || id === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const { answer, layout } = page.state;
  const width = arrangeColumns(answer?.columns ?? [], layout).find((column) => column.id === id)?.width ?? 0;
  const step = event.shiftKey ? bigStepPx : stepPx;
  const widths: Readonly<Record<string, number>> = {
    ArrowLeft: width - step,
    ArrowRight: width + step,
    Home: minWidth,
    End: maxWidth,
  };
  const wanted = widths[event.key];
  if (wanted !== undefined) page.layout(resizeColumn(layout, id, wanted));
  else if (event.key === 'Enter') fitColumn(header, page);
  else if (event.key === 'ArrowDown' || event.key === 'Escape') focusActive();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** As wide as the longest text that the page of rows has in the column. */
export function fitColumn(header: HTMLElement, page: RowsPage): void {
  const { column: id } = header.dataset;
  if (id === undefined) return;
  const index = [...(header.parentElement?.children ?? [])].indexOf(header) + 1;
  const cells = header.closest('table')?.querySelectorAll(`tbody td:nth-child(${index})`) ?? [];
  const texts = [header.querySelector('.header-text'), ...cells];
  const padding = index === 1 ? aroundPx + 8 : aroundPx; // the first column is indented
  const width = Math.max(...texts.map((text) => (text === null ? 0 : widthOf(text)))) + padding;
  page.layout(resizeColumn(page.state.layout, id, Math.min(width, maxFitPx)));
}

/** Of what is inside, cut or not. */
function widthOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}
