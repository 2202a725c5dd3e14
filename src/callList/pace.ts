/**
 * Long work in short breaths: everything else that runs on this thread gets its turn, and a cancel is heard.
 * `yieldIfDue()` costs nothing until `sliceMs` have passed since the last turn.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  readonly #sliceMs: number;
  #turnBegan = performance.now();

  constructor(signal?: AbortSignal, sliceMs = 5) {
    this.#signal = signal;
    this.#sliceMs = sliceMs;
  }

  /** @throws AbortError once cancelled */
  async yieldIfDue(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#turnBegan < this.#sliceMs) return;
    await new Promise<void>((resolve) => void nextTurn(resolve));
    this.#turnBegan = performance.now();
    this.#signal?.throwIfAborted();
  }
}

/** Where there is no setImmediate (a browser), a timer, which takes at least a millisecond longer. */
const nextTurn: (callback: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (callback) => setTimeout(callback, 0);
