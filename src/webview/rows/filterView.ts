import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RowsReady } from '../../panels/contract/protocolRows.ts';
import { iconButton } from '../shared/iconButton.ts';
import { callsMenu } from './callsMenu.ts';
import { columnsMenu } from './columnsMenu.ts';
import type { RowsPage } from './rowsPage.ts';
import { isFiltered, noFilter, type RowsState } from './rowsState.ts';

export function filterView(ready: RowsReady, state: RowsState, page: RowsPage): TemplateResult {
  const { question } = state;
  return html`<div class="filters" role="search" aria-label="Filter rows">
    <vscode-textfield
      class="query"
      .label=${'Search numbers, names, variables, outputs and what was said'}
      placeholder="Search all of a row and what was said"
      .value=${live(state.typed)}
      @input=${(event: Event) => page.filterText(valueOf(event))}
      @change=${(event: Event) => page.filter({ query: valueOf(event) })}
    >
      <vscode-icon slot="content-before" name="search"></vscode-icon>
    </vscode-textfield>
    ${callsMenu(ready, state, page)}
    ${
      isFiltered(question)
        ? iconButton({ icon: 'clear-all', label: 'Clear filters', run: () => page.filter(noFilter) })
        : nothing
    }
    ${columnsMenu(state, page)}
  </div>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}
