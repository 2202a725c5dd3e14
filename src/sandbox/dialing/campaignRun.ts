import type { CallResult } from '../../core/row.ts';
import { callResults } from '../../core/row.ts';
import type { CallingRules } from '../../dialing/callingRules.ts';
import { nextAttemptMs } from '../../dialing/nextCall.ts';
import { TimeHeap } from '../../dialing/timeHeap.ts';
import { AttemptLog } from './attemptLog.ts';
import type { Contacts } from '../contacts/contacts.ts';
import { durationMs, isInterested, isPermanent, outcomeOf } from './callOutcome.ts';
import type { AttemptPlace, CallOutcome } from './callOutcome.ts';
import { Evaluations } from './evaluations.ts';
import { PendingLaunches } from './pendingLaunches.ts';
import { ReachedPeople } from './reachedPeople.ts';
import { RowQueue } from './rowQueue.ts';
import { RowMarks } from './rowMarks.ts';
import { RowStates } from './rowStates.ts';
import { RowTimes } from './rowTimes.ts';

export interface RunOptions {
  readonly seed: number;
  /** The number of the campaign in this sandbox, from 0. */
  readonly campaign: number;
  readonly contacts: Contacts;
  readonly rules: CallingRules;
  readonly maxConcurrentCalls: number;
  /** When all rows are launched; absent: no row is called until `launch`. */
  readonly launchMs?: number | undefined;
  /** The assistant extracts values once all calls are over. */
  readonly extracts: boolean;
  /** How long a conversation is evaluated after the call. Absent: not at all. */
  readonly postProcessingMs?: number | undefined;
  /** Replaces the outcomes that the seed determines. It must return the same outcome for the same attempt. */
  readonly outcomeOf?: ((place: AttemptPlace) => CallOutcome) | undefined;
}

const extractionMs = 30_000;

/**
 * The calls of one campaign as a sequence of events. It has no clock: its owner says up to which time it
 * advances. Advancing in more, smaller steps leads to the same state.
 */
export class CampaignRun {
  readonly states: RowStates;
  readonly marks: RowMarks;
  readonly attempts: AttemptLog;
  readonly people = new ReachedPeople();
  readonly #options: RunOptions;
  readonly #attemptCounts: Uint16Array;
  /** The result of the last attempt that is over: 0 none, else its index in `callResults` + 1. */
  readonly #lastResults: Uint8Array;
  readonly #times: RowTimes;
  readonly #ends = new TimeHeap();
  readonly #launches = new PendingLaunches();
  readonly #evaluations = new Evaluations();
  #rules: CallingRules;
  #maxConcurrentCalls: number;
  #queue: RowQueue;
  #nowMs: number;
  #changedMs: number;
  #started = false;
  #paused = false;
  #cancelled = false;
  #finishedMs: number | undefined;

