/**
 * The times that are stored for each row:
 * - launchedFor: the time for which it was launched
 * - due: when its next attempt is due
 * - settled: when its call was over
 * - steered: when a person last launched, paused, resumed or cancelled it
 */
export type RowTime = 'launchedFor' | 'due' | 'settled' | 'steered';

/** Times of the rows of a campaign, in milliseconds since 1970: 32 bytes a row. */
export class RowTimes {
  readonly #times: Readonly<Record<RowTime, Float64Array>>;

  constructor(rows: number) {
    const column = () => new Float64Array(rows).fill(NaN);
    this.#times = { launchedFor: column(), due: column(), settled: column(), steered: column() };
  }

  /** @returns undefined when it was never set */
  of(time: RowTime, row: number): number | undefined {
    const ms = this.#times[time][row] ?? NaN;
    return Number.isNaN(ms) ? undefined : ms;
  }

  set(time: RowTime, row: number, ms: number): void {
    this.#times[time][row] = ms;
  }
}
