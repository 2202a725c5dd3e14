/**
 * Long work in short breaths: everything else that runs on this thread gets its turn, and a cancel is heard.
 * `breathe()` costs nothing until `sliceMs` have passed since the last turn.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  readonly #sliceMs: number;
  #turnBegan = performance.now();

  constructor(signal?: AbortSignal, sliceMs = 8) {
    this.#signal = signal;
    this.#sliceMs = sliceMs;
  }

  /** @throws AbortError once cancelled */
  async breathe(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#turnBegan < this.#sliceMs) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#turnBegan = performance.now();
    this.#signal?.throwIfAborted();
  }
}
