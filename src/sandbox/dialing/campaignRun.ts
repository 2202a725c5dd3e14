import type { CallResult } from '../../core/row.ts';
import { callResults } from '../../core/row.ts';
import type { CallingRules } from '../../dialing/callingRules.ts';
import { DialQueue } from '../../dialing/dialQueue.ts';
import type { Lane } from '../../dialing/lane.ts';
import { nextAttemptMs } from '../../dialing/nextCall.ts';
import { TimeHeap } from '../../dialing/timeHeap.ts';
import { AttemptLog } from './attemptLog.ts';
import type { Contacts } from '../contacts/contacts.ts';
import { durationMs, outcomeOf, isPermanent, type AttemptPlace, type CallOutcome } from './callOutcome.ts';
import { RowStates } from './rowStates.ts';

export interface RunOptions {
  readonly seed: number;
  /** Which campaign of this world, from 0. */
  readonly campaign: number;
  readonly contacts: Contacts;
  readonly rules: CallingRules;
  readonly maxConcurrentCalls: number;
  /** When it was launched, or is scheduled to be. */
  readonly launchMs: number;
  /** The assistant has something to extract once all calls are over. */
  readonly extracts: boolean;
  /** In place of what the seed says; the same place always has the same fate. */
  readonly outcomeOf?: ((place: AttemptPlace) => CallOutcome) | undefined;
}

/** For this long the service is still making call orders of the contacts. */
export const initializingMs = 3000;
const extractionMs = 30_000;

/**
 * The calls of one launched campaign, event by event on its own time line. Knows no clock: whoever owns it says how
 * far it may go. The same steps in other portions lead to the same state.
 */
export class CampaignRun {
  readonly states: RowStates;
  readonly attempts: AttemptLog;
  readonly #options: RunOptions;
  readonly #queue: DialQueue;
  readonly #zoneOf: (row: number) => number;
  readonly #attemptCounts: Uint16Array;
  /** Of the last attempt, once it is over: 0 none, else the place in `callResults` + 1. */
  readonly #lastResults: Uint8Array;
  readonly #ends = new TimeHeap();
  #nowMs: number;
  #changedMs: number;
  #paused = false;
  #cancelled = false;
  #finishedMs: number | undefined;

  constructor(options: RunOptions, nowMs: number) {
    this.#options = options;
    this.#nowMs = nowMs;
    this.#changedMs = nowMs;
    const { contacts, rules, launchMs } = options;
    this.states = new RowStates(contacts.length);
    this.attempts = new AttemptLog(contacts.length);
    this.#attemptCounts = new Uint16Array(contacts.length);
    this.#lastResults = new Uint8Array(contacts.length);
    const { zones, zoneOf } = contacts.zones(rules.timezone);
    this.#queue = new DialQueue(zones, rules, launchMs + initializingMs);
    this.#zoneOf = zoneOf;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get changedMs(): number {
    return this.#changedMs;
  }

  get launchMs(): number {
    return this.#options.launchMs;
  }

  get isCancelled(): boolean {
    return this.#cancelled;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  get isFinished(): boolean {
    return this.#finishedMs !== undefined;
  }

  /** Calls are in progress. */
  get isBusy(): boolean {
    return this.#ends.size > 0;
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

  laneOf(row: number): Lane {
    const lane = this.#queue.lanes[this.#zoneOf(row)];
    if (lane === undefined) throw new Error(`row ${row} has no lane`);
    return lane;
  }

  outcome(row: number, attempt: number): CallOutcome {
    const { seed, campaign, contacts, outcomeOf: outcome = outcomeOf } = this.#options;
    return outcome({ seed, campaign, row, attempt, phoneNumber: contacts.phoneNumber(row) });
  }

  /** When a row that waits after an attempt is due; undefined while it is not waiting for one. */
  retryDueMs(row: number): number | undefined {
    return this.states.of(row) === 'retry' ? this.#nextAttemptMs(row) : undefined;
  }

  /** When something happens next, Infinity: never. */
  nextEventMs(): number {
    return Math.min(this.#ends.nextMs, this.#nextStartMs(), this.#extractionEndMs());
  }

  /** Lets everything happen that happens up to `targetMs`. */
  advanceTo(targetMs: number): void {
    for (let nextMs = this.nextEventMs(); nextMs <= targetMs; nextMs = this.nextEventMs()) {
      this.#nowMs = Math.max(this.#nowMs, nextMs);
      this.#changedMs = this.#nowMs;
      while (this.#ends.nextMs <= this.#nowMs) this.#settle(this.#ends.pop() ?? 0);
      while (this.#nextStartMs() <= this.#nowMs) this.#startOne();
      this.#finishIfDone();
    }
    this.#nowMs = Math.max(this.#nowMs, targetMs);
  }

  /** Calls in progress finish; no other begins. */
  cancel(): void {
    this.#cancelled = true;
    this.#changedMs = this.#nowMs;
    for (let row = 0; row < this.states.total; row += 1) {
      const state = this.states.of(row);
      if (state === 'pending' || state === 'retry') this.states.set(row, 'cancelled');
    }
    this.#queue.clear();
    this.#finishIfDone();
  }

  pause(): void {
    this.#paused = true;
    this.#changedMs = this.#nowMs;
  }

  #nextStartMs(): number {
    if (this.#paused || this.#ends.size >= this.#options.maxConcurrentCalls) return Infinity;
    return this.#queue.nextStartMs(this.#nowMs);
  }

  #startOne(): void {
    const row = this.#queue.take(this.#nowMs);
    if (row === undefined) return;
    const attempt = this.attemptCount(row) + 1;
    this.#attemptCounts[row] = attempt;
    this.#lastResults[row] = 0;
    this.attempts.add(row, this.#nowMs);
    this.states.set(row, 'calling');
    this.#ends.push(this.#nowMs + durationMs(this.outcome(row, attempt)), row);
  }

  #settle(row: number): void {
    const outcome = this.outcome(row, this.attemptCount(row));
    this.#lastResults[row] = outcome.result === undefined ? 0 : callResults.indexOf(outcome.result) + 1;
    const final = outcome.dialError === undefined ? 'completed' : 'failed';
    const dueMs =
      this.#cancelled || outcome.result === 'human' || isPermanent(outcome)
        ? undefined
        : this.#nextAttemptMs(row);
    this.states.set(row, dueMs === undefined ? final : 'retry');
    if (dueMs !== undefined) this.#queue.retry(this.#zoneOf(row), dueMs, row);
  }

  #nextAttemptMs(row: number): number | undefined {
    const number = this.attemptCount(row);
    const startedMs = this.attempts.lastStartMs(row) ?? this.#nowMs;
    const outcome = this.outcome(row, number);
    const ended = {
      number,
      startedMs,
      endedMs: startedMs + durationMs(outcome),
      reachedHuman: outcome.result === 'human',
    };
    return nextAttemptMs(ended, this.#options.rules, this.laneOf(row).zone);
  }

  #finishIfDone(): void {
    const { states } = this;
    const open = states.count('pending') + states.count('calling') + states.count('retry');
    if (open === 0) this.#finishedMs ??= this.#nowMs;
  }

  #extractionEndMs(): number {
    if (!this.#options.extracts || this.#finishedMs === undefined) return Infinity;
    const endMs = this.#finishedMs + extractionMs;
    return endMs > this.#nowMs ? endMs : Infinity;
  }
}
