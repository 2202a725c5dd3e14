import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, plural } from '../../core/format.ts';
import type { RowAction } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import { textButton } from '../shared/textButton.ts';
import { callActionsView } from './callActionsView.ts';
import { menuView } from './menuView.ts';
import type { RowsPage } from './rowsPage.ts';
import { gridOf, type RowsState } from './rowsState.ts';
import { chooseAll, noSelection } from './selection.ts';
import { showFullText } from './tableEvents.ts';

interface ToolbarAction {
  readonly action: RowAction;
  readonly label: string;
  /** Only where a single row is selected. */
  readonly single?: true;
}

/** What can be done with the selected rows, in words. */
const actions: readonly ToolbarAction[] = [
  { action: 'openTranscript', label: 'Open Transcript', single: true },
  { action: 'newCsv', label: 'New List of These…' },
];

const copies: readonly ToolbarAction[] = [
  { action: 'copyNumbers', label: 'Phone Numbers' },
  { action: 'copyJson', label: 'As JSON' },
  { action: 'copyMarkdown', label: 'As Markdown' },
];

/** How many rows are selected, the way to all that match, and what can be done with them. */
export function selectionView(state: RowsState, page: RowsPage): TemplateResult {
  const { selection, answer } = state;
  const grid = gridOf(state);
  const total = answer?.total;
  const isAll = selection.all === true;
  const count = isAll ? (total ?? selection.chosen.size) : selection.chosen.size;
  const mayTakeAll =
    !isAll && total !== undefined && total > grid.rows.length && selection.chosen.size === grid.rows.length;
  const isSingle = !isAll && selection.chosen.size === 1;
  return html`<div class="range" role="toolbar" aria-label="Selected rows">
    <span role="status">${isAll ? `All ${plural(count, 'row')}` : plural(count, 'row')} selected</span>
    ${
      mayTakeAll
        ? textButton(`Select All ${formatCount(total)}`, () => page.select(chooseAll(selection, grid, true)))
        : nothing
    }
    ${isAll ? textButton('Clear Selection', () => page.select(noSelection)) : nothing}
    ${actions
      .filter(({ single }) => single !== true || isSingle)
      .map(({ action, label }) => textButton(label, () => page.rowAction(action)))}
    ${isSingle ? textButton('Full Text', () => showFullText(page), 'Full text of the cell (Space)') : nothing}
    ${copyMenu(state, page)} ${callActionsView(state, page)}
  </div>`;
}

function copyMenu(state: RowsState, page: RowsPage): TemplateResult {
  const run = (action: RowAction) => () => {
    page.dispatch({ type: 'menu', menu: 'none' });
    page.rowAction(action);
  };
  const content = () =>
    html`<div class="copy-list">${copies.map(({ action, label }) => textButton(label, run(action)))}</div>`;
  const buttonContent = html`<span>Copy</span>${icon('chevron-up')}`;
  return menuView(
    { id: 'copy', label: 'Copy', buttonContent, buttonClass: 'text-button', content },
    state,
    page,
  );
}
