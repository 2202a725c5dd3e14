import type { Campaign } from '../../core/campaign.ts';
import type { Disposable } from '../../core/emitter.ts';
import type { SkippedCalls } from '../../core/launchCalls.ts';
import type { CampaignApi, Clock, Log } from '../../core/ports.ts';
import type { CallStatus } from '../../core/row.ts';
import type { ConfirmedLaunch } from '../comparison/confirmedCalls.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import type { CallsEntry } from '../journal/callsIntent.ts';
import type { CallsJournal } from '../journal/callsJournal.ts';
import type { LaunchOperation, LaunchTarget } from '../journal/launchIntent.ts';

/** When the calls are to start. The time is calculated when the launch leaves, and the server keeps it. */
export type CallsStart =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly atMs: number }
  | { readonly kind: 'after'; readonly delayMs: number };

/** A launch that a person has confirmed. */
export interface CallsOrder {
  /** A uuid of its own: of its intent in the journal. */
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly operation: LaunchOperation;
  readonly confirmed: ConfirmedLaunch;
  readonly start: CallsStart;
  /** When the person said yes, ms since 1970. Absent: right before. */
  readonly confirmedMs?: number | undefined;
  /** Which statuses the named calls must have; `not_launched` unless calls are made again. */
  readonly statuses?: readonly CallStatus[] | undefined;
  /** The campaign as it was read after the question, with nothing in between. Absent: it is read again. */
  readonly read?: CampaignWithRows | undefined;
}

/** How a launch ended, as far as can be known. */
export type CallsEnd =
  | {
      readonly kind: 'launched';
      readonly asked: number;
      readonly launched: number;
      readonly skipped: SkippedCalls;
      /** When the server starts them, ms since 1970; undefined: at once. */
      readonly scheduledMs: number | undefined;
      readonly by: 'answer' | 'rows';
      /** Calls that are launched and were not confirmed. More than 0 is an alarm. */
      readonly more: number;
      readonly campaign: Campaign | undefined;
      /** Of the confirmed calls: numbers of those that the rows do not show launched, where that was read. */
      readonly skippedNumbers?: readonly string[] | undefined;
    }
  /** Surely nothing was launched. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nothing was sent: another launch of this campaign is open. */
  | { readonly kind: 'blocked'; readonly by: CallsEntry }
  /** Nothing was sent: it is not what was confirmed any more. Sentences say what changed. */
  | { readonly kind: 'changed'; readonly changes: readonly string[]; readonly read: CampaignWithRows }
  /** Nothing was sent: the start time passed meanwhile. */
  | { readonly kind: 'time passed'; readonly atMs: number }
  /** The answer was lost. `seen` of the calls are launched so far. */
  | { readonly kind: 'cannot tell'; readonly error: unknown; readonly asked: number; readonly seen: number };

export interface CallsOptions {
  readonly api: Pick<
    CampaignApi,
    'retrieveCampaign' | 'readRows' | 'launchCalls' | 'launchDraft' | 'updateCampaign'
  >;
  readonly target: LaunchTarget;
  readonly journal: CallsJournal;
  readonly signal?: AbortSignal | undefined;
  /** Asked right before the request leaves: is this still the connection that the person sees? */
  readonly stillCurrent: () => boolean;
  /** Asked right before the launch leaves: rejects when anything forbids to call these people by then. */
  readonly stillAllowed: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  readonly every: (ms: number, run: () => void) => Disposable;
  readonly clock: Clock;
  readonly log: Log;
}

/** @returns ms since 1970; undefined: at once */
export function startMs(start: CallsStart, nowMs: number): number | undefined {
  if (start.kind === 'at') return start.atMs;
  return start.kind === 'after' ? nowMs + start.delayMs : undefined;
}

/** Calls that were launched before, and are made again. */
export function isAgain({ statuses }: CallsOrder): boolean {
  return statuses !== undefined && !statuses.includes('not_launched');
}
