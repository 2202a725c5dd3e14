import { areaCodeZones, dividedAreaCodes } from './areaCodes.ts';
import { recipientZone } from './zones.ts';

/** Where a number's area code says its owner lives. */
export interface AreaZone {
  /** IANA name. */
  readonly zone: string;
  /** A border of zones runs through the area: some live by another clock. */
  readonly divided: boolean;
}

let zones: Map<string, AreaZone> | undefined;

/** @returns undefined where no area codes are known, or this one is not (toll-free, new, Canada's north) */
export function areaZone(e164: string): AreaZone | undefined {
  zones ??= readAreaCodes();
  return zones.get(e164.slice(1, 5)); // +1 and three digits, +55 and two
}

/** Part of a call list that would be a campaign of its own. */
export interface ZonePart {
  /** `timezone` of the campaign's rules; undefined: the service's own choice, by country. */
  readonly timezone: string | undefined;
  /** Places in the list, ascending. */
  readonly places: readonly number[];
  /**
   * Of these, numbers whose zone is a guess: a divided area, or a country with several zones and no area
   * code.
   */
  readonly guessed: number;
}

/**
 * Splits a list so that each part can be called by one clock: the service derives a zone from the country
 * code alone, which is wrong for most numbers of a country with several. Numbers of countries with one zone
 * stay together, as do those whose area code tells nothing. The biggest part comes first.
 * @param numbers E.164, in the list's order
 * @param countryOf ISO 3166-1 alpha-2
 */
export function splitByZone(
  numbers: readonly string[],
  countryOf: (e164: string) => string | undefined,
): ZonePart[] {
  const parts = new Map<string | undefined, { places: number[]; guessed: number }>();
  numbers.forEach((number, place) => {
    const isAmbiguous = recipientZone(countryOf(number), undefined)?.ambiguous === true;
    const area = isAmbiguous ? areaZone(number) : undefined;
    const part = parts.get(area?.zone) ?? { places: [], guessed: 0 };
    parts.set(area?.zone, part);
    part.places.push(place);
    if (isAmbiguous && area?.divided !== false) part.guessed += 1;
  });
  return [...parts]
    .map(([timezone, part]) => ({ timezone, ...part }))
    .sort((one, other) => other.places.length - one.places.length);
}

function readAreaCodes(): Map<string, AreaZone> {
  const found = new Map<string, AreaZone>();
  for (const [callingCode, byZone] of Object.entries(areaCodeZones)) {
    for (const [zone, codes] of Object.entries(byZone)) {
      for (const code of codes.split(/\s+/)) {
        const prefix = callingCode + code;
        found.set(prefix, { zone, divided: dividedAreaCodes.has(prefix) });
      }
    }
  }
  return found;
}
