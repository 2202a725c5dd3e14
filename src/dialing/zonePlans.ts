import { nextCallMs, openUntilMs } from './nextCall.ts';
import type { PlannedLane } from './plannedLanes.ts';
import type { PlanInput, ZonePlan } from './planTypes.ts';
import type { RunTally } from './runTally.ts';
import { zoneOffsets } from './zoneOffsets.ts';

/** What a dry run came to in each zone, by first call, then by contacts. */
export function zonePlans(
  lanes: readonly PlannedLane[],
  tally: RunTally,
  { rules, startMs }: PlanInput,
): ZonePlan[] {
  const plans = lanes.map(({ zone, countries, contacts, ambiguous }, lane): ZonePlan => {
    const offsets = zoneOffsets(zone);
    const lastCallMs = finite(tally.lastMs[lane]);
    return {
      zone,
      countries,
      contacts,
      ambiguous,
      opensMs: nextCallMs(startMs, rules, offsets) ?? Infinity,
      firstCallMs: finite(tally.firstMs[lane]),
      lastCallMs,
      closesMs: lastCallMs === undefined ? undefined : openUntilMs(lastCallMs, rules, offsets),
    };
  });
  const first = ({ firstCallMs = Infinity }: ZonePlan) => firstCallMs;
  return plans.sort((one, other) =>
    first(one) === first(other) ? other.contacts - one.contacts : first(one) - first(other),
  );
}

function finite(ms: number | undefined): number | undefined {
  return ms !== undefined && Number.isFinite(ms) ? ms : undefined;
}
