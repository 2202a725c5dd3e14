import { html, nothing, type TemplateResult } from 'lit';
import { callActions, type CallAction } from '../../core/callCapabilities.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

const faces: Readonly<Record<CallAction, { readonly icon: string; readonly label: string }>> = {
  launch: { icon: 'call-outgoing', label: 'Launch these…' },
  again: { icon: 'debug-restart', label: 'Call again…' },
  pause: { icon: 'debug-pause', label: 'Pause these' },
  resume: { icon: 'debug-continue', label: 'Resume these…' },
  cancel: { icon: 'circle-slash', label: 'Cancel these calls…' },
};

/** Beside what is selected: what may be asked of its calls, where at least one row suits. */
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
      const { icon, label } = faces[action];
      const text =
        count === selection.chosen.size ? label : `${label} (${count} of ${selection.chosen.size})`;
      return iconButton({ icon, label: text, run: () => page.callAction(action) });
    })}
  </span>`;
}
