import type { CampaignStore } from '../core/campaignStore.ts';
import { Emitter } from '../core/emitter.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { CallsEntry } from '../launch/journal/callsIntent.ts';
import { CallsReconciler, type ReconciledCalls } from '../launch/calls/callsReconciler.ts';
import { LaunchReconciler, type ReconciledLaunch } from '../launch/create/launchReconciler.ts';
import {
  isOpen,
  launchState,
  type LaunchEntry,
  type LaunchTarget,
  maxServerProcessingMs,
} from '../launch/journal/launchIntent.ts';
import type { RowMatcher } from '../launch/comparison/rowMatcher.ts';
import { lastActivityMs } from '../launch/journal/stepJournal.ts';
import type { Campaign } from '../core/campaign.ts';
import { errorForLog } from '../core/logText.ts';
import { DisposableStore } from './disposables.ts';
import type { CampaignSubmitter } from './campaignSubmitter.ts';

const minWaitMs = 1_000;
/** The clock may be set back by more than a timer can wait, which would then fire at once. */
const maxWaitMs = 3600_000;
/**
 * After the server's quarter of an hour, two lists half a minute apart are needed to report a launch as
 * absent.
 */
const awaitedMs = maxServerProcessingMs + 5 * 60_000;

export interface ReconciliationServiceOptions {
  readonly store: CampaignStore;
  readonly submitter: CampaignSubmitter;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Finds out what happened to launches whose answer was lost, also those of closed windows. It does so each
 * time the campaigns are read, and requests a read only when one is due.
 */
export class ReconciliationService {
  readonly #options: ReconciliationServiceOptions;
  readonly #reconciler: LaunchReconciler;
  readonly #callsReconciler: CallsReconciler;
  readonly #disposables = new DisposableStore();
  readonly #settled = new Emitter<ReconciledLaunch>();
  readonly #settledCalls = new Emitter<ReconciledCalls>();
  readonly #changed = new Emitter<void>();
  readonly #due = new Emitter<void>();
  #reconciling: Promise<void> = Promise.resolve();
  #unsettled: readonly LaunchEntry[] = [];
  #unsettledCalls: readonly CallsEntry[] = [];
  #seenMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Fires with an outcome that the person should see. */
  readonly onDidSettle = this.#settled.event;
  readonly onDidSettleCalls = this.#settledCalls.event;
  /** Fires when `unsettled` or `unsettledCalls` has changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when a new list of campaigns would show more, so that it is read while the view is visible. */
  readonly onDidBecomeDue = this.#due.event;

  constructor(options: ReconciliationServiceOptions) {
    this.#options = options;
    const { submitter, clock } = options;
    this.#reconciler = new LaunchReconciler(submitter.journal, clock, (entry) => this.#matcherFor(entry));
    this.#callsReconciler = new CallsReconciler({ journal: submitter.calls, clock });
    this.#disposables.add(options.store.onDidChangeState(({ updatedMs }) => this.#mayHaveRead(updatedMs)));
  }

  /** Launches at this service that are unconfirmed, or absent and not acknowledged yet. */
  get unsettled(): readonly LaunchEntry[] {
    return this.#unsettled;
  }

  /** Launches of calls at this service that are unconfirmed. */
  get unsettledCalls(): readonly CallsEntry[] {
    return this.#unsettledCalls;
  }

