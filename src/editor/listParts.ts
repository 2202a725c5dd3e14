import type { CallList, ReadyContact } from '../callList/callList.ts';
import { numberCountry } from '../callList/phone/numberCountry.ts';
import { splitByZone } from '../dialing/splitByZone.ts';
import { countryName } from '../callList/phone/countryName.ts';
import type { CsvRecord } from '../callList/csv/records.ts';
import { recordAt } from './listRecords.ts';

/** A part of a list's contacts. */
export interface ListPart {
  /** `France`, or what is in the column. */
  readonly name: string;
  readonly contacts: readonly ReadyContact[];
}

/** A column that divides the list into parts that one can work with. */
export interface DividingColumn {
  readonly index: number;
  readonly header: string;
  readonly parts: readonly ListPart[];
}

/** The most parts that a list is split into: each opens a file. */
export const maxParts = 12;

/** The contacts by the country of their number, the largest part first. */
export function partsByCountry({ contacts }: Pick<CallList, 'contacts'>): ListPart[] {
  return parts(contacts, ({ to_phone_number }) => {
    const country = numberCountry(to_phone_number);
    return country === undefined ? 'no country' : countryName(country);
  });
}

/**
 * The contacts by the time zone of their area code, where their country has several: the rules of a campaign
 * have one time zone, and the service knows only the country. All others, whose country tells the zone, stay
 * together. One part: nothing to split.
 */
export function partsByZone({ contacts }: Pick<CallList, 'contacts'>): ListPart[] {
  const numbers = contacts.map(({ to_phone_number }) => to_phone_number);
  return splitByZone(numbers, numberCountry).map(({ timezone, places }) => ({
    name: timezone ?? 'by country',
    contacts: places.flatMap((place) => contacts[place] ?? []),
  }));
}

/** The columns with few different values, such as states or time zones, each with the parts it makes. */
export function dividingColumns(list: CallList, records: readonly CsvRecord[]): DividingColumn[] {
  return list.columns.flatMap(({ index, header }) => {
    if (index === list.phoneColumn) return [];
    const found = parts(list.contacts, ({ line }) => (recordAt(records, line)?.cells[index] ?? '').trim());
    return found.length < 2 || found.length > maxParts ? [] : [{ index, header, parts: found }];
  });
}

function parts(contacts: readonly ReadyContact[], nameOf: (contact: ReadyContact) => string): ListPart[] {
  const found = new Map<string, ReadyContact[]>();
  for (const contact of contacts) {
    const name = nameOf(contact);
    const part = found.get(name);
    if (part === undefined) found.set(name, [contact]);
    else part.push(contact);
  }
  return [...found]
    .map(([name, members]) => ({ name: name === '' ? 'empty' : name, contacts: members }))
    .sort((one, other) => other.contacts.length - one.contacts.length);
}
