import type { CampaignRun } from './campaignRun.ts';
import type { SandboxClock } from './clock.ts';

/** On the fast clock, a period in which nothing can be called lasts at most this long: enough to see it. */
const maxIdleMs = 1000;

/**
 * Advances one campaign. On most clocks all campaigns follow the sandbox's time. On the fast clock each has
 * its own time from its launch on: calls are `speed` times as fast, and nights, weekends and retry delays
 * last at most a second. With one time for all, a campaign that is always busy would make the others wait for
 * each night.
 */
export class Pacer {
  readonly run: CampaignRun;
  readonly #clock: SandboxClock;
  readonly #speed: number;
  #spentUntilMs: number;
  /** How long the current period without calls has lasted. */
  #idledMs = 0;

  constructor(run: CampaignRun, clock: SandboxClock, speed: number) {
    this.run = run;
    this.#clock = clock;
    this.#speed = speed;
    this.#spentUntilMs = clock.nowMs();
  }

  /**
   * Advances the campaign to the sandbox's current time. Scheduled launches follow the sandbox's clock on the
   * fast clock too, because people compare them with their own clocks.
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

/**
 * The speed on the fast clock. Larger campaigns go faster, so that a thousand rows take minutes, not hours.
 */
export function speedFor(rows: number, maxConcurrentCalls: number): number {
  const rounds = rows / (maxConcurrentCalls * 4);
  return ordinarySpeed * Math.min(maxTimesFaster, Math.max(1, rounds));
}
