/** When each attempt took its place in the queue. All else about an attempt follows from its fate: 12 bytes each. */
export class AttemptLog {
  readonly #lastOfRow: Int32Array;
  #startMs = new Float64Array(64);
  #previous = new Int32Array(64);
  #size = 0;

  constructor(rows: number) {
    this.#lastOfRow = new Int32Array(rows).fill(-1);
  }

  add(row: number, startMs: number): void {
    if (this.#size === this.#startMs.length) this.#grow();
    this.#startMs[this.#size] = startMs;
    this.#previous[this.#size] = this.#lastOfRow[row] ?? -1;
    this.#lastOfRow[row] = this.#size;
    this.#size += 1;
  }

  /** Newest first. */
  startsOf(row: number): number[] {
    const starts: number[] = [];
    for (let at = this.#lastOfRow[row] ?? -1; at >= 0; at = this.#previous[at] ?? -1)
      starts.push(this.#startMs[at] ?? 0);
    return starts;
  }

  lastStartMs(row: number): number {
    return this.#startMs[this.#lastOfRow[row] ?? -1] ?? 0;
  }

  #grow(): void {
    const startMs = new Float64Array(this.#size * 2);
    const previous = new Int32Array(this.#size * 2);
    startMs.set(this.#startMs);
    previous.set(this.#previous);
    this.#startMs = startMs;
    this.#previous = previous;
  }
}
