import { getCountry, getTimezone } from 'countries-and-timezones';
import { mainZones } from './mainZones.ts';

/** Where a recipient's clock stands, as well as a phone number can tell. */
export interface RecipientZone {
  /** IANA name. */
  readonly zone: string;
  /** The country has other zones with other clocks: the recipient may live in one of them. */
  readonly ambiguous: boolean;
}

/**
 * The zone in which a recipient is called: `timezone` of the rules where there is one, else that of the
 * number's country (ISO 3166 alpha-2). The service derives it from the country code alone, so a country with
 * several has one answer here, that of its capital or, where fewer people live by it, of most people.
 * @returns undefined where it is unknown (a satellite or toll-free number)
 */
export function recipientZone(
  country: string | undefined,
  override: string | undefined,
): RecipientZone | undefined {
  if (override !== undefined) return { zone: override, ambiguous: false };
  return country === undefined ? undefined : countryZone(country);
}

const remembered = new Map<string, RecipientZone | undefined>();

function countryZone(country: string): RecipientZone | undefined {
  if (!remembered.has(country)) remembered.set(country, findCountryZone(country));
  return remembered.get(country);
}

function findCountryZone(country: string): RecipientZone | undefined {
  const zones = zonesOf(country);
  const zone = mainZones[country] ?? zones[0];
  return zone === undefined ? undefined : { zone, ambiguous: new Set(zones.map(clockOf)).size > 1 };
}

/** All zones of a country, by name; empty for a country without any. */
export function zonesOf(country: string): readonly string[] {
  return getCountry(country)?.timezones ?? [];
}

/** A key of a zone's clock: two zones with the same winter and summer offset have the same one. */
function clockOf(zone: string): string {
  const data = getTimezone(zone);
  return data === null ? zone : `${data.utcOffset}/${data.dstOffset}`;
}
