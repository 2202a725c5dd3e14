import { html, nothing, type TemplateResult } from 'lit';
import { delayUnits, type RulesDraft, type WindowDraft } from '../../core/campaignDraft.ts';
import { iconButton } from '../shared/iconButton.ts';
import { fieldMessage, selectField, textField } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

/** The calling windows of a day, each with its delay before the next attempt. */
export function windowsView({ windows }: RulesDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  return html`<div class="windows" role="group" aria-label="Calling windows">
    ${windows.map((window, at) => windowRow(window, at, windows.length, state, page))}
    ${fieldMessage('rules.windows', { ...state, showAll: true })}
    <button
      class="button secondary"
      id="field-rules-windows"
      @click=${() => {
        page.dispatch({ type: 'addWindow' });
        page.goToNew(`rules.windows.${windows.length}.start`);
      }}
    >
      <span class="codicon codicon-add" aria-hidden="true"></span>Add Window
    </button>
  </div>`;
}

function windowRow(
  { start, end, delay, unit }: WindowDraft,
  at: number,
  count: number,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  const path = `rules.windows.${at}`;
  const which = count === 1 ? '' : ` of window ${at + 1}`;
  const text = (side: 'start' | 'end' | 'delay', label: string, value: string, placeholder: string) =>
    textField(
      {
        field: `${path}.${side}`,
        label: label + which,
        hiddenLabel: true,
        value,
        placeholder,
        classes: side,
        ...(side === 'delay' && { inputmode: 'decimal' as const }),
        type: (typed) => page.dispatch({ type: 'window', at, change: { [side]: typed } }),
        left: () => page.touch(`${path}.${side}`),
      },
      state,
    );
  return html`<div class="window">
    <span class="window-part">
      <span class="quiet" aria-hidden="true">From</span>
      ${text('start', 'Start', start, '09:00')}
      <span class="quiet" aria-hidden="true">to</span>
      ${text('end', 'End', end, '18:00')}
    </span>
    <span class="window-part">
      <span class="quiet" aria-hidden="true">retry after</span>
      ${text('delay', 'Wait before the next attempt', delay, '2')}
      ${selectField(
        {
          field: `${path}.unit`,
          label: `Unit of the wait${which}`,
          hiddenLabel: true,
          value: unit,
          options: delayUnits.map((value) => ({ value, label: value })),
          choose: (value) =>
            page.dispatch({
              type: 'window',
              at,
              change: { unit: delayUnits.find((known) => known === value) ?? 'minutes' },
            }),
        },
        state,
      )}
      ${
        count === 1
          ? nothing
          : iconButton({
              icon: 'trash',
              label: `Remove window ${at + 1}`,
              run: () => page.dispatch({ type: 'removeWindow', at }),
            })
      }
    </span>
  </div>`;
}
