import type { LaunchTarget } from './launchIntent.ts';
import type { JournalEntry } from './stepJournal.ts';

/** A launch of calls of one campaign, as it is written to the journal before anything is sent. */
export interface CallsIntent {
  readonly kind: 'calls';
  readonly id: string;
  readonly target: LaunchTarget;
  readonly campaignId: string;
  readonly name: string;
  readonly operation: 'launchCalls' | 'launchDraft';
  /** How many calls it names; the attachment lists them. A draft is launched as a whole. */
  readonly count: number;
  /**
   * The calls were launched before and are made again: their statuses do not tell whether this launch
   * arrived.
   */
  readonly again?: true | undefined;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
}

/**
 * `withdrawn` and `refused`: nothing was launched. `unsure`: the answer was lost. `launched`: the server or
 * its rows say so. `released`: a person found the named calls unchanged, so that they may be launched again.
 */
export type CallsStep =
  | { readonly state: 'sent'; readonly atMs: number; readonly scheduledAt?: string | undefined }
  | { readonly state: 'withdrawn'; readonly atMs: number }
  | { readonly state: 'refused'; readonly atMs: number }
  | { readonly state: 'unsure'; readonly atMs: number }
  | {
      readonly state: 'launched';
      readonly atMs: number;
      readonly launched: number;
      readonly by: 'answer' | 'rows' | 'person';
    }
  | { readonly state: 'released'; readonly atMs: number; readonly callIds: readonly string[] };

export type CallsEntry = JournalEntry<CallsIntent, CallsStep>;

export function callsState({ steps }: CallsEntry): CallsStep['state'] | 'intent' {
  return steps.at(-1)?.state ?? 'intent';
}

/** True while it is not known how many of its calls are launched. */
export function isCallsOpen(entry: CallsEntry): boolean {
  return ['intent', 'sent', 'unsure'].includes(callsState(entry));
}

/**
 * True unless it is certain that nothing was launched. Also of a launch that is over, whose calls stay named.
 */
export function namesCalls(entry: CallsEntry): boolean {
  const state = callsState(entry);
  return state !== 'withdrawn' && state !== 'refused' && state !== 'intent';
}

/** When the server was asked to start the calls, ms since 1970; undefined: at once. */
export function scheduledMsOf({ steps }: Pick<CallsEntry, 'steps'>): number | undefined {
  const sent = steps.find((step) => step.state === 'sent');
  const text = sent?.state === 'sent' ? sent.scheduledAt : undefined;
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
