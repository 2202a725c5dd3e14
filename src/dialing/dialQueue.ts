import type { CallingRules } from './callingRules.ts';
import { Lane } from './lane.ts';

/** Rows (by number, ascending) that wait in one time zone. */
export interface ZoneRows {
  readonly zone: string;
  readonly rows: Uint32Array;
}

/**
 * Who is called next, and when: the order in which a campaign goes through its list. The sandbox dials by it, and so
 * does the flight plan, which is why they agree. Knows nothing of calls in progress: who asks decides whether a line
 * is free.
 */
export class DialQueue {
  /** One a time zone, in the order they were given. */
  readonly lanes: readonly Lane[];
  /** Places of the lanes that may be called from `#lookedMs` until before `#lookAgainMs`, unless they run empty. */
  readonly #open: number[] = [];
  #lookedMs = Infinity;
  #lookAgainMs = -Infinity;
  /** Of each lane, its earliest retry and its lowest row that was never tried: a big campaign compares them often. */
  readonly #dueMs: Float64Array;
  readonly #freshRows: Float64Array;

  constructor(zones: readonly ZoneRows[], rules: CallingRules, firstDialMs: number) {
    this.lanes = zones.map(({ zone, rows }) => new Lane(zone, rules, rows, firstDialMs));
    this.#dueMs = new Float64Array(this.lanes.length);
    this.#freshRows = new Float64Array(this.lanes.length);
    for (let place = 0; place < this.lanes.length; place += 1) this.#note(place);
  }

  /** When the next row may be called, at or after `nowMs`; Infinity: never. */
  nextStartMs(nowMs: number): number {
    if (this.#open.length > 0 && !this.#isStale(nowMs)) return nowMs;
    let earliestMs = Infinity;
    for (const lane of this.lanes) earliestMs = Math.min(earliestMs, lane.nextStartMs(nowMs));
    return earliestMs;
  }

  /** Takes the row to call at `nowMs`, if there is one: what is to be retried first, then the list from its top. */
  take(nowMs: number): number | undefined {
    if (this.#isStale(nowMs)) this.#look(nowMs);
    const place = this.#first(nowMs);
    const lane = this.lanes[place];
    if (lane === undefined) return undefined;
    const row = lane.take(nowMs);
    this.#note(place);
    const nextMs = lane.nextStartMs(nowMs);
    if (nextMs > nowMs) {
      this.#open.splice(this.#open.indexOf(place), 1);
      this.#lookAgainMs = Math.min(this.#lookAgainMs, nextMs);
    }
    return row;
  }

  /** Lets a row wait for its next attempt; `place` is that of its lane, `dueMs` a moment at which it may be called. */
  retry(place: number, dueMs: number, row: number): void {
    this.lanes[place]?.retries.push(dueMs, row);
    this.#note(place);
    this.#lookAgainMs = Math.min(this.#lookAgainMs, dueMs);
  }

  clear(): void {
    for (const lane of this.lanes) lane.clear();
    this.#open.length = 0;
  }

  /** Of the lanes that are open that with the earlier retry that is due, else with the upper row; -1: none is open. */
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
    const lane = this.lanes[place];
    this.#dueMs[place] = lane?.retries.nextMs ?? Infinity;
    this.#freshRows[place] = lane?.freshRow ?? Infinity;
  }

  #isStale(nowMs: number): boolean {
    return nowMs < this.#lookedMs || nowMs >= this.#lookAgainMs;
  }

  #look(nowMs: number): void {
    this.#lookedMs = nowMs;
    this.#lookAgainMs = Infinity;
    this.#open.length = 0;
    this.lanes.forEach((lane, place) => {
      const startMs = lane.nextStartMs(nowMs);
      if (startMs <= nowMs) this.#open.push(place);
      this.#lookAgainMs = Math.min(this.#lookAgainMs, startMs > nowMs ? startMs : lane.openUntilMs);
    });
  }
}
