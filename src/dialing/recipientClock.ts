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
  /** Whether the service's default calling hours are open; an assistant may have its own. */
  readonly open: boolean;
  /** When they open next, where they are closed. */
  readonly opensLocalMs: number | undefined;
}

/** @returns undefined for a country without a clock of its own, or none */
export function recipientClock(country: string | undefined, nowMs: number): RecipientClock | undefined {
  const found = recipientZone(country, undefined);
  if (found === undefined) return undefined;
  const offsets = zoneOffsets(found.zone);
  const opensMs = nextCallMs(nowMs, readCallingRules().rules, offsets);
  const open = opensMs === nowMs;
  return {
    ...found,
    localMs: nowMs + offsets.spanAt(nowMs).offsetMs,
    open,
    opensLocalMs: open || opensMs === undefined ? undefined : opensMs + offsets.spanAt(opensMs).offsetMs,
  };
}
