/** What is remembered of a row beside its state; several can be set at once. */
export const rowMark = {
  /** Its launch has come: the service makes a call order of it, or it waits for a free line. */
  released: 1,
  /** It waits for a free line. */
  queued: 2,
  /** Paused by itself, whatever its campaign does. */
  paused: 4,
  /** Cancelled during an attempt: no further one follows. */
  stopped: 8,
  /** A person answered. */
  reachedHuman: 16,
  /** The outcome of its latest conversation makes a lead: interest, or a wish to be called back. */
  hot: 32,
  /** A person asked not to be called again. */
  doNotContact: 64,
  /** The outcome of one of its conversations made a lead. */
  wasHot: 128,
} as const;
export type RowMark = keyof typeof rowMark;

/** One byte a row. */
export class RowMarks {
  readonly #marks: Uint8Array;

  constructor(rows: number) {
    this.#marks = new Uint8Array(rows);
  }

  has(row: number, mark: RowMark): boolean {
    return ((this.#marks[row] ?? 0) & rowMark[mark]) !== 0;
  }

  set(row: number, mark: RowMark, on = true): void {
    if (this.has(row, mark) === on) return;
    this.#marks[row] = (this.#marks[row] ?? 0) ^ rowMark[mark];
  }
}
