/** The states of a row. Each row of a campaign is in exactly one of them. */
export const rowStates = [
  'not_launched',
  'pending',
  'calling',
  'retry',
  'completed',
  'failed',
  'cancelled',
] as const;
export type RowState = (typeof rowStates)[number];

/**
 * The states of all rows, one byte a row. It counts the rows in each state as they change, so that a count
 * needs no loop.
 */
export class RowStates {
  readonly #states: Uint8Array;
  readonly #counts: Record<RowState, number>;

  /** All rows are `not_launched`. */
  constructor(rows: number) {
    this.#states = new Uint8Array(rows);
    this.#counts = {
      not_launched: rows,
      pending: 0,
      calling: 0,
      retry: 0,
      completed: 0,
      failed: 0,
      cancelled: 0,
    };
  }

  get total(): number {
    return this.#states.length;
  }

  of(row: number): RowState {
    return rowStates[this.#states[row] ?? 0] ?? 'not_launched';
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
