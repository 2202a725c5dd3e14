import type { CampaignRun } from './campaignRun.ts';
import type { SandboxClock } from './clock.ts';

/** A pause in which nothing can be called lasts at most this long on the fast clock: a moment to see it. */
const maxIdleMs = 1000;

/**
 * Moves one campaign along. On most clocks campaigns follow the sandbox's time. On the fast clock each has a
 * time of its own from its launch: calls go `speed` times as fast and nights, weekends and retry delays
 * shrink to a second. Were that time shared, one campaign that is always busy would keep all others waiting
 * for the night to pass.
 */
export class Pacer {
  readonly run: CampaignRun;
  readonly #clock: SandboxClock;
  readonly #speed: number;
  #spentUntilMs: number;
  /** How long the current pause has lasted. */
  #idledMs = 0;

  constructor(run: CampaignRun, clock: SandboxClock, speed: number) {
    this.run = run;
    this.#clock = clock;
    this.#speed = speed;
    this.#spentUntilMs = clock.nowMs();
  }

  /**
   * Launches come by the sandbox's clock, on the fast clock too: people look at their own clocks for them.
   */
  catchUp(): void {
    const { run } = this;
    const nowMs = this.#clock.nowMs();
    for (let atMs = run.nextReleaseMs; atMs <= nowMs; atMs = run.nextReleaseMs) {
      this.#follow(atMs);
      run.advanceTo(atMs);
      run.releaseDue(atMs);
    }
    this.#follow(nowMs);
  }

  #follow(untilMs: number): void {
    if (this.#clock.kind !== 'fast' || !this.run.hasStarted) this.run.advanceTo(untilMs);
    else this.#spend(untilMs - this.#spentUntilMs);
    this.#spentUntilMs = Math.max(this.#spentUntilMs, untilMs);
  }

  #spend(budgetMs: number): void {
    const { run } = this;
    for (let leftMs = budgetMs; leftMs > 0;) {
      const aheadMs = run.nextEventMs() - run.nowMs;
      if (aheadMs === Infinity) return;
      const wholeMs = aheadMs / this.#speed;
      const costMs = run.isBusy ? wholeMs : Math.max(0, Math.min(wholeMs, maxIdleMs) - this.#idledMs);
      if (costMs > leftMs) {
        if (run.isBusy) run.advanceTo(run.nowMs + leftMs * this.#speed);
        else this.#idledMs += leftMs;
        return;
      }
      leftMs -= costMs;
      this.#idledMs = 0;
      run.advanceTo(run.nowMs + aheadMs);
    }
  }
}

const ordinarySpeed = 12;
const maxTimesFaster = 20;

/** Bigger campaigns go faster, so that a demonstration with a thousand rows is over in minutes, not hours. */
export function speedFor(rows: number, maxConcurrentCalls: number): number {
  const rounds = rows / (maxConcurrentCalls * 4);
  return ordinarySpeed * Math.min(maxTimesFaster, Math.max(1, rounds));
}
