import type { CallingRules } from './callingRules.ts';
import { ZoneQueue } from './zoneQueue.ts';

/** Rows (by number, ascending) that wait in one time zone. */
export interface ZoneRows {
  readonly zone: string;
  readonly rows: Uint32Array;
}

/**
 * Decides who is called next, and when: the order in which a campaign goes through its list. The sandbox and
 * the forecast both use it, so they agree. It does not track calls in progress: the caller decides whether a
 * line is free.
 */
export class DialQueue {
  /** One queue for each time zone, in the order given. */
  readonly queues: readonly ZoneQueue[];
  /**
   * Places of the queues that may be called from `#checkedMs` until before `#checkAgainMs`, unless they run
   * empty.
   */
  readonly #open: number[] = [];
  #checkedMs = Infinity;
  #checkAgainMs = -Infinity;
  /**
   * Of each queue, its earliest retry and its lowest row that was never tried: a big campaign compares them
   * often.
   */
  readonly #dueMs: Float64Array;
  readonly #freshRows: Float64Array;

  constructor(zones: readonly ZoneRows[], rules: CallingRules, firstDialMs: number) {
    this.queues = zones.map(({ zone, rows }) => new ZoneQueue(zone, rules, rows, firstDialMs));
    this.#dueMs = new Float64Array(this.queues.length);
    this.#freshRows = new Float64Array(this.queues.length);
    for (let place = 0; place < this.queues.length; place += 1) this.#note(place);
  }

  /** When the next row may be called, at or after `nowMs`; Infinity: never. */
  nextStartMs(nowMs: number): number {
    if (this.#open.length > 0 && !this.#isStale(nowMs)) return nowMs;
    let earliestMs = Infinity;
    for (const queue of this.queues) earliestMs = Math.min(earliestMs, queue.nextStartMs(nowMs));
    return earliestMs;
  }

  /**
   * Removes and returns the row to call at `nowMs`, if there is one: what is to be retried first, then the
   * list from its top.
   */
  next(nowMs: number): number | undefined {
    if (this.#isStale(nowMs)) this.#refresh(nowMs);
    const place = this.#first(nowMs);
    const queue = this.queues[place];
    if (queue === undefined) return undefined;
    const row = queue.next(nowMs);
    this.#note(place);
    const nextMs = queue.nextStartMs(nowMs);
    if (nextMs > nowMs) {
      this.#open.splice(this.#open.indexOf(place), 1);
      this.#checkAgainMs = Math.min(this.#checkAgainMs, nextMs);
    }
    return row;
  }

  /**
   * Queues a row for its next attempt. `place` is the index of its queue, `dueMs` a moment at which it may be
   * called.
   */
  retry(place: number, dueMs: number, row: number): void {
    this.queues[place]?.retries.push(dueMs, row);
    this.#note(place);
    this.#checkAgainMs = Math.min(this.#checkAgainMs, dueMs);
  }

  clear(): void {
    for (const queue of this.queues) queue.clear();
    this.#open.length = 0;
  }

  /**
   * Index of the open queue to dial next: the one with the earliest due retry, otherwise the one with the
   * lowest row; -1 when none is open.
   */
  #first(nowMs: number): number {
    let first = -1;
    let firstDueMs = Infinity;
    let firstRow = Infinity;
    for (const place of this.#open) {
      const dueMs = Math.min(this.#dueMs[place] ?? Infinity, nowMs);
      const row = this.#freshRows[place] ?? Infinity;
      if (first >= 0 && (dueMs > firstDueMs || (dueMs === firstDueMs && row >= firstRow))) continue;
      first = place;
      firstDueMs = dueMs;
      firstRow = row;
    }
    return first;
  }

  #note(place: number): void {
    const queue = this.queues[place];
    this.#dueMs[place] = queue?.retries.nextMs ?? Infinity;
    this.#freshRows[place] = queue?.freshRow ?? Infinity;
  }

  #isStale(nowMs: number): boolean {
    return nowMs < this.#checkedMs || nowMs >= this.#checkAgainMs;
  }

  #refresh(nowMs: number): void {
    this.#checkedMs = nowMs;
    this.#checkAgainMs = Infinity;
    this.#open.length = 0;
    this.queues.forEach((queue, place) => {
      const startMs = queue.nextStartMs(nowMs);
      if (startMs <= nowMs) this.#open.push(place);
      this.#checkAgainMs = Math.min(this.#checkAgainMs, startMs > nowMs ? startMs : queue.openUntilMs);
    });
  }
}
