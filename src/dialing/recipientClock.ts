import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from './callingRules.ts';
import { nextCallMs } from './nextCall.ts';
import { zoneOffsets } from './zoneOffsets.ts';
import { recipientZone } from './zones.ts';

/** What a recipient's clock shows. Local times are milliseconds to be read as if they were UTC. */
export interface RecipientClock {
  /** IANA name. */
  readonly zone: string;
  /** The country has other zones, with other clocks. */
  readonly ambiguous: boolean;
  readonly localMs: number;
  /** Whether the calling hours are open. */
  readonly open: boolean;
  /** When they open next, where they are closed. */
  readonly opensLocalMs: number | undefined;
}

/**
 * @param config whose calling hours and zone count; the service's defaults when absent
 * @returns undefined for a country without a clock of its own, or none
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