  /** Names of the campaigns that may have been created or launched, because the answer was lost. */
  get unconfirmedNames(): readonly string[] {
    const creates = this.#unsettled.filter(isOpen);
    return [...creates, ...this.#unsettledCalls].map(({ intent }) => intent.name);
  }

  /**
   * Whether a list may soon show the outcome of a launch, so that it is read even while the view is hidden.
   */
  get isAwaiting(): boolean {
    const nowMs = this.#options.clock.now();
    const creates = this.#unsettled.filter(isOpen);
    return [...creates, ...this.#unsettledCalls].some((entry) =>
      isWithin(awaitedMs, nowMs, lastActivityMs(entry)),
    );
  }

  /** Reads the journal again, and compares it with the campaigns as last read. Never rejects. */
  reconcile(): Promise<void> {
    this.#reconciling = this.#reconciling
      .then(() => this.#reconcile())
      .catch((error: unknown) => {
        this.#options.log.warn(`the journal of launches could not be read: ${errorForLog(error)}`);
      });
    return this.#reconciling;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposables.dispose();
  }

  #mayHaveRead(updatedMs: number | undefined): void {
    if (updatedMs === this.#seenMs) return;
    this.#seenMs = updatedMs;
    void this.reconcile();
  }

  async #reconcile(): Promise<void> {
    clearTimeout(this.#timer);
    const { store, submitter } = this.#options;
    const { api } = store;
    const target = await submitter.target();
    const { campaigns, updatedMs, error } = store.state;
    if (api !== store.api) return; // the connection changed, and with it comes another run
    if (api === undefined || target === undefined || updatedMs === undefined) {
      this.#show([], []);
      return;
    }
    const reconciled =
      error === undefined ? await this.#reconciler.reconcile(target, campaigns, updatedMs) : [];
    if (api !== store.api) return;
    const entries = (await submitter.journal.entries()).filter(
      (entry) =>
        entry.intent.target.baseUrl === target.baseUrl &&
        ((isOpen(entry) && !submitter.journal.isUnderWay(entry)) || isUnacknowledged(entry)),
    );
    this.#show(entries, this.#unsettledCalls);
    for (const launch of reconciled) this.#settled.fire(launch);
    if (error === undefined) await this.#reconcileCalls(target);
    await this.#plan(target, campaigns);
  }

  /** Rows are read for unconfirmed launches only, and not more often than the campaigns. */
  async #reconcileCalls(target: LaunchTarget): Promise<void> {
    const { store } = this.#options;
    const { api } = store;
    if (api === undefined) return;
    const settled = await this.#callsReconciler.reconcile(api, target);
    const open = await this.#callsReconciler.open(target);
    if (api !== store.api) return;
    this.#show(this.#unsettled, open);
    for (const calls of settled) this.#settledCalls.fire(calls);
  }

  /** Compares rows with the journal's hashes of a create, whichever window sent it. */
  async #matcherFor({ intent }: LaunchEntry): Promise<RowMatcher | undefined> {
    const { journal } = this.#options.submitter;
    const { api } = this.#options.store;
    const hashed = await journal.contacts(intent.id);
    if (api === undefined || hashed === undefined) return undefined;
    const [{ RowMatcher }, { hashedSentContacts }, { contactHasher }] = await Promise.all([
      import('../launch/comparison/rowMatcher.ts'),
      import('../launch/comparison/sentContacts.ts'),
      import('../launch/comparison/hashedContacts.ts'),
    ]);
    return new RowMatcher(api, hashedSentContacts(hashed, await contactHasher(await journal.key())));
  }

  /** Schedules the next read. A window that still sends heartbeats postpones it. */
  async #plan(target: LaunchTarget, campaigns: readonly Campaign[]): Promise<void> {
    const nextMs = await this.#reconciler.nextReadMs(target, campaigns);
    if (nextMs === undefined) return;
    const waitMs = Math.min(Math.max(minWaitMs, nextMs - this.#options.clock.now()), maxWaitMs);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#mayBeDue(target, campaigns, nextMs), waitMs);
  }

  async #mayBeDue(target: LaunchTarget, campaigns: readonly Campaign[], plannedMs: number): Promise<void> {
    const nextMs = await this.#reconciler.nextReadMs(target, campaigns);
    if (nextMs === undefined) return;
    // The window that sent it has sent another heartbeat, or is gone: then its launch is shown.
    if (nextMs > plannedMs) await this.reconcile();
    else this.#due.fire();
  }

  #show(entries: readonly LaunchEntry[], calls: readonly CallsEntry[]): void {
    const before = JSON.stringify([this.#unsettled, this.#unsettledCalls]);
    this.#unsettled = entries;
    this.#unsettledCalls = calls;
    if (JSON.stringify([entries, calls]) !== before) this.#changed.fire();
  }
}

/** In either direction: after the clock was set back, the other time is in the future. */
function isWithin(ms: number, nowMs: number, otherMs: number): boolean {
  return Math.abs(nowMs - otherMs) < ms;
}

function isUnacknowledged(entry: LaunchEntry): boolean {
  const last = entry.steps.at(-1);
  return launchState(entry) === 'absent' && last?.state === 'absent' && last.by === 'time';
}
