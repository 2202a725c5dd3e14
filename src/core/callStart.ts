import type { Call } from './row.ts';
import { toMs } from './timestamp.ts';

/** Both times of a new call are written in one go, though not always in the same moment. */
const sameMomentMs = 10_000;

/**
 * When a call was told to start. Every call of the service may carry a `scheduled_at`, also one that nobody
 * launched: then it is the time of its creation, and tells nothing.
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
