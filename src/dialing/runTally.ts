export const attemptEnds = ['human', 'machine', 'nobody'] as const;
/** How an attempt ends. Only a person's answer completes the row; after any other end it is called again. */
export type AttemptEnd = (typeof attemptEnds)[number];

const hourMs = 3_600_000;

/** Counts what happened in a dry run so far. */
export class RunTally {
  /** By the hour they start in: `floor(ms / 3,600,000)`. */
  readonly hours = new Map<number, Record<AttemptEnd, number>>();
  readonly attempts: Record<AttemptEnd, number> = { human: 0, machine: 0, nobody: 0 };
  /** When the first and the last attempt of each time zone start; Infinity and -Infinity: none does. */
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
  /** Most calls at once. */
  peak = 0;
  /** Attempts that had to wait for another day of the recipient than the one before them was made on. */
  anotherDay = 0;
  /** When the last attempt so far ended. */
  lastEndMs: number | undefined;
  #hour = -1;
  #counts: Record<AttemptEnd, number> = { human: 0, machine: 0, nobody: 0 };

  constructor(zones: number) {
    this.firstMs = new Float64Array(zones).fill(Infinity);
    this.lastMs = new Float64Array(zones).fill(-Infinity);
  }

  started(zoneAt: number, atMs: number, end: AttemptEnd): void {
    const hour = Math.floor(atMs / hourMs);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#counts = { human: 0, machine: 0, nobody: 0 };
      this.hours.set(hour, this.#counts);
    }
    this.#counts[end] += 1;
    this.attempts[end] += 1;
    if (this.firstMs[zoneAt] === Infinity) this.firstMs[zoneAt] = atMs;
    this.lastMs[zoneAt] = atMs;
  }
}
