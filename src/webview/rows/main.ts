import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { RowsEvents, RowsRequests } from '../../panels/contract/protocolRows.ts';
import { connectPage } from '../shared/page.ts';
import '../shared/base.css';
import { focusActive } from './focus.ts';
import { listenToHeaders } from './headerEvents.ts';
import './rows.css';
import { RowsPage } from './rowsPage.ts';
import { rowsView } from './rowsView.ts';
import { gridOf, type RowsState } from './rowsState.ts';
import { listenToTable } from './tableEvents.ts';
import { stickyPlaces } from './stickyPlaces.ts';
import { stickyColumns } from './tableView.ts';

/** How often relative times are redrawn. */
const tickMs = 10_000;

const host = connectPage<RowsRequests, RowsEvents>();
const page = new RowsPage(host, draw);
let shown: RowsState['answer'];
let area: HTMLElement | null = null;
let focusTaken = false;
/** Whether a mouse button is down: the click makes the cell under it active. */
let isPressing = false;

function draw(state: RowsState): void {
  const inTable = document.activeElement?.closest('td') !== null && document.activeElement !== null;
  render(rowsView(state, page), host.root);
  takeArea();
  setWidths(state);
  scroll(state);
  takeFirstFocus(state);
  document.querySelector<HTMLDialogElement>('dialog.full-text:not([open])')?.showModal();
  const isElsewhere = document.activeElement?.closest('td[tabindex="0"]') === null;
  if (inTable && isElsewhere && !isPressing) focusActive();
}

for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
  document.addEventListener(type, () => (isPressing = type === 'pointerdown'), true);
}

/** The page that a person has just opened begins in its table, so that arrows and Enter work at once. */
function takeFirstFocus({ answer }: RowsState): void {
  if (focusTaken || answer === undefined) return;
  focusTaken = true;
  if (document.hasFocus() && document.activeElement === document.body) focusActive();
}

function takeArea(): void {
  const now = document.querySelector<HTMLElement>('.table-area');
  if (now === area || now === null) return;
  area = now;
  shown = undefined; // a new table begins at the scroll position of the last one
  listenToTable(now, page);
  listenToHeaders(now, page);
  now.addEventListener('scrollend', () => page.scrolled(now.scrollTop, now.scrollLeft));
}

/** Widths by script: the content security policy rightly allows no style attributes. */
function setWidths(state: RowsState): void {
  const { columns } = gridOf(state);
  const table = document.querySelector<HTMLElement>('table');
  if (table === null) return;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const sticky = columns.slice(0, stickyColumns(columns)).map(({ width }) => width);
  const places = stickyPlaces(sticky, area?.clientWidth ?? 0);
  places.forEach((left, index) => table.style.setProperty(`--sticky-${index}`, `${left}px`));
  table.classList.toggle('has-sticky', places.length > 0);
  table.style.width = `max(100%, ${total}px)`;
  table.querySelectorAll('col').forEach((col, index) => {
    // The last column takes what is left.
    const width = index === columns.length - 1 ? undefined : columns[index]?.width;
    col.style.width = width === undefined ? '' : `${width}px`;
  });
}

/** Another page begins at its top; a refreshed page stays where it is. */
function scroll({ answer }: RowsState): void {
  if (area === null || answer === undefined || answer === shown) return;
  const turned = answer.question !== shown?.question;
  if (shown === undefined) area.scrollTo(page.scroll);
  else if (turned && JSON.stringify(answer.question) !== JSON.stringify(shown.question)) {
    area.scrollTo({ top: 0 });
  }
  shown = answer;
}

document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.query')?.focus();
});
document.addEventListener('click', ({ target }) => {
  const { menu } = page.state;
  if (menu !== 'none' && target instanceof Element && target.closest(`.menu.${menu}`) === null) {
    page.dispatch({ type: 'menu', menu: 'none' });
  }
});
setInterval(() => page.dispatch({ type: 'tick', nowMs: Date.now() }), tickMs);
void page.start();
