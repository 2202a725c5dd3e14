/** Contacts whose numbers belong to one country. The service knows no more about where they are. */
export interface ContactGroup {
  /**
   * ISO 3166-1 alpha-2; undefined: a number of no country (satellite, toll-free), or one whose country is
   * unknown.
   */
  readonly country: string | undefined;
  readonly count: number;
}

/** A whole call list as the forecast needs it, without any phone number. */
export interface ContactGroups {
  readonly total: number;
  /** In the order in which their first contacts are in the list. */
  readonly groups: readonly ContactGroup[];
  /** For each contact, in the list's order, the place of its group in `groups`. */
  readonly order: Uint16Array;
}

/**
 * Yields to other work when that is due; `callList/pace.ts` does, and throws when the work has been
 * cancelled.
 */
export interface Yielding {
  yieldIfDue(): Promise<void>;
}

const numbersAtOnce = 2048;

/**
 * Groups the numbers (E.164) of a list, reading each once.
 * @param countryOf ISO 3166-1 alpha-2 of a number; asked for every contact, so it should remember
 */
export async function groupContacts(
  numbers: Iterable<string>,
  countryOf: (e164: string) => string | undefined,
  pace: Yielding,
): Promise<ContactGroups> {
  const places = new Map<string | undefined, number>();
  const counts: number[] = [];
  const order: number[] = [];
  for (const number of numbers) {
    const country = countryOf(number);
    let place = places.get(country);
    if (place === undefined) places.set(country, (place = counts.push(0) - 1));
    counts[place] = (counts[place] ?? 0) + 1;
    if (order.push(place) % numbersAtOnce === 0) await pace.yieldIfDue();
  }
  const groups = [...places].map(([country, place]) => ({ country, count: counts[place] ?? 0 }));
  return { total: order.length, groups, order: new Uint16Array(order) };
}

/**
 * Makes the groups from counts alone, as if the list were evenly mixed. Counts are whole numbers of at least
 * 1.
 */
export function mixedContacts(groups: readonly ContactGroup[]): ContactGroups {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const order = new Uint16Array(total);
  const taken = groups.map(() => 0);
  for (let at = 0; at < total; at += 1) {
    let next = -1;
    let furthestBehind = 0;
    groups.forEach(({ count }, place) => {
      const behind = (count * (at + 1)) / total - (taken[place] ?? 0);
      if (next < 0 || behind > furthestBehind) [next, furthestBehind] = [place, behind];
    });
    order[at] = next;
    taken[next] = (taken[next] ?? 0) + 1;
  }
  return { total, groups, order };
}
