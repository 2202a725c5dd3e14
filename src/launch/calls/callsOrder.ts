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

/** When the calls start. The time is calculated when the request is sent, and the server stores it. */
export type CallsStart =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly atMs: number }
  | { readonly kind: 'after'; readonly delayMs: number };

/** A launch that a person has confirmed. */
export interface CallsOrder {
  /** A UUID, which is also the id of its intent in the journal. */
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly operation: LaunchOperation;
  readonly confirmed: ConfirmedLaunch;
  readonly start: CallsStart;
  /** When the person confirmed, ms since 1970. Absent: immediately before the launch. */
  readonly confirmedMs?: number | undefined;
  /** Which statuses the named calls must have; `not_launched` unless calls are made again. */
  readonly statuses?: readonly CallStatus[] | undefined;
  /** The campaign as it was read directly after the question. Absent: it is read again. */
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
      /** How many calls are launched that were not confirmed. More than 0 is an alarm. */
      readonly more: number;
      readonly campaign: Campaign | undefined;
      /**
       * Phone numbers of confirmed calls that the rows do not show as launched. Absent: the rows were not
       * read.
       */
      readonly skippedNumbers?: readonly string[] | undefined;
    }
  /** Nothing was launched; this is certain. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nothing was sent: another launch of this campaign is open. */
  | { readonly kind: 'blocked'; readonly by: CallsEntry }
  /** Nothing was sent: the campaign is no longer what was confirmed. Each sentence names one change. */
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
  /** Called right before the request is sent: whether the person still sees this connection. */
  readonly stillCurrent: () => boolean;
  /** Called right before the launch is sent. Rejects when anything now forbids calling these people. */
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

/** Whether the order repeats calls that were launched before. */
export function isAgain({ statuses }: CallsOrder): boolean {
  return statuses !== undefined && !statuses.includes('not_launched');
}
