import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallStatus, ResultFilter } from '../../core/row.ts';
import type { RowsReady } from '../../panels/protocolRows.ts';
import { columnsMenu } from './columnsMenu.ts';
import type { RowsPage } from './rowsPage.ts';
import { isFiltered, noFilter, type RowsState } from './state.ts';

export function filterView(ready: RowsReady, state: RowsState, page: RowsPage): TemplateResult {
  const { question } = state;
  return html`<div class="filters" role="search" aria-label="Filter rows">
    <vscode-textfield
      class="query"
      label="Filter by phone number or variable"
      placeholder="Filter by number or variable"
      .value=${live(question.query)}
      @input=${(event: Event) => page.filterText(valueOf(event))}
      @change=${(event: Event) => page.filter({ query: valueOf(event) })}
    >
      <vscode-icon slot="content-before" name="search"></vscode-icon>
    </vscode-textfield>
    <vscode-multi-select
      class="statuses"
      label="Call status"
      .value=${question.statuses}
      @change=${(event: Event) => page.filter({ statuses: statusesOf(event) })}
    >
      ${ready.statuses.map(
        ({ value, label }) =>
          html`<vscode-option value=${value} ?selected=${question.statuses.includes(value)}
            >${label}</vscode-option
          >`,
      )}
    </vscode-multi-select>
    <vscode-single-select
      class="result"
      label="Result"
      @change=${(event: Event) => page.filter({ result: resultOf(event) })}
    >
      ${ready.results.map(
        ({ value, label }) =>
          html`<vscode-option value=${value} ?selected=${(question.result ?? 'all') === value}
            >${label}</vscode-option
          >`,
      )}
    </vscode-single-select>
    ${
      isFiltered(question)
        ? html`<vscode-toolbar-button
            icon="clear-all"
            label="Clear filters"
            title="Clear filters"
            @click=${() => page.filter(noFilter)}
          ></vscode-toolbar-button>`
        : nothing
    }
    ${columnsMenu(state, page)}
  </div>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

function statusesOf(event: Event): readonly CallStatus[] {
  return (event.target as HTMLElement & { value: readonly CallStatus[] }).value;
}

function resultOf(event: Event): ResultFilter | undefined {
  const value = valueOf(event) as ResultFilter;
  return value === 'all' ? undefined : value;
}
