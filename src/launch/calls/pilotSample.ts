import { numberCountry } from '../../callList/phone/numberCountry.ts';
import type { PilotPick } from '../../core/campaignDraft.ts';
import type { Contact } from '../../core/createRequest.ts';

/** A contact of a list, or a call. */
export interface PilotContact extends Pick<Contact, 'to_phone_number'> {
  /** 1-based line of the list; absent for calls of a campaign. */
  readonly line?: number;
}

export interface PilotChoice {
  readonly size: number;
  readonly pick: PilotPick;
  /** For `pick: 'lines'`. */
  readonly lines?: readonly number[] | undefined;
}

/**
 * The contacts of a pilot, as ascending indexes into `contacts`.
 * @param seed the same seed chooses the same contacts of the same list
 */
export function pilotOf(
  contacts: readonly PilotContact[],
  { size, pick, lines }: PilotChoice,
  seed: string,
): readonly number[] {
  const all = contacts.map((_, index) => index);
  if (pick === 'lines') {
    const chosen = new Set(lines);
    return all.filter((index) => chosen.has(contacts[index]?.line ?? 0));
  }
  if (size >= all.length) return all;
  return pick === 'first' ? all.slice(0, size) : sampleOf(contacts, size, seed);
}

/** One contact of each country in turn, in an order that the seed determines. */
function sampleOf(
  contacts: readonly Pick<Contact, 'to_phone_number'>[],
  size: number,
  seed: string,
): readonly number[] {
  const byCountry = new Map<string, number[]>();
  const order = contacts
    .map(({ to_phone_number }, index) => ({ index, rank: hash(`${seed} ${index} ${to_phone_number}`) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index);
  for (const { index } of order) {
    const country = numberCountry(contacts[index]?.to_phone_number ?? '') ?? '';
    const members = byCountry.get(country);
    if (members === undefined) byCountry.set(country, [index]);
    else members.push(index);
  }
  const countries = [...byCountry.values()].sort((one, other) => other.length - one.length);
  const chosen: number[] = [];
  for (let round = 0; chosen.length < size; round += 1) {
    for (const members of countries) {
      const index = members[round];
      if (index !== undefined && chosen.length < size) chosen.push(index);
    }
  }
  return chosen.sort((one, other) => one - other);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
