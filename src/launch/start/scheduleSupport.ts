import { campaignState, type Campaign } from '../../core/campaign.ts';
import { toMs } from '../../core/timestamp.ts';
import { hasCalled, type Asked } from '../comparison/verify.ts';

/**
 * Whether a server waits for the start time it is given. Revisions of the API differ, and one that does not
 * know
 * `scheduled_at` silently starts at once: only its own answers tell.
 */
export type ScheduleSupport = 'honoured' | 'ignored' | 'unknown';

const toleranceMs = 60_000;
/** A start that is nearly due when the answer comes proves nothing: the calls may rightly have begun. */
const leastWaitMs = 30_000;

/** What a created campaign shows about its server's support for start times; undefined: nothing. */
export function observedScheduleSupport(
  asked: Asked,
  campaign: Campaign,
  nowMs: number,
): Exclude<ScheduleSupport, 'unknown'> | undefined {
  const askedMs = toMs(asked.scheduled_at);
  if (!asked.launch || askedMs === undefined || askedMs < nowMs + leastWaitMs) return undefined;
  if (hasCalled(campaign)) return 'ignored';
  switch (campaignState(campaign, nowMs)) {
    case 'scheduled': {
      const gotMs = toMs(campaign.scheduled_at);
      return gotMs !== undefined && Math.abs(gotMs - askedMs) <= toleranceMs ? 'honoured' : undefined;
    }
    case 'running':
    case 'completed':
    case 'draft':
      return 'ignored';
    case 'not launched':
    case 'paused':
    case 'cancelled':
    case 'unknown':
      return undefined;
  }
}

/** What a person should know before they rely on a start time; undefined: nothing. */
export function scheduleWarning(scheduleSupport: ScheduleSupport): string | undefined {
  switch (scheduleSupport) {
    case 'honoured':
      return undefined;
    case 'unknown':
      return 'We haven’t confirmed that this server honours start times. If calls begin early, we’ll tell you.';
    case 'ignored':
      return 'This server ignored the last start time it was given. Calls may start immediately.';
  }
}
