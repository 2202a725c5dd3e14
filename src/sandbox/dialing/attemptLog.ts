import { GrowingNumbers } from '../contacts/growingNumbers.ts';

/**
 * When each attempt of a campaign was queued, in 12 bytes an attempt. Its outcome determines everything else.
 */
export class AttemptLog {
  readonly #lastOfRow: Int32Array;
  readonly #startMs = new GrowingNumbers((size) => new Float64Array(size));
  /** The index in this log of the row's attempt before this one; -1: none. */
  readonly #previous = new GrowingNumbers((size) => new Int32Array(size));

  constructor(rows: number) {
    this.#lastOfRow = new Int32Array(rows).fill(-1);
  }

  add(row: number, startMs: number): void {
    this.#previous.push(this.#lastOf(row));
    this.#lastOfRow[row] = this.#startMs.length;
    this.#startMs.push(startMs);
  }

  /** The times of a row's attempts in milliseconds since 1970, newest first. */
  startsOf(row: number): number[] {
    const starts: number[] = [];
    for (let at = this.#lastOf(row); at >= 0; at = this.#previous.at(at)) starts.push(this.#startMs.at(at));
    return starts;
  }

  /** When the row's last attempt was queued; undefined: it has none. */
  lastStartMs(row: number): number | undefined {
    const last = this.#lastOf(row);
    return last < 0 ? undefined : this.#startMs.at(last);
  }

  #lastOf(row: number): number {
    return this.#lastOfRow[row] ?? -1;
  }
}
