import type { Campaign } from '../../core/campaign.ts';
import type { Clock } from '../../core/ports.ts';
import {
  isOpen,
  knownIds,
  launchState,
  type LaunchEntry,
  type LaunchStep,
  type LaunchTarget,
  maxServerProcessingMs,
} from '../journal/launchIntent.ts';
import { leaseMs, lastActivityMs } from '../journal/stepJournal.ts';
import type { LaunchJournal } from '../journal/launchJournal.ts';
import { matchByRows } from './matchByRows.ts';
import { matchLaunch, type LaunchMatch } from './matchLaunch.ts';
import type { RowMatcher } from '../comparison/rowMatcher.ts';

/** What is known about a launch whose window is gone. */
export type ReconciledLaunch =
  | { readonly kind: 'created'; readonly entry: LaunchEntry; readonly campaign: Campaign }
  | { readonly kind: 'not created'; readonly entry: LaunchEntry }
  /** Not known yet. With no candidates it may still appear. */
  | { readonly kind: 'unsure'; readonly entry: LaunchEntry; readonly candidates: readonly Campaign[] };

/**
 * Settles launches whose answer was lost, or whose window closed, from lists of the campaigns that are read
 * anyway; it sends no requests itself. "Not created" is reported in two cases only: nothing was ever sent, or
 * two complete lists, at least half a minute apart and both later than the server could still be working on
 * it, hold no candidate.
 */
export class LaunchReconciler {
  readonly #journal: LaunchJournal;
  readonly #clock: Clock;
  readonly #matcherFor: (entry: LaunchEntry) => Promise<RowMatcher | undefined>;
  readonly #matchers = new Map<string, RowMatcher>();
  /** When a launch was first missing from a list that was late enough, by intent id, in ms since 1970. */
  readonly #missingSinceMs = new Map<string, number>();

  /**
   * @param matcherFor compares rows, for creates in steps; undefined for one whose contacts are not known any
   * more
   */
  constructor(
    journal: LaunchJournal,
    clock: Clock,
    matcherFor: (entry: LaunchEntry) => Promise<RowMatcher | undefined> = () => Promise.resolve(undefined),
  ) {
    this.#journal = journal;
    this.#clock = clock;
    this.#matcherFor = matcherFor;
  }

  /**
   * @param campaigns all of that account's
   * @param readMs when they were read: what they say is as old as that
   * @returns what changed: `created`, `not created`, and `unsure` for one whose window closed
   */
  async reconcile(
    target: LaunchTarget,
    campaigns: readonly Campaign[],
    readMs: number,
  ): Promise<readonly ReconciledLaunch[]> {
    const reconciled: ReconciledLaunch[] = [];
    const open = await this.#openOf(target, campaigns);
    this.#forgetAllBut(new Set(open.map(({ intent }) => intent.id)));
    for (const entry of open) {
      if (this.#journal.isUnderWay(entry)) continue;
      const launch = await this.#settle(entry, campaigns, readMs);
      if (launch !== undefined) reconciled.push(launch);
      if (launch !== undefined && launch.kind !== 'unsure') this.#forget(entry.intent.id);
    }
    return reconciled;
  }

  /** Forgets launches that a person or another window has settled, and those of another service. */
  #forgetAllBut(ids: ReadonlySet<string>): void {
    for (const id of [...this.#matchers.keys(), ...this.#missingSinceMs.keys()]) {
      if (!ids.has(id)) this.#forget(id);
    }
  }

  #forget(id: string): void {
    this.#matchers.delete(id);
    this.#missingSinceMs.delete(id);
  }

  /** Launches that this account's list can settle. */
  async #openOf(target: LaunchTarget, campaigns: readonly Campaign[]): Promise<readonly LaunchEntry[]> {
    const ids = new Set(campaigns.map(({ id }) => id));
    return (await this.#journal.entries()).filter(
      (entry) =>
        isOpen(entry) &&
        entry.intent.target.baseUrl === target.baseUrl &&
        // Another key that shows the same earlier campaigns is the same account.
        (entry.intent.target.account === target.account || knownIds(entry).some((id) => ids.has(id))),
    );
  }

  /**
   * @returns when a new list would say more than the last one, ms since 1970; undefined: no launch waits for
   * one
   */
  async nextReadMs(target: LaunchTarget, campaigns: readonly Campaign[]): Promise<number | undefined> {
    const open = await this.#openOf(target, campaigns);
    const times = open.map((entry) => {
      if (this.#journal.isUnderWay(entry))
        return Math.max(entry.lastHeartbeatMs, this.#clock.now()) + leaseMs;
      const missingMs = this.#missingSinceMs.get(entry.intent.id);
      return missingMs === undefined ? lastActivityMs(entry) + maxServerProcessingMs : missingMs + leaseMs;
    });
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async #settle(
    entry: LaunchEntry,
    campaigns: readonly Campaign[],
    readMs: number,
  ): Promise<ReconciledLaunch | undefined> {
    const atMs = this.#clock.now();
    if (launchState(entry) === 'intent') {
      const written = await this.#journal.record(entry, { state: 'withdrawn', atMs });
      return written && { kind: 'not created', entry: written };
    }
    const { sure, candidates } = await this.#match(entry, campaigns, isLate(entry, readMs));
    if (sure !== undefined) {
      const step: LaunchStep = { state: 'confirmed', atMs, campaignId: sure.id, by: 'list' };
      const written = await this.#journal.record(entry, step);
      return written && { kind: 'created', entry: written, campaign: sure };
    }
    if (candidates.length === 0 && this.#isGone(entry, readMs)) {
      const written = await this.#journal.record(entry, { state: 'absent', atMs, by: 'time' });
      return written && { kind: 'not created', entry: written };
    }
    if (launchState(entry) === 'unsure') return undefined;
    // The step carries the time of the window's last sign of life, so that reconciling again does not
    // postpone the end.
    const step: LaunchStep = { state: 'unsure', atMs: lastActivityMs(entry) };
    const written = await this.#journal.record(entry, step);
    return written && { kind: 'unsure', entry: written, candidates };
  }

  async #match(entry: LaunchEntry, campaigns: readonly Campaign[], late: boolean): Promise<LaunchMatch> {
    const others = await this.#journal.others(entry);
    const byList = matchLaunch(entry, campaigns, { ...others, counted: late });
    if (entry.intent.inSteps === undefined) return byList;
    const matcher = this.#matchers.get(entry.intent.id) ?? (await this.#matcherFor(entry));
    // Without its rows a campaign is a candidate and no more.
    if (matcher === undefined) return { sure: undefined, candidates: byList.candidates };
    this.#matchers.set(entry.intent.id, matcher);
    return matchByRows({ entry, campaigns, journal: this.#journal, matcher, late });
  }

  #isGone(entry: LaunchEntry, readMs: number): boolean {
    if (!isLate(entry, readMs)) return false;
    const sinceMs = this.#missingSinceMs.get(entry.intent.id);
    if (sinceMs === undefined) this.#missingSinceMs.set(entry.intent.id, readMs);
    return sinceMs !== undefined && readMs - sinceMs >= leaseMs;
  }
}

function isLate(entry: LaunchEntry, readMs: number): boolean {
  return readMs - lastActivityMs(entry) > maxServerProcessingMs;
}
