import type { Call } from './row.ts';
import { toMs } from './timestamp.ts';

/** The service writes both times of a new call together, though not always at the same moment. */
const sameMomentMs = 10_000;

/**
 * When a call was scheduled to start. Every call may carry a `scheduled_at`; where nobody has launched the
 * call, it is the time of its creation and means nothing.
 * @returns milliseconds since 1970; undefined where nobody gave the call a time
 */
export function startTimeMs({
  created_at,
  scheduled_at,
}: Pick<Call, 'created_at' | 'scheduled_at'>): number | undefined {
  const [createdMs, scheduledMs] = [toMs(created_at), toMs(scheduled_at)];
  if (scheduledMs === undefined || createdMs === undefined) return scheduledMs;
  return scheduledMs <= createdMs + sameMomentMs ? undefined : scheduledMs;
}
