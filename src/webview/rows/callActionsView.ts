import { html, nothing, type TemplateResult } from 'lit';
import { callActions, type CallAction } from '../../core/callCapabilities.ts';
import { textButton } from '../shared/textButton.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

const labels: Readonly<Record<CallAction, string>> = {
  launch: 'Launch These…',
  again: 'Call Again…',
  pause: 'Pause',
  resume: 'Resume…',
  cancel: 'Cancel Calls…',
};

/** The actions on the calls of the selection, where at least one row allows them. */
export function callActionsView(
  { answer, selection }: RowsState,
  page: RowsPage,
): TemplateResult | typeof nothing {
  const counts = new Map<CallAction, number>();
  for (const { id, can = [] } of answer?.rows ?? []) {
    if (!selection.chosen.has(id)) continue;
    for (const action of can) counts.set(action, (counts.get(action) ?? 0) + 1);
  }
  if (counts.size === 0) return nothing;
  return html`<span class="call-actions" role="group" aria-label="Calls of the selected rows">
    ${callActions.map((action) => {
      const count = counts.get(action) ?? 0;
      if (count === 0) return nothing;
      const isForEach = count === selection.chosen.size || selection.all === true;
      const some = isForEach ? undefined : `Applies to ${count} of ${selection.chosen.size} selected rows`;
      return textButton(labels[action], () => page.callAction(action), some);
    })}
  </span>`;
}
