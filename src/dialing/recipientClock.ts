import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from './callingRules.ts';
import { nextCallMs } from './nextCall.ts';
import { zoneOffsets } from './zoneOffsets.ts';
import { recipientZone } from './zones.ts';

/** The local time of a recipient. Local times are milliseconds that read as if they were UTC. */
export interface RecipientClock {
  /** IANA name. */
  readonly zone: string;
  /** The country has other time zones as well. */
  readonly ambiguous: boolean;
  readonly localMs: number;
  /** Whether the calling hours are open. */
  readonly open: boolean;
  /** When they open next; undefined: they are open, or never open. */
  readonly opensLocalMs: number | undefined;
}

/**
 * @param config has the calling hours and their zone; the service's defaults when absent
 * @returns undefined for an unknown country, or one without a time zone
 */
export function recipientClock(
  country: string | undefined,
  nowMs: number,
  config?: CallRetryConfig,
): RecipientClock | undefined {
  const own = recipientZone(country, undefined);
  if (own === undefined) return undefined;
  const { rules } = readCallingRules(config);
  const offsets = zoneOffsets(own.zone);
  const opensMs = nextCallMs(nowMs, rules, zoneOffsets(rules.timezone ?? own.zone));
  const open = opensMs === nowMs;
  return {
    ...own,
    localMs: nowMs + offsets.spanAt(nowMs).offsetMs,
    open,
    opensLocalMs: open || opensMs === undefined ? undefined : opensMs + offsets.spanAt(opensMs).offsetMs,
  };
}
