import type { CallRetryConfig } from '../../core/retryConfig.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { Assistant } from '../../core/assistant.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { concurrency, rulesOf, type SandboxCampaign, type SandboxState } from '../sandboxState.ts';

/** The changes of one `PATCH`. Undefined: the field stays as it is; null: back to its default. */
export interface CampaignChanges {
  readonly name?: string | undefined;
  readonly fromPhoneNumber?: string | null | undefined;
  readonly maxConcurrentCalls?: number | null | undefined;
  readonly callRetryConfig?: CallRetryConfig | null | undefined;
  /** Allowed for drafts only. */
  readonly draft?: {
    readonly assistant?: Assistant | undefined;
    readonly contacts?: Contacts | undefined;
    readonly scheduledMs?: number | null | undefined;
    readonly type?: 'regular' | 'jump_in' | undefined;
  };
}

/** Changes the calls that are not over. @throws HttpProblem 409 for a change that only a draft may have */
export function updateCampaign(
  state: SandboxState,
  campaign: SandboxCampaign,
  changes: CampaignChanges,
): void {
  const { order, pacer } = campaign;
  const { name = order.name, draft = {} } = changes;
  if (state.revision === '0.3.0' && pacer !== undefined) refuseAfterLaunch(changes);
  const value = <T>(wanted: T | null | undefined, old: T | undefined): T | undefined =>
    wanted === undefined ? old : (wanted ?? undefined);
  campaign.order = {
    ...order,
    name,
    assistant: draft.assistant ?? order.assistant,
    contacts: draft.contacts ?? order.contacts,
    type: draft.type ?? order.type,
    scheduledMs: value(draft.scheduledMs, order.scheduledMs),
    fromPhoneNumber: value(changes.fromPhoneNumber, order.fromPhoneNumber),
    maxConcurrentCalls: value(changes.maxConcurrentCalls, order.maxConcurrentCalls),
    callRetryConfig: value(changes.callRetryConfig, order.callRetryConfig),
  };
  campaign.changedMs = state.clock.nowMs();
  if (pacer === undefined) return;
  campaign.replaced.push({ untilMs: pacer.run.nowMs, order });
  pacer.run.change({
    maxConcurrentCalls: concurrency(campaign.order),
    ...(changes.callRetryConfig === undefined ? {} : { rules: rulesOf(campaign) }),
  });
}

/** In `0.3.0`, a campaign can only be renamed after its launch. */
function refuseAfterLaunch({ fromPhoneNumber, maxConcurrentCalls, callRetryConfig, draft }: CampaignChanges) {
  const asked = [fromPhoneNumber, maxConcurrentCalls, callRetryConfig, ...Object.values(draft ?? {})];
  if (asked.some((value) => value !== undefined))
    throw new HttpProblem(409, 'Only the name of a campaign can be changed after its launch');
}

/** @throws HttpProblem 409 */
export function launchDraft(state: SandboxState, campaign: SandboxCampaign): void {
  if (campaign.pacer !== undefined) throw new HttpProblem(409, 'Only a draft can be launched');
  state.launch(campaign);
}

/** Calls in progress finish; no others start. @throws HttpProblem 409 */
export function pauseCampaign(campaign: SandboxCampaign): void {
  openRun(campaign, 'paused').pause();
}

/** @throws HttpProblem 409 */
export function resumeCampaign({ clock }: SandboxState, campaign: SandboxCampaign): void {
  const run = openRun(campaign, 'resumed');
  // On the fast clock the campaign's own time stops while nothing can happen.
  run.advanceTo(clock.nowMs());
  run.resume();
}

/** @throws HttpProblem 409 */
export function cancelCampaign(campaign: SandboxCampaign): void {
  const { pacer } = campaign;
  if (pacer === undefined) throw new HttpProblem(409, 'A draft has no calls to cancel');
  openRun(campaign, 'cancelled').cancel();
}

function openRun({ pacer }: SandboxCampaign, becomes: string): CampaignRun {
  if (pacer === undefined) throw new HttpProblem(409, `A draft cannot be ${becomes}`);
  if (pacer.run.isCancelled) throw new HttpProblem(409, 'Campaign is already cancelled');
  if (pacer.run.isFinished) throw new HttpProblem(409, 'Campaign is already completed');
  return pacer.run;
}
