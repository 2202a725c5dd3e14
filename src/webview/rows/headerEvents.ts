import { fitColumn, resizeByKey } from './columnWidth.ts';
import { arrangeColumns, moveColumn, resizeColumn } from './columns.ts';
import type { RowsPage } from './rowsPage.ts';

/**
 * Headers: dragging the edge changes the width, a double click fits it, dragging the text moves the column.
 */
export function listenToHeaders(area: HTMLElement, page: RowsPage): void {
  let dragged: string | undefined;
  area.addEventListener('pointerdown', (event) => resize(event, page));
  area.addEventListener('dblclick', ({ target }) => {
    const header = headerOf(target);
    if (header !== undefined) fitColumn(header, page);
  });
  area.addEventListener('keydown', (event) => resizeByKey(event, page));
  area.addEventListener('dragstart', (event) => {
    dragged = headerOf(event.target)?.dataset.column;
    if (dragged === undefined) return;
    event.dataTransfer?.setData('text/plain', dragged);
  });
  area.addEventListener('dragover', (event) => {
    if (dragged !== undefined && headerOf(event.target) !== undefined) event.preventDefault();
  });
  area.addEventListener('drop', (event) => {
    const place = headerOf(event.target)?.dataset.column;
    if (dragged === undefined || place === undefined) return;
    event.preventDefault();
    const { answer, layout } = page.state;
    page.layout(moveColumn(arrangeColumns(answer?.columns ?? [], layout), layout, dragged, place));
  });
  area.addEventListener('dragend', () => (dragged = undefined));
}

function resize(event: PointerEvent, page: RowsPage): void {
  const { target } = event;
  const header = headerOf(target);
  const id = header?.dataset.column;
  if (!(target instanceof HTMLElement) || !target.classList.contains('resizer')) return;
  if (header === undefined || id === undefined) return;
  event.preventDefault(); // no drag of the column
  const [startX, startWidth] = [event.clientX, header.offsetWidth];
  const move = ({ clientX }: PointerEvent, keep = false) =>
    page.layout(resizeColumn(page.state.layout, id, startWidth + clientX - startX), keep);
  const stop = new AbortController();
  target.setPointerCapture(event.pointerId);
  target.addEventListener('pointermove', (moved) => move(moved), { signal: stop.signal });
  target.addEventListener(
    'pointerup',
    (moved) => {
      stop.abort();
      move(moved, true);
    },
    { signal: stop.signal },
  );
}

function headerOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('th[data-column]') ?? undefined)
    : undefined;
}
