import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { emptyState, loadingState, type EmptyState } from '../shared/emptyState.ts';
import { icon } from '../shared/icon.ts';
import { categoriesView } from './categoriesView.ts';
import { filterView } from './filterView.ts';
import { headView } from './headView.ts';
import { footerView } from './pagerView.ts';
import { announcement } from './rangeText.ts';
import type { RowsPage } from './rowsPage.ts';
import { isFiltered, noFilter, type RowsState } from './rowsState.ts';
import { tableView } from './tableView.ts';

/** The page as a function of its state. */
export function rowsView(state: RowsState, page: RowsPage): TemplateResult {
  const { ready, head } = state;
  if (ready === undefined || head === undefined) {
    return html`<main>${content(state, page)}</main>`;
  }
  const slow = state.asking === 'slow' && state.answer !== undefined;
  return html`<main>
    ${headView(head, state, page)} ${categoriesView(ready, state, page)} ${filterView(ready, state, page)}
    ${notice(state, page)} ${readingLine(state)}
    <div class="busy">${slow ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}</div>
    <div class="table-area ${slow ? 'waiting' : ''}" aria-busy=${state.asking !== 'no'}>
      ${content(state, page)}
    </div>
    ${footerView(state, page)} ${fullTextView(state, page)}
    <div class="visually-hidden" aria-live="polite">${announcement(state)}</div>
  </main>`;
}

function content(state: RowsState, page: RowsPage): TemplateResult {
  const { answer, failure, asking, question, reading } = state;
  if (answer === undefined) {
    // A whole campaign that is being read says how far it is; asked again, it would begin anew.
    const again = reading === undefined ? () => page.refresh() : undefined;
    return failure === undefined
      ? loadingState(asking === 'slow', 'Reading the rows…', again)
      : emptyState(failureState(failure, page));
  }
  if (answer.rows.length > 0) return tableView(state, page);
  if (isFiltered(question)) {
    const clear = { label: 'Clear Filters', run: () => page.filter(noFilter) };
    return emptyState({ icon: 'filter', title: 'No row matches the filters', actions: [clear] });
  }
  if (question.page > 0) {
    const first = { label: 'Go to the First Page', run: () => page.goToPage(0) };
    return emptyState({ icon: 'list-unordered', title: 'There are no rows on this page', actions: [first] });
  }
  return emptyState({ icon: 'list-unordered', title: 'This campaign has no rows' });
}

function failureState({ message, reason }: NonNullable<RowsState['failure']>, page: RowsPage): EmptyState {
  const retry = { label: 'Try Again', run: () => page.refresh() };
  const setKey = { label: 'Set API Key', run: () => page.setApiKey() };
  if (reason === 'no key' || reason === 'auth') {
    const title = reason === 'auth' ? 'The API key is not accepted' : 'No API key is set';
    return { icon: 'key', title, text: message, actions: [setKey, retry] };
  }
  const offline = reason === 'offline' || reason === 'timeout';
  const title = offline ? 'The server cannot be reached' : 'The rows could not be read';
  return { icon: offline ? 'debug-disconnect' : 'warning', title, text: message, actions: [retry] };
}

/** While a whole campaign is read: counts, filters and sorting wait for it. */
function readingLine({ reading, head }: RowsState): TemplateResult | typeof nothing {
  if (reading === undefined) return nothing;
  const total = head?.progress?.total;
  const of =
    total === undefined ? plural(reading, 'row') : `${formatCount(reading)} of ${plural(total, 'row')}`;
  return html`<div class="reading-line quiet" role="status">Reading ${of}…</div>`;
}

/** Above rows that are old: since when, why, and what to do. */
function notice(state: RowsState, page: RowsPage): TemplateResult | typeof nothing {
  const { head, answer, failure, stale, nowMs } = state;
  const problem = failure?.message ?? stale?.message;
  const gone = head?.gone === true ? 'The server no longer has this campaign.' : undefined;
  const text = gone ?? problem;
  if (answer === undefined || text === undefined) return nothing;
  const since = `Showing what was read ${formatWhen(answer.readMs, nowMs)}.`;
  return html`<div class="notice" role="status">
    ${icon('warning', 'yellow')}<span>${text} ${since}</span>
    ${
      gone === undefined
        ? html`<vscode-button secondary @click=${() => page.refresh()}>Try Again</vscode-button>`
        : nothing
    }
  </div>`;
}

/** A dialog of the browser's own: it keeps the focus and gives it back, and Escape closes it. */
function fullTextView({ fullText }: RowsState, page: RowsPage): TemplateResult | typeof nothing {
  if (fullText === undefined) return nothing;
  const close = () => page.dispatch({ type: 'fullText', fullText: undefined });
  return html`<dialog class="full-text" aria-label=${fullText.title} @close=${close}>
    <h2>${fullText.title}</h2>
    <pre tabindex="0">${fullText.text}</pre>
    <vscode-button @click=${close}>Close</vscode-button>
  </dialog>`;
}
