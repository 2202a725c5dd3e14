import {
  rulesDraftOf,
  type CampaignDraft,
  type StartKind,
  type LeaveOutDraft,
} from '../../core/campaignDraft.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import type { LeaveOut } from './campaignSpec.ts';
import { startTimeText } from './validateDraft.ts';

/** A field that is not given stays as it is. */
type GivenLeaveOut = { readonly [K in keyof LeaveOut]?: LeaveOut[K] | undefined };

/** A campaign as command arguments or a campaign file give it. A field that is not given is undefined. */
export interface GivenCampaign {
  /** uuid */
  readonly assistantId?: string | undefined;
  readonly name?: string | undefined;
  readonly start?: StartKind | undefined;
  /** For the start `schedule`, ms since 1970. */
  readonly scheduledMs?: number | undefined;
  /** For the start `grace`. */
  readonly graceMinutes?: number | undefined;
  readonly fromPhoneNumber?: string | undefined;
  readonly maxConcurrentCalls?: number | undefined;
  readonly callRetryConfig?: CallRetryConfig | undefined;
  readonly leaveOut?: GivenLeaveOut | undefined;
}

/** The draft with the given values filled in as if typed; other fields stay as they are in `draft`. */
export function withGiven(draft: CampaignDraft, given: GivenCampaign, nowMs: number): CampaignDraft {
  const { assistantId, name, start, scheduledMs, graceMinutes, fromPhoneNumber } = given;
  const { maxConcurrentCalls, callRetryConfig } = given;
  return {
    ...draft,
    name: name ?? draft.name,
    assistantId: assistantId ?? draft.assistantId,
    ...(callRetryConfig === undefined ? {} : { rulesFrom: 'own', rules: rulesDraftOf(callRetryConfig) }),
    fromNumber: fromPhoneNumber ?? draft.fromNumber,
    concurrency: maxConcurrentCalls === undefined ? draft.concurrency : String(maxConcurrentCalls),
    start: start ?? draft.start,
    startAt: scheduledMs === undefined ? draft.startAt : startTimeText(scheduledMs, nowMs),
    graceMinutes: graceMinutes === undefined ? draft.graceMinutes : String(graceMinutes),
    leaveOut: leaveOutDraft(draft.leaveOut, given.leaveOut),
  };
}

function leaveOutDraft(before: LeaveOutDraft, given: GivenLeaveOut = {}): LeaveOutDraft {
  const { reached = before.reached, notInterested = before.notInterested, calledWithinDays } = given;
  if (calledWithinDays === undefined) return { ...before, reached, notInterested };
  return { reached, notInterested, calledLately: true, calledDays: String(calledWithinDays) };
}
