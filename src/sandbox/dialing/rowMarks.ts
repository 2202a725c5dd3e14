/** Flags of a row besides its state. Several can be set at once. */
export const rowMark = {
  /** Its launch has begun: the call is being prepared or waits for a free line. */
  released: 1,
  /** The call waits for a free line. */
  queued: 2,
  /** The call itself is paused, whether or not its campaign is. */
  paused: 4,
  /** Cancelled during an attempt: no other follows. */
  stopped: 8,
  /** A person answered. */
  reachedHuman: 16,
  /** The outcome of its latest conversation makes a lead: interested, or asked to be called back. */
  hot: 32,
  /** A person asked not to be called again. */
  doNotContact: 64,
  /** The outcome of one of its conversations made a lead. */
  wasHot: 128,
} as const;
export type RowMark = keyof typeof rowMark;

/** The flags of all rows of a campaign, one byte a row. */
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
