import type { CallingRules } from './callingRules.ts';
import { DialQueue, type ZoneRows } from './dialQueue.ts';
import { nextAttemptMs } from './nextCall.ts';
import { attemptEnds, RunTally, type AttemptEnd } from './runTally.ts';

/** One scenario: single values instead of ranges. All attempts with the same end have the same duration. */
export interface Scenario {
  /** The end of the `index`-th attempt, from 0, among all that are the `attempt`-th of their row, from 1. */
  readonly endOf: (index: number, attempt: number) => AttemptEnd;
  /** From the start of an attempt to its end; more than 0. */
  readonly durationMs: Readonly<Record<AttemptEnd, number>>;
}

export interface DryRunOptions {
  readonly byZone: readonly ZoneRows[];
  /** For each row its index in `byZone`. */
  readonly zoneIndex: Uint16Array;
  readonly rules: CallingRules;
  readonly startMs: number;
  /** Attempts that would start later are not simulated. */
  readonly horizonMs: number;
  readonly concurrency: number;
  readonly scenario: Scenario;
}

/** Attempts with the same start and the same end. */
interface Batch {
  readonly startedMs: number;
  readonly endMs: number;
  readonly rows: number[];
  /** Index of the next row whose attempt ends. */
  cursor: number;
}

/**
 * The batches with one kind of end, by time. Their durations are equal, so a new batch is always the last.
 */
interface Ending {
  readonly end: AttemptEnd;
  readonly batches: Batch[];
  head: number;
}

const dayMs = 86_400_000;

/**
 * Simulates a campaign in one scenario, call by call, in the order of `DialQueue`, which the sandbox uses
 * too. It uses neither chance nor a clock: the caller says how far it goes.
 */
export class DryRun {
  readonly tally: RunTally;
  readonly #options: DryRunOptions;
  readonly #queue: DialQueue;
  readonly #attempts: Uint16Array;
  /** How many attempts were a row's first, second and so on, from index 1. */
  readonly #ordinals: number[] = [];
  readonly #endings: readonly Ending[] = attemptEnds.map((end) => ({ end, batches: [], head: 0 }));
  #nowMs: number;
  #calling = 0;
  #unsettled: number;
  #untried: number;

  constructor(options: DryRunOptions) {
    this.#options = options;
    this.#queue = new DialQueue(options.byZone, options.rules, options.startMs);
    this.#nowMs = options.startMs;
    this.#attempts = new Uint16Array(options.zoneIndex.length);
    this.tally = new RunTally(options.byZone.length);
    this.#unsettled = options.byZone.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#untried = this.#unsettled;
  }

  /** Rows that may still be called. */
  get unsettled(): number {
    return this.#unsettled;
  }

  /** Rows that were never called. */
  get untried(): number {
    return this.#untried;
  }

  /**
   * Takes at most `steps` steps, each the start or the end of one attempt.
   * @returns whether nothing is left to do
   */
  advance(steps: number): boolean {
    for (let left = steps; left > 0; left -= 1) {
      if (this.#settleOne() || this.#startOne()) continue;
      const nextMs = this.#nextEventMs();
      if (nextMs > this.#options.horizonMs) return true;
      this.#nowMs = nextMs;
    }
    return false;
  }

  #nextEventMs(): number {
    let nextMs = this.#isLineFree() ? this.#queue.nextStartMs(this.#nowMs) : Infinity;
    for (const ending of this.#endings) nextMs = Math.min(nextMs, headOf(ending)?.endMs ?? Infinity);
    return nextMs;
  }

  #isLineFree(): boolean {
    return this.#calling < this.#options.concurrency;
  }

  #startOne(): boolean {
    const row = this.#isLineFree() ? this.#queue.next(this.#nowMs) : undefined;
    if (row === undefined) return false;
    const attempt = (this.#attempts[row] ?? 0) + 1;
    this.#attempts[row] = attempt;
    if (attempt === 1) this.#untried -= 1;
    const index = this.#ordinals[attempt] ?? 0;
    this.#ordinals[attempt] = index + 1;
    const end = this.#options.scenario.endOf(index, attempt);
    this.#batchFor(end).rows.push(row);
    this.#calling += 1;
    this.tally.peak = Math.max(this.tally.peak, this.#calling);
    this.tally.started(this.#options.zoneIndex[row] ?? 0, this.#nowMs, end);
    return true;
  }

  #batchFor(end: AttemptEnd): Batch {
    const batches = this.#endings[attemptEnds.indexOf(end)]?.batches ?? [];
    const last = batches.at(-1);
    if (last?.startedMs === this.#nowMs) return last;
    const endMs = this.#nowMs + this.#options.scenario.durationMs[end];
    const batch: Batch = { startedMs: this.#nowMs, endMs, rows: [], cursor: 0 };
    batches.push(batch);
    return batch;
  }

  /**
   * Ends one attempt whose time is over.
   * @returns whether there was one
   */
  #settleOne(): boolean {
    for (const ending of this.#endings) {
      const batch = headOf(ending);
      if (batch === undefined || batch.endMs > this.#nowMs) continue;
      this.#settle(batch.rows[batch.cursor] ?? 0, ending.end, batch);
      batch.cursor += 1;
      if (batch.cursor === batch.rows.length) dropHead(ending);
      return true;
    }
    return false;
  }

  #settle(row: number, end: AttemptEnd, batch: Batch): void {
    this.#calling -= 1;
    this.tally.lastEndMs = this.#nowMs;
    const zoneAt = this.#options.zoneIndex[row] ?? 0;
    const dueMs = end === 'human' ? undefined : this.#nextAttemptMs(row, zoneAt, batch);
    if (dueMs === undefined) this.#unsettled -= 1;
    else this.#queue.retry(zoneAt, dueMs, row);
  }

  #nextAttemptMs(row: number, place: number, { startedMs, endMs }: Batch): number | undefined {
    const zone = this.#queue.queues[place]?.zone;
    if (zone === undefined) return undefined;
    const ended = { number: this.#attempts[row] ?? 1, startedMs, endedMs: endMs, reachedHuman: false };
    const dueMs = nextAttemptMs(ended, this.#options.rules, zone);
    const dayOf = (ms: number) => Math.floor((ms + zone.spanAt(ms).offsetMs) / dayMs);
    if (dueMs !== undefined && dayOf(dueMs) !== dayOf(startedMs)) this.tally.anotherDay += 1;
    return dueMs;
  }
}

function headOf(ending: Ending): Batch | undefined {
  return ending.batches[ending.head];
}

/**
 * Drops the part of the array that was read, but only sometimes, because shifting a long array takes time.
 */
function dropHead(ending: Ending): void {
  ending.head += 1;
  if (ending.head < 1024) return;
  ending.batches.splice(0, ending.head);
  ending.head = 0;
}
