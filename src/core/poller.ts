/** What decides when the campaigns are read next. */
export interface PollSituation {
  /** The person can see the view, in a window that has the focus. */
  readonly watched: boolean;
  /** At least one campaign may still change by itself. */
  readonly active: boolean;
  /** `revox.refreshIntervalSeconds` in ms; 0 = never by itself. */
  readonly intervalMs: number;
  /** Reads in a row that brought nothing new. */
  readonly unchanged: number;
  /** Reads in a row that failed. */
  readonly failures: number;
  /** The last failure cannot mend itself: a refused key, a wrong address. */
  readonly hopeless: boolean;
  /** The server asked to be left alone this long. */
  readonly retryAfterMs: number | undefined;
}

const slower = 1.5;
const maxMs = 60_000;
const maxFailureMs = 300_000;
/** Given more, setTimeout fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Milliseconds until the next read, or undefined: not by itself. Slows down while nothing changes (to a minute)
 * and while reads fail (to five), is never quicker than the interval, obeys Retry-After, and stops when nobody looks or nothing runs.
 */
export function nextPollMs(situation: PollSituation): number | undefined {
  const { watched, active, intervalMs, unchanged, failures, hopeless, retryAfterMs } = situation;
  if (!watched || intervalMs <= 0 || hopeless) return undefined;
  if (failures > 0) {
    const backedOff = Math.min(Math.max(intervalMs, 5_000) * 2 ** (failures - 1), maxFailureMs);
    return Math.min(Math.max(backedOff, intervalMs, retryAfterMs ?? 0), longestTimerMs);
  }
  if (!active) return undefined;
  return Math.min(intervalMs * slower ** unchanged, Math.max(intervalMs, maxMs), longestTimerMs);
}
