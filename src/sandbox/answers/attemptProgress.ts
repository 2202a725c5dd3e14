import type { AttemptStatus } from '../../core/row.ts';
import { durationMs, type CallOutcome } from '../dialing/callOutcome.ts';

/** Status and times of an attempt up to now; a time is undefined until it is reached. */
export interface AttemptProgress {
  readonly status: AttemptStatus;
  readonly startedMs: number | undefined;
  readonly answeredMs: number | undefined;
  readonly endedMs: number | undefined;
}

export function attemptProgress(outcome: CallOutcome, queuedAtMs: number, nowMs: number): AttemptProgress {
  const startedMs = queuedAtMs + outcome.queuedMs;
  const answeredMs = outcome.talkMs > 0 ? startedMs + outcome.ringMs : Infinity;
  const endedMs = queuedAtMs + durationMs(outcome);
  return {
    status: statusAt(outcome, { startedMs, answeredMs, endedMs }, nowMs),
    startedMs: startedMs <= nowMs ? startedMs : undefined,
    answeredMs: answeredMs <= nowMs ? answeredMs : undefined,
    endedMs: endedMs <= nowMs ? endedMs : undefined,
  };
}

function statusAt(
  outcome: CallOutcome,
  at: { startedMs: number; answeredMs: number; endedMs: number },
  nowMs: number,
): AttemptStatus {
  if (nowMs < at.startedMs) return 'queued';
  if (nowMs >= at.endedMs) return outcome.dialError === undefined ? 'completed' : 'error';
  return nowMs >= at.answeredMs ? 'ongoing' : 'ringing';
}

/** ISO 8601 in UTC; null for undefined. */
export function isoOrNull(ms: number | undefined): string | null {
  return ms === undefined || !Number.isFinite(ms) ? null : new Date(Math.round(ms)).toISOString();
}
