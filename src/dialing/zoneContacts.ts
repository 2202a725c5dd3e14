import type { CallingRules } from './callingRules.ts';
import type { ContactGroups } from './contactGroups.ts';
import type { Yielding } from './contactGroups.ts';
import type { NeverReason } from './forecastTypes.ts';
import { recipientZone } from './zones.ts';
import { isZone } from './zoneOffsets.ts';

/** The contacts who are called by one clock. */
export interface ZoneContacts {
  readonly zone: string;
  readonly countries: readonly string[];
  readonly contacts: number;
  readonly ambiguous: number;
  readonly rows: Uint32Array;
}

export interface ContactsByZone {
  readonly byZone: readonly ZoneContacts[];
  readonly zoneIndex: Uint16Array;
  readonly never: ReadonlyMap<
    NeverReason,
    { readonly contacts: number; readonly countries: readonly string[] }
  >;
}

interface ZoneDraft {
  readonly zone: string;
  readonly countries: string[];
  contacts: number;
  ambiguous: number;
}

const rowsAtOnce = 8192;

/**
 * Gives every contact the time zone it waits in, as the service would: by country, or by the zone that the
 * rules name.
 */
export async function contactsByZone(
  { groups, order, total }: ContactGroups,
  rules: CallingRules,
  pace: Yielding,
): Promise<ContactsByZone> {
  const drafts: ZoneDraft[] = [];
  const never = new Map<NeverReason, { contacts: number; countries: string[] }>();
  const zoneOfGroup = groups.map(({ country, count }) => {
    const found = zoneOf(country, rules);
    const reason = neverReason(found?.zone, rules);
    if (found === undefined || reason !== undefined) {
      const entry = never.get(reason ?? 'noZone') ?? { contacts: 0, countries: [] };
      never.set(reason ?? 'noZone', entry);
      entry.contacts += count;
      if (country !== undefined) entry.countries.push(country);
      return -1;
    }
    let zoneAt = drafts.findIndex(({ zone }) => zone === found.zone);
    if (zoneAt < 0) zoneAt = drafts.push({ zone: found.zone, countries: [], contacts: 0, ambiguous: 0 }) - 1;
    const draft = drafts[zoneAt];
    if (draft !== undefined) {
      if (country !== undefined) draft.countries.push(country);
      draft.contacts += count;
      if (found.ambiguous) draft.ambiguous += count;
    }
    return zoneAt;
  });
  const byZone = drafts.map((draft) => ({ ...draft, rows: new Uint32Array(draft.contacts) }));
  const zoneIndex = new Uint16Array(total);
  const filled = byZone.map(() => 0);
  for (let row = 0; row < total; row += 1) {
    const zoneAt = zoneOfGroup[order[row] ?? 0] ?? -1;
    const rows = byZone[zoneAt]?.rows;
    if (rows !== undefined) {
      zoneIndex[row] = zoneAt;
      rows[filled[zoneAt] ?? 0] = row;
      filled[zoneAt] = (filled[zoneAt] ?? 0) + 1;
    }
    if (row % rowsAtOnce === 0) await pace.yieldIfDue();
  }
  return { byZone, zoneIndex, never };
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