  constructor(options: RunOptions, nowMs: number) {
    this.#options = options;
    this.#rules = options.rules;
    this.#maxConcurrentCalls = options.maxConcurrentCalls;
    this.#nowMs = nowMs;
    this.#changedMs = nowMs;
    const { contacts, launchMs } = options;
    this.states = new RowStates(contacts.length);
    this.marks = new RowMarks(contacts.length);
    this.attempts = new AttemptLog(contacts.length);
    this.#attemptCounts = new Uint16Array(contacts.length);
    this.#lastResults = new Uint8Array(contacts.length);
    this.#times = new RowTimes(contacts.length);
    const nothing = { isFresh: () => false, retries: [] };
    this.#queue = new RowQueue(contacts, this.#rules, nowMs, nothing);
    if (launchMs !== undefined) this.launchAll(launchMs);
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get changedMs(): number {
    return this.#changedMs;
  }

  get maxAttempts(): number {
    return this.#rules.maxAttempts;
  }

  get isCancelled(): boolean {
    return this.#cancelled;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  /** All calls are over and their conversations are evaluated. */
  get isFinished(): boolean {
    return this.#finishedMs !== undefined && this.#nowMs >= this.#evaluations.lastEndMs;
  }

  /** Calls are in progress. */
  get isBusy(): boolean {
    return this.#ends.size > 0;
  }

  /** A launch has begun. From then on the run may have a time of its own. */
  get hasStarted(): boolean {
    return this.#started;
  }

  /** When the next launch begins that is scheduled for later; Infinity: none. */
  get nextReleaseMs(): number {
    return this.#launches.nextReleaseMs;
  }

  get extraction(): 'none' | 'running' | 'completed' {
    if (!this.#options.extracts || this.#finishedMs === undefined) return 'none';
    return this.#nowMs < this.#finishedMs + extractionMs ? 'running' : 'completed';
  }

  attemptCount(row: number): number {
    return this.#attemptCounts[row] ?? 0;
  }

  lastResult(row: number): CallResult | undefined {
    return callResults[(this.#lastResults[row] ?? 0) - 1];
  }

  /** The time for which the row was launched; undefined: it was not. */
  launchedForMs(row: number): number | undefined {
    return this.#times.of('launchedFor', row);
  }

  /** When a waiting row may be called, at or after `fromMs`; undefined: never. */
  opensMs(row: number, fromMs: number): number | undefined {
    return this.#queue.opensMs(row, fromMs);
  }

  outcome(row: number, attempt: number): CallOutcome {
    const { seed, campaign, contacts, outcomeOf: outcome = outcomeOf } = this.#options;
    return outcome({ seed, campaign, row, attempt, phoneNumber: contacts.phoneNumber(row) });
  }

  /** When a row that waits for another attempt is due; undefined in any other state. */
  retryDueMs(row: number): number | undefined {
    return this.states.of(row) === 'retry' ? this.#times.of('due', row) : undefined;
  }

  /** When the last attempt ends or ended; undefined: the row was never called. */
  lastEndMs(row: number): number | undefined {
    const startMs = this.attempts.lastStartMs(row);
    return startMs === undefined
      ? undefined
      : startMs + durationMs(this.outcome(row, this.attemptCount(row)));
  }

  /** When the row's call was over; undefined: it is open, or was cancelled. */
  settledMs(row: number): number | undefined {
    const state = this.states.of(row);
    return state === 'completed' || state === 'failed' ? this.#times.of('settled', row) : undefined;
  }

  /** When a person last launched, paused, resumed or cancelled the row; undefined: never. */
  steeredMs(row: number): number | undefined {
    return this.#times.of('steered', row);
  }

  /** Whether the call is over and its conversation is still being evaluated. */
  isPostProcessing(row: number): boolean {
    if (this.#nowMs >= this.#evaluations.lastEndMs || this.states.of(row) !== 'completed') return false;
    return this.#nowMs < (this.postProcessedMs(row) ?? -Infinity);
  }

  /** When the evaluation of the last conversation ends or ended; undefined: there was no conversation. */
  postProcessedMs(row: number): number | undefined {
    if (this.lastResult(row) !== 'human') return undefined;
    const endMs = this.lastEndMs(row);
    return endMs === undefined ? undefined : endMs + (this.#options.postProcessingMs ?? 0);
  }

  /** When the next event happens; Infinity: never. */
  nextEventMs(): number {
    return Math.min(this.#ends.nextMs, this.#launches.nextReadyMs, this.#nextStartMs(), this.#afterwardsMs());
  }

  /** Runs all events up to `targetMs`. */
  advanceTo(targetMs: number): void {
    for (let nextMs = this.nextEventMs(); nextMs <= targetMs; nextMs = this.nextEventMs()) {
      this.#nowMs = Math.max(this.#nowMs, nextMs);
      this.#changedMs = this.#nowMs;
      while (this.#ends.nextMs <= this.#nowMs) this.#settle(this.#ends.pop() ?? 0);
      this.#reportLeads();
      this.#queueInitialized();
      while (this.#nextStartMs() <= this.#nowMs) this.#startOne();
      this.#finishIfDone();
    }
    this.#nowMs = Math.max(this.#nowMs, targetMs);
  }

  /** Launches all rows at `atMs`, or at once where that has passed. */
  launchAll(atMs: number): void {
    this.launch(
      Array.from({ length: this.states.total }, (_, row) => row),
      atMs,
    );
    this.releaseDue(this.#nowMs);
  }

  /** Launches rows at `atMs`. The caller has to call `releaseDue` at that time. */
  launch(rows: readonly number[], atMs: number): void {
    for (const row of rows) {
      this.states.set(row, 'pending');
      this.marks.set(row, 'released', false);
      this.marks.set(row, 'queued', false);
      this.#times.set('launchedFor', row, atMs);
      this.#times.set('steered', row, this.#nowMs);
    }
    this.#launches.add(rows, atMs);
    this.#finishedMs = undefined;
    this.#changedMs = this.#nowMs;
  }

  /** Begins the launches that are scheduled up to `untilMs`, by the caller's clock. */
  releaseDue(untilMs: number): void {
    while (this.nextReleaseMs <= untilMs) {
      this.#started = true;
      const isPending = (row: number) => this.states.of(row) === 'pending';
      for (const row of this.#launches.release(this.#nowMs, isPending)) this.marks.set(row, 'released');
    }
  }

  /** Calls in progress finish; no others start. */
  cancel(): void {
    this.#cancelled = true;
    this.#changedMs = this.#nowMs;
    for (let row = 0; row < this.states.total; row += 1) {
      const state = this.states.of(row);
      if (state === 'not_launched' || state === 'pending' || state === 'retry') {
        this.states.set(row, 'cancelled');
        this.#times.set('steered', row, this.#nowMs);
      }
    }
    this.#queue.clear();
    this.#launches.clear();
    this.#finishIfDone();
  }

  pause(): void {
    this.#paused = true;
    this.#changedMs = this.#nowMs;
  }

  /** Retries that became due during the pause are made as soon as a calling window is open. */
  resume(): void {
    this.#paused = false;
    this.#changedMs = this.#nowMs;
  }

  /** An attempt in progress finishes; no other starts. */
  cancelRow(row: number): void {
    if (this.states.of(row) === 'calling') this.marks.set(row, 'stopped');
    else this.states.set(row, 'cancelled');
    this.#times.set('steered', row, this.#nowMs);
    this.#queueAgain();
    this.#finishIfDone();
  }

  /** An attempt in progress finishes; no other starts until the row is resumed. */
  pauseRow(row: number): void {
    this.marks.set(row, 'paused');
    this.#times.set('steered', row, this.#nowMs);
    this.#queueAgain();
  }

  resumeRow(row: number): void {
    this.marks.set(row, 'paused', false);
    this.#times.set('steered', row, this.#nowMs);
    this.#queueAgain();
  }

  /** Changes the calls that are not over. A row that has used all attempts of the new rules is over. */
  change({ rules, maxConcurrentCalls }: { rules?: CallingRules; maxConcurrentCalls?: number }): void {
    if (maxConcurrentCalls !== undefined) this.#maxConcurrentCalls = maxConcurrentCalls;
    this.#changedMs = this.#nowMs;
    if (rules === undefined) return;
    this.#rules = rules;
    this.#queueAgain();
    for (let row = 0; row < this.states.total; row += 1) {
      const state = this.states.of(row);
      if (state === 'retry') this.#waitOrEnd(row);
      // It was launched again and has not been called since.
      else if (state === 'pending' && this.attemptCount(row) >= rules.maxAttempts)
        this.#end(row, this.outcome(row, this.attemptCount(row)));
    }
    this.#queueAgain();
    this.#finishIfDone();
  }

  #nextStartMs(): number {
    if (this.#paused || this.#ends.size >= this.#maxConcurrentCalls) return Infinity;
    return this.#queue.nextStartMs(this.#nowMs);
  }

  #startOne(): void {
    const row = this.#queue.next(this.#nowMs);
    if (row === undefined) return;
    const attempt = this.attemptCount(row) + 1;
    if (this.marks.has(row, 'hot')) this.people.removeHot(this.#options.contacts.phoneNumber(row));
    this.marks.set(row, 'hot', false);
    this.#attemptCounts[row] = attempt;
    this.#lastResults[row] = 0;
    this.attempts.add(row, this.#nowMs);
    this.states.set(row, 'calling');
    this.#ends.push(this.#nowMs + durationMs(this.outcome(row, attempt)), row);
  }

  #settle(row: number): void {
    const outcome = this.outcome(row, this.attemptCount(row));
    this.#lastResults[row] = outcome.result === undefined ? 0 : callResults.indexOf(outcome.result) + 1;
    if (outcome.result === 'human') {
      this.marks.set(row, 'reachedHuman');
      this.people.addReached(this.#options.contacts.phoneNumber(row));
      if (outcome.conversation === 'do_not_contact') this.marks.set(row, 'doNotContact');
      const { postProcessingMs = 0 } = this.#options;
      this.#evaluations.add(row, this.#nowMs + postProcessingMs);
    }
    const isOver = this.#cancelled || this.marks.has(row, 'stopped') || outcome.result === 'human';
    if (isOver || isPermanent(outcome)) this.#end(row, outcome);
    else {
      this.#waitOrEnd(row);
      if (this.states.of(row) === 'retry' && !this.marks.has(row, 'paused'))
        this.#queue.retry(row, this.#times.of('due', row) ?? 0);
    }
  }

  /** Only an outcome that is reported makes a lead. */
  #reportLeads(): void {
    for (const row of this.#evaluations.takeEnded(this.#nowMs)) {
      if (!isInterested(this.outcome(row, this.attemptCount(row)))) continue;
      this.marks.set(row, 'hot');
      this.marks.set(row, 'wasHot');
      this.people.addHot(this.#options.contacts.phoneNumber(row));
    }
  }

  #end(row: number, outcome: CallOutcome): void {
    this.states.set(row, outcome.dialError === undefined ? 'completed' : 'failed');
    this.#times.set('settled', row, this.#nowMs);
    this.marks.set(row, 'paused', false);
  }

  /** Schedules the row's next attempt, or ends its call where none is left. */
  #waitOrEnd(row: number): void {
    const number = this.attemptCount(row);
    const startedMs = this.attempts.lastStartMs(row) ?? this.#nowMs;
    const outcome = this.outcome(row, number);
    const ended = {
      number,
      startedMs,
      endedMs: startedMs + durationMs(outcome),
      reachedHuman: outcome.result === 'human',
    };
    const dueMs = nextAttemptMs(ended, this.#rules, this.#queue.zone(row));
    if (dueMs === undefined) {
      this.#end(row, outcome);
      return;
    }
    this.states.set(row, 'retry');
    this.#times.set('due', row, dueMs);
  }

  #queueInitialized(): void {
    if (this.#launches.nextReadyMs > this.#nowMs) return;
    for (const row of this.#launches.takeReady(this.#nowMs)) this.marks.set(row, 'queued');
    this.#queueAgain();
  }

  /**
   * Rebuilds the queue from the rows that wait: after a launch, a change of rules, a pause or a cancellation.
   */
  #queueAgain(): void {
    const { states, marks } = this;
    this.#queue = new RowQueue(this.#options.contacts, this.#rules, this.#nowMs, {
      isFresh: (row) => states.of(row) === 'pending' && marks.has(row, 'queued') && !marks.has(row, 'paused'),
      retries: this.#retries(),
    });
  }

  *#retries(): Generator<readonly [row: number, dueMs: number]> {
    if (this.states.count('retry') === 0) return;
    for (let row = 0; row < this.states.total; row += 1)
      if (this.states.of(row) === 'retry' && !this.marks.has(row, 'paused'))
        yield [row, this.#times.of('due', row) ?? 0];
  }

  #finishIfDone(): void {
    const { states } = this;
    const waiting = states.count('not_launched') + states.count('pending') + states.count('retry');
    if (waiting + states.count('calling') === 0) this.#finishedMs ??= this.#nowMs;
  }

  /**
   * When the next evaluation, or the extraction of a finished campaign, ends; Infinity: none is in progress.
   */
  #afterwardsMs(): number {
    const postMs = this.#evaluations.nextEndMs;
    if (!this.#options.extracts || this.#finishedMs === undefined) return postMs;
    const endMs = this.#finishedMs + extractionMs;
    return Math.min(postMs, endMs > this.#nowMs ? endMs : Infinity);
  }
}
