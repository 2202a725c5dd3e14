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
/** While nobody sees the view, one read a minute keeps the status bar true and finds the end of a campaign. */
const unwatchedMs = 60_000;
/** Given more, setTimeout fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Milliseconds until the next read, or undefined: not by itself. Slows down while nothing changes (to a minute)
 * and while reads fail (to five), is never quicker than the interval, obeys Retry-After, and stops when nothing runs.
 * While nobody sees the view it reads once a minute, and only while something runs.
 */
export function nextPollMs(situation: PollSituation): number | undefined {
  const { watched, active, intervalMs, unchanged, failures, hopeless, retryAfterMs } = situation;
  if (intervalMs <= 0 || hopeless || (!watched && !active)) return undefined;
  if (failures > 0) {
    const backedOff = Math.min(Math.max(intervalMs, 5_000) * 2 ** (failures - 1), maxFailureMs);
    const shortestMs = watched ? intervalMs : Math.max(intervalMs, unwatchedMs);
    return Math.min(Math.max(backedOff, shortestMs, retryAfterMs ?? 0), longestTimerMs);
  }
  if (!active) return undefined;
  if (!watched) return Math.min(Math.max(intervalMs, unwatchedMs), longestTimerMs);
  return Math.min(intervalMs * slower ** unchanged, Math.max(intervalMs, maxMs), longestTimerMs);
}
