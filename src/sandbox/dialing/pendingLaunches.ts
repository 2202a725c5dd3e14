/** For this long the service is still making call orders of the contacts. */
export const initializingMs = 3000;

/** Rows that were launched together. */
interface LaunchedRows {
  readonly atMs: number;
  readonly rows: readonly number[];
}

/** Launches that were asked for and whose rows are not waiting for a line yet. */
export class PendingLaunches {
  /** To come, the earliest first. */
  #scheduled: LaunchedRows[] = [];
  /** Released, and still being made call orders of; `atMs` is when that is done. Ascending. */
  #initializing: LaunchedRows[] = [];

  /** When the next launch comes, Infinity: none. */
  get nextReleaseMs(): number {
    return this.#scheduled[0]?.atMs ?? Infinity;
  }

  /** When the next released rows can be called, Infinity: there are none. */
  get nextReadyMs(): number {
    return this.#initializing[0]?.atMs ?? Infinity;
  }

  add(rows: readonly number[], atMs: number): void {
    this.#scheduled.push({ atMs, rows });
    this.#scheduled.sort((a, b) => a.atMs - b.atMs);
  }

  /** Begins the next launch. @returns its rows that still wait for it */
  release(nowMs: number, isPending: (row: number) => boolean): readonly number[] {
    const rows = (this.#scheduled.shift()?.rows ?? []).filter(isPending);
    this.#initializing.push({ atMs: nowMs + initializingMs, rows });
    return rows;
  }

  /** @returns the rows whose call orders are ready by now */
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
