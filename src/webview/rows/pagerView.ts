import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.ts';
import { pageSizes } from '../../panels/contract/protocolRows.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { RowsPage } from './rowsPage.ts';
import { rangeText } from './rangeText.ts';
import { pageCount, type RowsState } from './rowsState.ts';
import { selectionView } from './selectionView.ts';

/** The footer of the table: the selection with its actions, and the pages. */
export function footerView(state: RowsState, page: RowsPage): TemplateResult {
  return html`<footer>
    ${state.selection.chosen.size > 0 ? selectionView(state, page) : rangeView(state)}
    ${pagerView(state, page)}
  </footer>`;
}

function rangeView(state: RowsState): TemplateResult {
  return html`<div class="range">${rangeText(state)}</div>`;
}

/** The input box keeps what is typed while the table is redrawn. It is set when the page changes. */
function pagerView(state: RowsState, page: RowsPage): TemplateResult {
  const { question, answer } = state;
  const pages = pageCount(state);
  const hasNext = answer?.hasNext ?? false;
  const button = (icon: string, label: string, enabled: boolean, to: number, doubled = false) =>
    iconButton({ icon, label, enabled, doubled, run: () => page.goToPage(to) });
  return html`<nav class="pager" aria-label="Pages">
    ${button('chevron-left', 'First page', question.page > 0, 0, true)}
    ${button('chevron-left', 'Previous page', question.page > 0, question.page - 1)}
    <label class="page-field"
      >Page
      <input
        type="text"
        inputmode="numeric"
        aria-label="Go to page"
        .value=${formatCount(question.page + 1)}
        @change=${(event: Event) => goTo(event, pages, page)}
      />
      ${pages === undefined ? nothing : html`of ${formatCount(pages)}`}</label
    >
    ${button('chevron-right', 'Next page', hasNext, question.page + 1)}
    ${button('chevron-right', 'Last page', pages !== undefined && hasNext, (pages ?? 1) - 1, true)}
    <label class="page-size"
      ><span>Rows per page</span>
      <vscode-single-select
        label="Rows per page"
        position="above"
        @change=${(event: Event) => page.pageSize(Number((event.target as HTMLSelectElement).value))}
      >
        ${sizes(question.page_size).map(
          (size) =>
            html`<vscode-option value=${String(size)} ?selected=${size === question.page_size}
              >${size}</vscode-option
            >`,
        )}
      </vscode-single-select></label
    >
  </nav>`;
}

function sizes(current: number): readonly number[] {
  return [...new Set([...pageSizes, current])].toSorted((a, b) => a - b);
}

/** Restores the box after an invalid page number; a number beyond the last page means the last page. */
function goTo(event: Event, pages: number | undefined, page: RowsPage): void {
  const field = event.target as HTMLInputElement;
  const wanted = Number(field.value.replace(/[\s,.]/g, ''));
  const last = pages ?? Infinity;
  if (Number.isInteger(wanted) && wanted >= 1) page.goToPage(Math.min(wanted, last) - 1);
  field.value = formatCount(page.state.question.page + 1);
}
