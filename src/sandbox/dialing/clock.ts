/**
 * How fast the sandbox's time passes: `real` as the computer's, `fast` see `Pacer`, `stepped` only by `step`,
 * or `factor` times as fast as the computer's.
 */
export type ClockKind = 'real' | 'fast' | 'stepped' | { readonly factor: number };

/** The sandbox's current time, in milliseconds since 1970. */
export class SandboxClock {
  readonly kind: ClockKind;
  readonly #wallMs: () => number;
  readonly #startMs: number;
  readonly #wallStartMs: number;
  #steppedMs = 0;

  /**
   * @param startMs the sandbox's time at the start
   * @param wallMs the computer's clock
   */
  constructor(kind: ClockKind, startMs: number, wallMs: () => number) {
    this.kind = kind;
    this.#wallMs = wallMs;
    this.#startMs = startMs;
    this.#wallStartMs = wallMs();
  }

  nowMs(): number {
    if (this.kind === 'stepped') return this.#startMs + this.#steppedMs;
    const passedMs = this.#wallMs() - this.#wallStartMs;
    return this.#startMs + passedMs * (typeof this.kind === 'object' ? this.kind.factor : 1);
  }

  step(ms: number): void {
    this.#steppedMs += ms;
  }
}
