import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallStatus, ResultFilter } from '../../core/row.ts';
import type { RowsReady } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import { menuView } from './menuView.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

/** The service's own words for a call, which are finer than the categories: statuses and one result. */
export function callsMenu(ready: RowsReady, state: RowsState, page: RowsPage): TemplateResult {
  const { statuses, result } = state.question;
  const content = () =>
    html`<div class="calls-list">
      <fieldset>
        <legend>Call status</legend>
        ${ready.statuses.map(
          ({ value, label }) =>
            html`<vscode-checkbox
              .checked=${statuses.includes(value)}
              label=${label}
              @change=${() => page.filter({ statuses: toggled(statuses, value) })}
            ></vscode-checkbox>`,
        )}
      </fieldset>
      <fieldset>
        <legend>Result</legend>
        ${ready.results.map(
          ({ value, label }) =>
            html`<label class="result">
              <input
                type="radio"
                name="result"
                .checked=${live((result ?? 'all') === value)}
                @change=${() => page.filter({ result: value === 'all' ? undefined : value })}
              />${label}</label
            >`,
        )}
      </fieldset>
    </div>`;
  const text = callsText(ready, statuses, result);
  const buttonContent = html`<span class="select-text">${text}</span>${icon('chevron-down')}`;
  const label = `Call status and result: ${text}`;
  return menuView({ id: 'calls', label, buttonContent, buttonClass: 'select-button', content }, state, page);
}

/** `Any call`, `Calling`, `2 statuses, Voicemail` */
function callsText(
  ready: RowsReady,
  statuses: readonly CallStatus[],
  result: ResultFilter | undefined,
): string {
  const [first] = statuses;
  const one = ready.statuses.find(({ value }) => value === first)?.label ?? first;
  const status = statuses.length > 1 ? `${statuses.length} statuses` : one;
  const chosen = result && ready.results.find(({ value }) => value === result)?.label;
  return [status, chosen].filter((part) => part !== undefined).join(', ') || 'Any call';
}

function toggled(statuses: readonly CallStatus[], status: CallStatus): readonly CallStatus[] {
  return statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status];
}
