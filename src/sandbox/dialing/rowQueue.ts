import type { CallingRules } from '../../dialing/callingRules.ts';
import { DialQueue } from '../../dialing/dialQueue.ts';
import type { ZoneOffsets } from '../../dialing/zoneOffsets.ts';
import type { Contacts } from '../contacts/contacts.ts';

/** The rows that wait when the queue is built. */
interface WaitingRows {
  /** Whether the row is queued and was not called since its launch. */
  readonly isFresh: (row: number) => boolean;
  /** Rows to call again, and when each is due, in milliseconds since 1970. */
  readonly retries: Iterable<readonly [row: number, dueMs: number]>;
}

/** The queue of a campaign's rows that wait for a line, by row number. */
export class RowQueue {
  readonly #queue: DialQueue;
  readonly #zoneOf: (row: number) => number;

  constructor(contacts: Contacts, rules: CallingRules, nowMs: number, waiting: WaitingRows) {
    const { zones, zoneOf } = contacts.zones(rules.timezone, waiting.isFresh);
    this.#zoneOf = zoneOf;
    this.#queue = new DialQueue(zones, rules, nowMs);
    for (const [row, dueMs] of waiting.retries) this.retry(row, dueMs);
  }

  /** When the next row may be called, at or after `nowMs`; Infinity: never. */
  nextStartMs(nowMs: number): number {
    return this.#queue.nextStartMs(nowMs);
  }

  /**
   * Removes the row to call at `nowMs` from the queue.
   * @returns undefined when no row may be called yet
   */
  next(nowMs: number): number | undefined {
    return this.#queue.next(nowMs);
  }

  /** Adds a row to call again. `dueMs` must be a time at which it may be called. */
  retry(row: number, dueMs: number): void {
    this.#queue.retry(this.#zoneOf(row), dueMs, row);
  }

  clear(): void {
    this.#queue.clear();
  }

  /** When the row may be called, at or after `fromMs`; undefined: never. */
  opensMs(row: number, fromMs: number): number | undefined {
    return this.#ofZone(row).opensMs(fromMs);
  }

  /** The time zone in which the row is called. */
  zone(row: number): ZoneOffsets {
    return this.#ofZone(row).zone;
  }

  #ofZone(row: number) {
    const queue = this.#queue.queues[this.#zoneOf(row)];
    if (queue === undefined) throw new Error(`row ${row} has no time zone`);
    return queue;
  }
}
