/** The facts that decide when the campaigns are read next. */
export interface PollSituation {
  /** Whether the person can see the view, in a window that has the focus. */
  readonly watched: boolean;
  /** Whether at least one campaign may still change without a person's doing. */
  readonly active: boolean;
  /** Whether the server itself says when a campaign ends, as the sandbox does. */
  readonly announcesEnds: boolean;
  /**
   * Whether the next list may answer an open question: a launch is unconfirmed, or was just sent and the
   * server has not counted its calls yet.
   */
  readonly awaiting?: boolean;
  /** `revox.refreshIntervalSeconds` in ms; 0 = never by itself. */
  readonly intervalMs: number;
  /** How many reads in a row showed no change. */
  readonly unchanged: number;
  /** How many reads in a row failed. */
  readonly failures: number;
  /**
   * Whether the last failure may need a person, such as a refused key or a sign-in page. Often it is gone a
   * minute later nevertheless.
   */
  readonly mayNeedPerson: boolean;
  /** The server's `Retry-After` in ms; undefined: none. */
  readonly retryAfterMs: number | undefined;
}

const slower = 1.5;
const maxMs = 60_000;
const maxFailureMs = 300_000;
const firstFailureMs = 5_000;
const firstWithPersonMs = 30_000;
/** The longest `Retry-After` that is followed, so that an open view is still refreshed in the end. */
const maxRetryAfterMs = 3_600_000;
/**
 * While nobody sees the view, one read a minute keeps the status bar current and finds the end of a campaign.
 */
const unwatchedMs = 60_000;
/**
 * The interval while a person waits to know whether people are being called, also when another view is in
 * front.
 */
const awaitingMs = 15_000;
/** The longest timer; with a longer time, setTimeout fires at once. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Milliseconds until the next read, or undefined: not by itself. Slows down while nothing changes (to a
 * minute) and while reads fail (to five), is never quicker than the interval, obeys Retry-After up to an
 * hour, and stops when nothing runs. No failure ends it. While nobody sees the view it reads once a minute,
 * and only while something runs whose end the server does not announce. While the next list may tell what
 * became of a launch it reads four times a minute.
 */
export function nextPollMs(situation: PollSituation): number | undefined {
  const { watched, active, awaiting = false, intervalMs, unchanged, failures } = situation;
  const { announcesEnds, mayNeedPerson, retryAfterMs } = situation;
  const restMs = awaiting ? awaitingMs : unwatchedMs;
  if (intervalMs <= 0 || !(watched || (active && !announcesEnds) || awaiting)) return undefined;
  if (failures > 0) {
    const firstMs = Math.max(intervalMs, mayNeedPerson ? firstWithPersonMs : firstFailureMs);
    const backedOff = Math.min(firstMs * 2 ** (failures - 1), maxFailureMs);
    const minMs = watched ? intervalMs : Math.max(intervalMs, restMs);
    return Math.min(Math.max(backedOff, minMs, Math.min(retryAfterMs ?? 0, maxRetryAfterMs)), maxTimerMs);
  }
  if (!active && !awaiting) return undefined;
  if (!watched) return Math.min(Math.max(intervalMs, restMs), maxTimerMs);
  const slowestMs = Math.max(intervalMs, awaiting ? awaitingMs : maxMs);
  return Math.min(intervalMs * slower ** unchanged, slowestMs, maxTimerMs);
}

/** The facts that decide whether the campaigns are read when the view becomes visible. */
export interface ReadSituation {
  /** Whether the person can see the view, in a window that has the focus. */
  readonly watched: boolean;
  readonly intervalMs: number;
  /** When they were last read, ms since 1970; undefined: never. */
  readonly updatedMs: number | undefined;
  readonly loading: boolean;
  /** When reading them last failed; undefined: it did not. */
  readonly failedMs: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly nowMs: number;
}

/**
 * Whether to read now: when the list is older than the interval, or when the last read failed and that was
 * not just now.
 */
export function shouldReadNow(situation: ReadSituation): boolean {
  const { watched, intervalMs, updatedMs, loading, failedMs, retryAfterMs, nowMs } = situation;
  // After the clock was set back, a time in the future means nothing.
  const isOlder = (sinceMs: number, ms: number) => nowMs < sinceMs || nowMs - sinceMs >= ms;
  if (failedMs !== undefined) {
    const askedToWaitMs = Math.min(retryAfterMs ?? 0, maxFailureMs);
    return watched && intervalMs > 0 && isOlder(failedMs, Math.max(firstFailureMs, askedToWaitMs));
  }
  // A window without the focus may still be visible next to another, so it reads once.
  if (updatedMs === undefined) return !loading;
  return watched && intervalMs > 0 && isOlder(updatedMs, intervalMs + 1);
}
