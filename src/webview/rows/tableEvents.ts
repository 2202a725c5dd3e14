import { focusActive, focusHandle } from './focus.ts';
import type { RowsPage } from './rowsPage.ts';
import { activeCell, chooseAll, goTo, keyTarget, type Extent } from './selection.ts';
import { cellOf, gridOf, pageCount } from './rowsState.ts';
import { choiceAsTsv, copyChoice } from './tsv.ts';

/** Mouse, keyboard and clipboard of the table, caught once for all cells. */
export function listenToTable(area: HTMLElement, page: RowsPage): void {
  area.addEventListener('click', (event) => clicked(event, page));
  area.addEventListener('dblclick', (event) => {
    if (cellAt(event.target) !== undefined) page.rowAction('openTranscript');
  });
  area.addEventListener('contextmenu', (event) => {
    const at = cellAt(event.target);
    const id = at && gridOf(page.state).rows[at.row]?.id;
    if (at && id !== undefined && !page.state.selection.chosen.has(id)) choose(page, at, 'one');
  });
  area.addEventListener('mouseover', ({ target }) => {
    const cell = target instanceof HTMLElement ? target.closest('td') : null;
    if (cell?.title === '' && cell.scrollWidth > cell.clientWidth) {
      cell.title = cell.textContent.trim().slice(0, 1000);
    }
  });
  area.addEventListener('mouseout', ({ target }) => {
    if (target instanceof HTMLElement) target.closest('td')?.removeAttribute('title');
  });
  area.addEventListener('keydown', (event) => pressed(event, page));
  document.addEventListener('copy', (event) => copied(event, area, page));
}

function clicked(event: MouseEvent, page: RowsPage): void {
  const at = cellAt(event.target);
  if (at === undefined) return;
  const extent = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one';
  choose(page, at, extent);
  const opens = event.target instanceof HTMLElement && event.target.closest('.open-call') !== null;
  if (opens && extent === 'one') page.rowAction('openTranscript');
}

function pressed(event: KeyboardEvent, page: RowsPage): void {
  const { selection } = page.state;
  const grid = gridOf(page.state);
  if (cellAt(event.target) === undefined || grid.rows.length === 0) return;
  const ctrl = event.ctrlKey || event.metaKey;
  const at = activeCell(selection, grid);
  const target = event.altKey ? undefined : keyTarget(event.key, ctrl, at);
  if (event.key === 'ArrowUp' && at.row === 0 && !event.shiftKey) focusHandle();
  else if (target !== undefined) {
    if (!turnedPage(event.key, at.row, grid.rows.length, page)) {
      choose(page, target, event.shiftKey ? 'range' : 'one');
    }
  } else if (event.key === 'Enter') {
    // The active row, whatever else is selected.
    if (selection.chosen.size !== 1) choose(page, at, 'one');
    page.rowAction('openTranscript');
  } else if (event.key === ' ' && ctrl) choose(page, at, 'toggle');
  else if (event.key === ' ') showFullText(page);
  else if (event.key.toLowerCase() === 'a' && ctrl) {
    page.select(chooseAll(selection, grid));
    // VS Code listens on the window, and would mark all text of the page.
    event.stopPropagation();
  } else return;
  event.preventDefault();
}

/** Page Down on the last row is the next page, Page Up on the first the one before. */
function turnedPage(key: string, row: number, rows: number, page: RowsPage): boolean {
  const { question, answer } = page.state;
  const last = pageCount(page.state);
  if (key === 'PageDown' && row === rows - 1 && (answer?.hasNext ?? false)) {
    if (last === undefined || question.page < last - 1) page.goToPage(question.page + 1);
    return true;
  }
  if (key === 'PageUp' && row === 0 && question.page > 0) {
    page.goToPage(question.page - 1);
    return true;
  }
  return false;
}

function choose(page: RowsPage, at: { row: number; column: number }, extent: Extent): void {
  page.select(goTo(page.state.selection, gridOf(page.state), at, extent));
  queueMicrotask(() => focusActive()); // once it is drawn, and before the next key
}

/** Shows the whole text of the active cell. */
export function showFullText(page: RowsPage): void {
  const grid = gridOf(page.state);
  const { row, column } = activeCell(page.state.selection, grid);
  const [shown, of] = [grid.rows[row], grid.columns[column]];
  if (shown === undefined || of === undefined || cellOf(shown, of.id) === undefined) return;
  void page.showFullText(shown.id, of.id, `${of.label} of ${shown.phone}`);
}

function copied(event: ClipboardEvent, area: HTMLElement, page: RowsPage): void {
  if (!area.contains(document.activeElement) || cellAt(document.activeElement) === undefined) return;
  const grid = gridOf(page.state);
  const choice = copyChoice(page.state.selection, grid);
  if (choice.rowIds.length === 0) return;
  event.preventDefault();
  const tsv = choiceAsTsv(choice, grid);
  if (tsv === undefined) page.copyCells(choice.rowIds, choice.columnIds);
  else event.clipboardData?.setData('text/plain', tsv);
}

function cellAt(target: EventTarget | null): { row: number; column: number } | undefined {
  const cell = target instanceof Element ? target.closest('td') : null;
  const row = cell?.closest('tr');
  return cell === null || !row ? undefined : { row: row.sectionRowIndex, column: cell.cellIndex };
}
