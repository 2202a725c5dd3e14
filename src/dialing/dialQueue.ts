import type { CallingRules } from './callingRules.ts';
import { Lane } from './lane.ts';

/** Rows (by number, ascending) that wait in one time zone. */
export interface ZoneRows {
  readonly zone: string;
  readonly rows: Uint32Array;
}

/**
 * Who is called next, and when: the order in which a campaign goes through its list. The sandbox dials by it, and a
 * plan of a campaign that wants to agree with the sandbox does too. Knows nothing of calls in progress: who asks
 * decides whether a line is free.
 */
export class DialQueue {
  /** One a time zone, in the order they were given. */
  readonly lanes: readonly Lane[];

  constructor(zones: readonly ZoneRows[], rules: CallingRules, firstDialMs: number) {
    this.lanes = zones.map(({ zone, rows }) => new Lane(zone, rules, rows, firstDialMs));
  }

  /** When the next row may be called, at or after `nowMs`; Infinity: never. */
  nextStartMs(nowMs: number): number {
    let earliestMs = Infinity;
    for (const lane of this.lanes) earliestMs = Math.min(earliestMs, lane.nextStartMs(nowMs));
    return earliestMs;
  }

  /** Takes the row to call at `nowMs`, if there is one: what is to be retried first, then the list from its top. */
  take(nowMs: number): number | undefined {
    let first: Lane | undefined;
    for (const lane of this.lanes) {
      if (lane.nextStartMs(nowMs) > nowMs) continue;
      if (first === undefined || goesBefore(lane, first, nowMs)) first = lane;
    }
    return first?.take(nowMs);
  }

  clear(): void {
    for (const lane of this.lanes) lane.clear();
  }
}

/** Both are open: the earlier retry that is due, else the upper row. */
function goesBefore(one: Lane, other: Lane, nowMs: number): boolean {
  const dueMs = (lane: Lane) => Math.min(lane.retries.nextMs, nowMs);
  if (dueMs(one) !== dueMs(other)) return dueMs(one) < dueMs(other);
  return (one.freshRow ?? Infinity) < (other.freshRow ?? Infinity);
}
