/** Where a row of a launched campaign stands. */
export const rowStates = ['pending', 'calling', 'retry', 'completed', 'failed', 'cancelled'] as const;
export type RowState = (typeof rowStates)[number];

/** One byte a row, and how many rows stand where kept as they move: counting never costs a walk. */
export class RowStates {
  readonly #states: Uint8Array;
  readonly #counts: Record<RowState, number>;

  constructor(rows: number) {
    this.#states = new Uint8Array(rows);
    this.#counts = { pending: rows, calling: 0, retry: 0, completed: 0, failed: 0, cancelled: 0 };
  }

  get total(): number {
    return this.#states.length;
  }

  of(row: number): RowState {
    return rowStates[this.#states[row] ?? 0] ?? 'pending';
  }

  set(row: number, state: RowState): void {
    this.#counts[this.of(row)] -= 1;
    this.#counts[state] += 1;
    this.#states[row] = rowStates.indexOf(state);
  }

  count(state: RowState): number {
    return this.#counts[state];
  }
}
