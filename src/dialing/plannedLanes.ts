import type { CallingRules } from './callingRules.ts';
import type { ContactGroups } from './contactGroups.ts';
import type { Breathing } from './contactGroups.ts';
import type { NeverReason } from './planTypes.ts';
import { recipientZone } from './zones.ts';
import { isZone } from './zoneOffsets.ts';

/** The contacts who are called by one clock. */
export interface PlannedLane {
  readonly zone: string;
  readonly countries: readonly string[];
  readonly contacts: number;
  readonly ambiguous: number;
  readonly rows: Uint32Array;
}

export interface PlannedLanes {
  readonly lanes: readonly PlannedLane[];
  readonly laneOf: Uint16Array;
  readonly never: ReadonlyMap<
    NeverReason,
    { readonly contacts: number; readonly countries: readonly string[] }
  >;
}

interface LaneDraft {
  readonly zone: string;
  readonly countries: string[];
  contacts: number;
  ambiguous: number;
}

const rowsAtOnce = 8192;

/** Gives every contact the lane it waits in, as the service would: by country, or by the zone that the rules name. */
export async function plannedLanes(
  { groups, order, total }: ContactGroups,
  rules: CallingRules,
  pace: Breathing,
): Promise<PlannedLanes> {
  const drafts: LaneDraft[] = [];
  const never = new Map<NeverReason, { contacts: number; countries: string[] }>();
  const laneOfGroup = groups.map(({ country, count }) => {
    const found = zoneOf(country, rules);
    const reason = neverReason(found?.zone, rules);
    if (found === undefined || reason !== undefined) {
      const entry = never.get(reason ?? 'noZone') ?? { contacts: 0, countries: [] };
      never.set(reason ?? 'noZone', entry);
      entry.contacts += count;
      if (country !== undefined) entry.countries.push(country);
      return -1;
    }
    let lane = drafts.findIndex(({ zone }) => zone === found.zone);
    if (lane < 0) lane = drafts.push({ zone: found.zone, countries: [], contacts: 0, ambiguous: 0 }) - 1;
    const draft = drafts[lane];
    if (draft !== undefined) {
      if (country !== undefined) draft.countries.push(country);
      draft.contacts += count;
      if (found.ambiguous) draft.ambiguous += count;
    }
    return lane;
  });
  const lanes = drafts.map((draft) => ({ ...draft, rows: new Uint32Array(draft.contacts) }));
  const laneOf = new Uint16Array(total);
  const filled = lanes.map(() => 0);
  for (let row = 0; row < total; row += 1) {
    const lane = laneOfGroup[order[row] ?? 0] ?? -1;
    const rows = lanes[lane]?.rows;
    if (rows !== undefined) {
      laneOf[row] = lane;
      rows[filled[lane] ?? 0] = row;
      filled[lane] = (filled[lane] ?? 0) + 1;
    }
    if (row % rowsAtOnce === 0) await pace.breathe();
  }
  return { lanes, laneOf, never };
}

function zoneOf(country: string | undefined, rules: CallingRules) {
  const found = recipientZone(country, rules.timezone);
  return found !== undefined && isZone(found.zone) ? found : undefined;
}

function neverReason(zone: string | undefined, rules: CallingRules): NeverReason | undefined {
  if (rules.windows.length === 0) return 'noWindow';
  if (!rules.allowedDays.includes(true)) return 'noDay';
  return zone === undefined ? 'noZone' : undefined;
}
