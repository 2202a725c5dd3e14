interface Evaluation {
  readonly row: number;
  readonly endMs: number;
}

/**
 * The conversations that the service evaluates after their calls, before it reports their outcomes. All of
 * one campaign take equally long, so they end in the order in which they were added.
 */
export class Evaluations {
  readonly #open: Evaluation[] = [];
  #lastEndMs = -Infinity;

  /** When the next one ends; Infinity: none is in progress. */
  get nextEndMs(): number {
    return this.#open[0]?.endMs ?? Infinity;
  }

  /** When the last one ends or ended; -Infinity: there was none. */
  get lastEndMs(): number {
    return this.#lastEndMs;
  }

  add(row: number, endMs: number): void {
    this.#lastEndMs = Math.max(this.#lastEndMs, endMs);
    this.#open.push({ row, endMs });
  }

  /** @returns the rows whose evaluations have ended since the last call */
  takeEnded(nowMs: number): readonly number[] {
    const rows: number[] = [];
    while (this.nextEndMs <= nowMs) {
      const ended = this.#open.shift();
      if (ended !== undefined) rows.push(ended.row);
    }
    return rows;
  }
}
