import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LeaveOutDraft } from '../../core/campaignDraft.ts';
import type { LeaveOutView } from '../../panels/contract/protocolLaunch.ts';
import type { SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { checkField, describedBy, fieldMessage, inputId, isInvalid } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

/** The choice of who is left out because of earlier calls, with the count of each. */
export function leaveOutSection(
  view: LeaveOutView | undefined,
  { leaveOut }: SheetDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult | typeof nothing {
  if (view === undefined) return nothing;
  const choose = (change: Partial<LeaveOutDraft>) => page.choose({ leaveOut: { ...leaveOut, ...change } });
  return html`<fieldset class="plain leave-out" id=${inputId('leaveOut')} tabindex="-1">
    <legend>Called before by this account</legend>
    ${checkField('Leave out people who were reached', leaveOut.reached, (reached) => choose({ reached }), view.reached)}
    <div class="days">
      ${checkField(
        'Leave out people who were called in the last',
        leaveOut.calledLately,
        (calledLately) => choose({ calledLately }),
        view.calledLately,
      )}
      <input
        class="input"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-label="Days"
        id=${inputId('calledDays')}
        aria-invalid=${isInvalid('calledDays', state)}
        aria-describedby=${describedBy('calledDays', state)}
        .value=${live(leaveOut.calledDays)}
        @input=${(event: Event) =>
          page.edit({ leaveOut: { ...leaveOut, calledDays: (event.target as HTMLInputElement).value } })}
        @blur=${() => page.touch('calledDays')}
      />
      <span>days</span>
    </div>
    ${fieldMessage('calledDays', state)}
    ${checkField(
      'Leave out people who were not interested',
      leaveOut.notInterested,
      (notInterested) => choose({ notInterested }),
      view.notInterested,
    )}
    ${fieldMessage('leaveOut', { ...state, showAll: true })}
  </fieldset>`;
}
