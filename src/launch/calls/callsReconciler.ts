import type { Campaign } from '../../core/campaign.ts';
import type { Clock } from '../../core/ports.ts';
import {
  callsState,
  isCallsOpen,
  scheduledMsOf,
  type CallsEntry,
  type CallsStep,
} from '../journal/callsIntent.ts';
import type { CallsJournal } from '../journal/callsJournal.ts';
import { type LaunchTarget, maxServerProcessingMs } from '../journal/launchIntent.ts';
import { readCampaign, type CampaignWithRows, type ReadingApi } from '../comparison/readCampaign.ts';
import { callStage } from '../comparison/serverRow.ts';
import { leaseMs, lastActivityMs } from '../journal/stepJournal.ts';

/** What is known about a launch of calls whose window is gone. */
export type ReconciledCalls =
  | {
      readonly kind: 'launched';
      readonly entry: CallsEntry;
      readonly launched: number;
      readonly campaign: Campaign;
    }
  /** Its window closed before anything was sent. */
  | { readonly kind: 'not launched'; readonly entry: CallsEntry }
  /** Reported once: the window closed before the answer came, and the rows do not show all calls launched. */
  | { readonly kind: 'cannot tell'; readonly entry: CallsEntry };

/** What the rows show of the calls that a launch names. */
export interface NamedCallsState {
  readonly launched: number;
  /** Ids of calls that still wait, as if nothing had been launched. */
  readonly untouched: readonly string[];
}

export interface CallsReconcilerOptions {
  readonly journal: CallsJournal;
  readonly clock: Clock;
}

/**
 * Settles launches of calls whose answer was lost, or whose window closed, by the statuses of the calls. Only
 * reads. It never concludes that nothing was launched: only a person can say so, see `releaseUntouched`.
 */
export class CallsReconciler {
  readonly #options: CallsReconcilerOptions;
  /** The first read that showed only a part launched, by intent id. */
  readonly #partly = new Map<string, { readonly launched: number; readonly readMs: number }>();

  constructor(options: CallsReconcilerOptions) {
    this.#options = options;
  }

  /** Open launches of this service that no living window holds. */
  async open(target: LaunchTarget): Promise<readonly CallsEntry[]> {
    const { journal } = this.#options;
    return (await journal.entries()).filter(
      (entry) =>
        isCallsOpen(entry) && entry.intent.target.baseUrl === target.baseUrl && !journal.isUnderWay(entry),
    );
  }

  /** Reads the campaigns of open launches. A campaign that cannot be read is left for the next time. */
  async reconcile(api: ReadingApi, target: LaunchTarget): Promise<readonly ReconciledCalls[]> {
    const reconciled: ReconciledCalls[] = [];
    const open = await this.open(target);
    for (const id of this.#partly.keys())
      if (!open.some(({ intent }) => intent.id === id)) this.#partly.delete(id);
    for (const entry of open) {
      const end = await this.#settle(api, entry).catch(() => undefined);
      if (end !== undefined) reconciled.push(end);
    }
    return reconciled;
  }

  async #settle(api: ReadingApi, entry: CallsEntry): Promise<ReconciledCalls | undefined> {
    const { journal, clock } = this.#options;
    const record = (step: CallsStep) => journal.record(entry, step);
    if (callsState(entry) === 'intent') {
      const written = await record({ state: 'withdrawn', atMs: clock.now() });
      return written && { kind: 'not launched', entry: written };
    }
    const readMs = clock.now();
    const read = await readCampaign(api, entry.intent.campaignId);
    const { launched } = await namedCallsState(journal, entry, read);
    if (launched >= entry.intent.count || this.#isFinal(entry, launched, readMs)) {
      const written = await record({ state: 'launched', atMs: clock.now(), launched, by: 'rows' });
      return written && { kind: 'launched', entry: written, launched, campaign: read.campaign };
    }
    if (callsState(entry) === 'unsure') return undefined;
    // The step carries the time of the window's last sign of life, so that reconciling again does not
    // postpone the end.
    const written = await record({ state: 'unsure', atMs: lastActivityMs(entry) });
    return written && { kind: 'cannot tell', entry: written };
  }

