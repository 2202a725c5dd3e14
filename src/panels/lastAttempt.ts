import type { CallAttempt, Row } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';

/** The attempt that decides the state of a row. */
export function lastAttempt(row: Row): CallAttempt | undefined {
  return row.call?.last_call_attempt ?? newestFirst(row.call?.call_attempts ?? [])[0];
}

/** Documented to be newest first; sorted all the same where every attempt tells when it began. */
export function newestFirst(attempts: readonly CallAttempt[]): readonly CallAttempt[] {
  const times = new Map(attempts.map((attempt) => [attempt, toMs(attempt.started_at)]));
  if ([...times.values()].includes(undefined)) return attempts;
  return attempts.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
}
