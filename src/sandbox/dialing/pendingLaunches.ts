/** After a launch the service prepares the calls for this long. */
export const initializingMs = 3000;

/** Rows that were launched together. */
interface LaunchedRows {
  readonly atMs: number;
  readonly rows: readonly number[];
}

/** Launches that are scheduled, and launches whose calls are still being prepared. */
export class PendingLaunches {
  /** Launches that have not begun, earliest first. */
  #scheduled: LaunchedRows[] = [];
  /** Launches that have begun; `atMs` is when their calls are prepared. Ascending. */
  #initializing: LaunchedRows[] = [];

  /** When the next launch begins; Infinity: none is scheduled. */
  get nextReleaseMs(): number {
    return this.#scheduled[0]?.atMs ?? Infinity;
  }

  /** When the calls of the next launch are prepared; Infinity: none is being prepared. */
  get nextReadyMs(): number {
    return this.#initializing[0]?.atMs ?? Infinity;
  }

  add(rows: readonly number[], atMs: number): void {
    this.#scheduled.push({ atMs, rows });
    this.#scheduled.sort((a, b) => a.atMs - b.atMs);
  }

  /**
   * Begins the next launch.
   * @returns its rows that are still pending
   */
  release(nowMs: number, isPending: (row: number) => boolean): readonly number[] {
    const rows = (this.#scheduled.shift()?.rows ?? []).filter(isPending);
    this.#initializing.push({ atMs: nowMs + initializingMs, rows });
    return rows;
  }

  /** @returns the rows whose calls are prepared by now */
  takeReady(nowMs: number): readonly number[] {
    const ready: number[][] = [];
    while (this.nextReadyMs <= nowMs) ready.push([...(this.#initializing.shift()?.rows ?? [])]);
    return ready.flat();
  }

  clear(): void {
    this.#scheduled = [];
    this.#initializing = [];
  }
}
