import type { CallingRules } from '../../dialing/callingRules.ts';
import { DialQueue } from '../../dialing/dialQueue.ts';
import type { ZoneOffsets } from '../../dialing/zoneOffsets.ts';
import type { Contacts } from '../contacts/contacts.ts';

/** What waits when a queue is made. */
interface WaitingRows {
  /** Never called since its launch. */
  readonly isFresh: (row: number) => boolean;
  /** To be called again, with the moment from which that is due. */
  readonly retries: Iterable<readonly [row: number, dueMs: number]>;
}

/** The rows of a campaign that wait for a line, by their numbers alone. */
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

  /** Takes the row to call at `nowMs`, if there is one. */
  next(nowMs: number): number | undefined {
    return this.#queue.next(nowMs);
  }

  /** `dueMs` is a moment at which the row may be called. */
  retry(row: number, dueMs: number): void {
    this.#queue.retry(this.#zoneOf(row), dueMs, row);
  }

  clear(): void {
    this.#queue.clear();
  }

  /** When the row may be called at or after `fromMs`; undefined: never. */
  opensMs(row: number, fromMs: number): number | undefined {
    return this.#ofZone(row).opensMs(fromMs);
  }

  /** The time zone that the row is called in. */
  zone(row: number): ZoneOffsets {
    return this.#ofZone(row).zone;
  }

  #ofZone(row: number) {
    const queue = this.#queue.queues[this.#zoneOf(row)];
    if (queue === undefined) throw new Error(`row ${row} has no time zone`);
    return queue;
  }
}
