import { GrowingNumbers } from '../contacts/growingNumbers.ts';

/** When each attempt took its place in the queue. All else follows from its outcome: 12 bytes each. */
export class AttemptLog {
  readonly #lastOfRow: Int32Array;
  readonly #startMs = new GrowingNumbers((size) => new Float64Array(size));
  /** The row's attempt before this one, as a place in this log; -1: none. */
  readonly #previous = new GrowingNumbers((size) => new Int32Array(size));

  constructor(rows: number) {
    this.#lastOfRow = new Int32Array(rows).fill(-1);
  }

  add(row: number, startMs: number): void {
    this.#previous.push(this.#lastOf(row));
    this.#lastOfRow[row] = this.#startMs.length;
    this.#startMs.push(startMs);
  }

  /** Newest first. */
  startsOf(row: number): number[] {
    const starts: number[] = [];
    for (let at = this.#lastOf(row); at >= 0; at = this.#previous.at(at)) starts.push(this.#startMs.at(at));
    return starts;
  }

  /** Undefined: not tried yet. */
  lastStartMs(row: number): number | undefined {
    const last = this.#lastOf(row);
    return last < 0 ? undefined : this.#startMs.at(last);
  }

  #lastOf(row: number): number {
    return this.#lastOfRow[row] ?? -1;
  }
}
