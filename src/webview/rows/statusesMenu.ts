import { html, type TemplateResult } from 'lit';
import type { CallStatus } from '../../core/row.ts';
import type { RowsReady } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import { menuView } from './menuView.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

/** Several call statuses at once. */
export function statusesMenu(ready: RowsReady, state: RowsState, page: RowsPage): TemplateResult {
  const { statuses } = state.question;
  const content = () =>
    html`<div class="statuses-list">
      ${ready.statuses.map(
        ({ value, label }) =>
          html`<vscode-checkbox
            .checked=${statuses.includes(value)}
            label=${label}
            @change=${() => page.filter({ statuses: toggled(statuses, value) })}
          ></vscode-checkbox>`,
      )}
    </div>`;
  const text = statusesText(ready, statuses);
  const buttonContent = html`<span class="select-text">${text}</span>${icon('chevron-down')}`;
  const label = `Call status: ${text}`;
  return menuView(
    { id: 'statuses', label, buttonContent, buttonClass: 'select-button', content },
    state,
    page,
  );
}

/** `Any status`, `Calling`, `3 statuses` */
export function statusesText(ready: RowsReady, statuses: readonly CallStatus[]): string {
  const [first] = statuses;
  if (first === undefined) return 'Any status';
  if (statuses.length > 1) return `${statuses.length} statuses`;
  return ready.statuses.find(({ value }) => value === first)?.label ?? first;
}

function toggled(statuses: readonly CallStatus[], status: CallStatus): readonly CallStatus[] {
  return statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status];
}
