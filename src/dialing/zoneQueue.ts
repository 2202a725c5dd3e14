import type { CallingRules } from './callingRules.ts';
import { nextCallMs, openUntilMs } from './nextCall.ts';
import { zoneOffsets, type ZoneOffsets } from './zoneOffsets.ts';
import { TimeHeap } from './timeHeap.ts';

/** The rows of a campaign that wait in one time zone: all of them may be called at the same moments. */
export class ZoneQueue {
  readonly zone: ZoneOffsets;
  readonly retries = new TimeHeap();
  readonly #rules: CallingRules;
  /** Row indexes, ascending. */
  readonly #fresh: Uint32Array;
  readonly #firstDialMs: number;
  #cursor = 0;
  /** The calling hours asked for last: from `#askedMs` on they are the next, until they close. */
  #askedMs = Infinity;
  #openFromMs = Infinity;
  #openUntilMs = Infinity;

  constructor(zone: string, rules: CallingRules, fresh: Uint32Array, firstDialMs: number) {
    this.zone = zoneOffsets(zone);
    this.#rules = rules;
    this.#fresh = fresh;
    this.#firstDialMs = firstDialMs;
  }

  /** The lowest row that was never tried. */
  get freshRow(): number | undefined {
    return this.#fresh[this.#cursor];
  }

  /** Until when the hours that `nextStartMs` found last are open. */
  get openUntilMs(): number {
    return this.#openUntilMs;
  }

  /** When the next of its rows may be called, at or after `nowMs`; Infinity: never, or no row is left. */
  nextStartMs(nowMs: number): number {
    const dueMs = Math.min(this.retries.nextMs, this.freshRow === undefined ? Infinity : this.#firstDialMs);
    if (dueMs === Infinity) return Infinity;
    return this.#nextOpenMs(Math.max(nowMs, dueMs));
  }

  /**
   * Removes and returns the row to call at `nowMs`: a retry that is due goes before a row that was never
   * tried.
   */
  next(nowMs: number): number | undefined {
    if (this.retries.nextMs <= nowMs) return this.retries.pop();
    const row = this.freshRow;
    if (row !== undefined) this.#cursor += 1;
    return row;
  }

  /** When a waiting row may be called, were there no other. */
  opensMs(dueMs: number): number | undefined {
    return nextCallMs(dueMs, this.#rules, this.zone);
  }

  /** `nextCallMs`, which is asked some hundred times for the same hours. */
  #nextOpenMs(fromMs: number): number {
    if (fromMs < this.#askedMs || fromMs >= this.#openUntilMs) {
      const openFromMs = nextCallMs(fromMs, this.#rules, this.zone);
      this.#askedMs = fromMs;
      this.#openFromMs = openFromMs ?? Infinity;
      this.#openUntilMs =
        openFromMs === undefined ? Infinity : openUntilMs(openFromMs, this.#rules, this.zone);
    }
    return Math.max(fromMs, this.#openFromMs);
  }

  clear(): void {
    this.retries.clear();
    this.#cursor = this.#fresh.length;
  }
}
