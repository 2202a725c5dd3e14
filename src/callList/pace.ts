/**
 * Yields to the event loop every `sliceMs`, so that other work on this thread proceeds; throws AbortError
 * once the signal fires. `yieldIfDue()` costs nothing in between.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  readonly #sliceMs: number;
  #turnBegan = performance.now();

  constructor(signal?: AbortSignal, sliceMs = 5) {
    this.#signal = signal;
    this.#sliceMs = sliceMs;
  }

  /** Whether `yieldIfDue()` would pause: for loops of so many short steps that awaiting each takes longer. */
  get isDue(): boolean {
    return performance.now() - this.#turnBegan >= this.#sliceMs;
  }

  /** @throws AbortError once cancelled */
  async yieldIfDue(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (!this.isDue) return;
    await new Promise<void>((resolve) => void nextTurn(resolve));
    this.#turnBegan = performance.now();
    this.#signal?.throwIfAborted();
  }

  /** Runs the steps, and yields between two of them whenever that is due. */
  async between<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      await this.yieldIfDue();
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }
}

/** Work in steps: it yields wherever a pause is possible. */
export type Steps<T> = Generator<undefined, T>;

/** Does all steps at once. */
export function withoutPauses<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Where there is no setImmediate (a browser), a timer, which takes at least a millisecond longer. */
const nextTurn: (callback: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (callback) => setTimeout(callback, 0);
