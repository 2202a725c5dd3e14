import { nextCallMs, openUntilMs } from './nextCall.ts';
import type { ZoneContacts } from './zoneContacts.ts';
import type { PlanInput, ZoneForecast } from './forecastTypes.ts';
import type { RunTally } from './runTally.ts';
import { zoneOffsets } from './zoneOffsets.ts';

/** The results of a dry run in each zone, ordered by first call, then by contacts. */
export function zoneForecasts(
  byZone: readonly ZoneContacts[],
  tally: RunTally,
  { rules, startMs }: PlanInput,
): ZoneForecast[] {
  const plans = byZone.map(({ zone, countries, contacts, ambiguous }, zoneAt): ZoneForecast => {
    const offsets = zoneOffsets(zone);
    const lastCallMs = finite(tally.lastMs[zoneAt]);
    return {
      zone,
      countries,
      contacts,
      ambiguous,
      opensMs: nextCallMs(startMs, rules, offsets) ?? Infinity,
      firstCallMs: finite(tally.firstMs[zoneAt]),
      lastCallMs,
      closesMs: lastCallMs === undefined ? undefined : openUntilMs(lastCallMs, rules, offsets),
    };
  });
  const first = ({ firstCallMs = Infinity }: ZoneForecast) => firstCallMs;
  return plans.sort((one, other) =>
    first(one) === first(other) ? other.contacts - one.contacts : first(one) - first(other),
  );
}

function finite(ms: number | undefined): number | undefined {
  return ms !== undefined && Number.isFinite(ms) ? ms : undefined;
}