  /** Whether two reads show the same part launched, at a time when no request can be in transit any more. */
  #isFinal(entry: CallsEntry, launched: number, readMs: number): boolean {
    const { id } = entry.intent;
    if (launched === 0 || readMs - lastActivityMs(entry) < maxServerProcessingMs) return false;
    const before = this.#partly.get(id);
    if (before?.launched !== launched) {
      this.#partly.set(id, { launched, readMs });
      return false;
    }
    return readMs - before.readMs >= leaseMs;
  }
}

/** Counts the named calls by what their rows say. */
export async function namedCallsState(
  journal: Pick<CallsJournal, 'callIds'>,
  { intent }: CallsEntry,
  { campaign, rows }: CampaignWithRows,
): Promise<NamedCallsState> {
  if (intent.operation === 'launchDraft') {
    const isLaunched = campaign.status !== 'draft' && !campaign.is_cancelled;
    return { launched: isLaunched ? intent.count : 0, untouched: [] };
  }
  // Calls that are made again were launched before: their rows cannot tell.
  if (intent.again === true) return { launched: 0, untouched: [] };
  const named = new Set((await journal.callIds(intent.id)) ?? []);
  const calls = rows.flatMap(({ call }) => (call !== undefined && named.has(call.id) ? [call] : []));
  return {
    launched: calls.filter((call) => callStage(call) === 'launched').length,
    untouched: calls.filter((call) => callStage(call) === 'waiting').map(({ id }) => id),
  };
}

export interface ReleaseOptions {
  readonly api: ReadingApi;
  readonly journal: CallsJournal;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** Asks the person, who alone can decide. */
  readonly confirm: (untouched: number, launched: number) => Promise<boolean>;
}

/** Time between the two reads that must show the calls unchanged. */
export const untouchedReadsMs = 30_000;

export type Release = 'released' | 'kept' | 'launched' | 'changed' | 'waits for its time' | 'paused';

/**
 * Allows a new launch of calls after one whose answer was lost. Two reads, half a minute apart, must show the
 * same calls unchanged, and the person must confirm that they may be launched again.
 */
export async function releaseUntouched(
  { api, journal, clock, wait, confirm }: ReleaseOptions,
  entry: CallsEntry,
): Promise<Release> {
  const { intent } = entry;
  const startMs = scheduledMsOf(entry);
  // Until then a launched call may read as if it were not.
  if (startMs !== undefined && startMs > clock.now()) return 'waits for its time';
  const first = await readCampaign(api, intent.campaignId);
  await wait(untouchedReadsMs);
  const second = await readCampaign(api, intent.campaignId);
  // A paused campaign holds launched calls back, so that they cannot be told from untouched ones.
  if ([first, second].some(({ campaign }) => campaign.status === 'paused')) return 'paused';
  const isDraft = intent.operation === 'launchDraft';
  const [before, after] = [
    await namedCallsState(journal, entry, first),
    await namedCallsState(journal, entry, second),
  ];
  if (after.launched >= intent.count) {
    await journal.record(entry, {
      state: 'launched',
      atMs: clock.now(),
      launched: after.launched,
      by: 'rows',
    });
    return 'launched';
  }
  const isSame =
    before.launched === after.launched && before.untouched.join(' ') === after.untouched.join(' ');
  if (!isSame || (isDraft && second.campaign.status !== 'draft')) return 'changed';
  const untouched = isDraft ? intent.count : after.untouched.length;
  if (untouched === 0 && intent.again !== true) return 'changed';
  if (!(await confirm(untouched, after.launched))) return 'kept';
  const step: CallsStep = { state: 'released', atMs: clock.now(), callIds: after.untouched };
  return (await journal.record(entry, step)) === undefined ? 'changed' : 'released';
}
