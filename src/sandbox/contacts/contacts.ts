import type { Contact } from '../../core/createRequest.ts';
import { recipientZone } from '../../dialing/zones.ts';
import { ContactBytes } from './contactBytes.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { lookUpNumber } from '../dialing/numberLookup.ts';

/** Whose number tells nothing (a satellite or toll-free number) is called by this clock. */
const zoneOfNowhere = 'UTC';
const rowsThatName = 1000;

/** The contacts of a campaign, kept compactly. */
export class Contacts {
  readonly #text = new ContactBytes();
  readonly #countries: (string | undefined)[] = [];
  /** Which of the countries each row's number belongs to. */
  readonly #countryIndexes = new GrowingNumbers((size) => new Uint8Array(size));

  static of(contacts: Iterable<Contact>): Contacts {
    const all = new Contacts();
    for (const contact of contacts) all.add(contact);
    return all;
  }

  /** The number must be a possible one. */
  add(contact: Contact): void {
    const { country } = lookUpNumber(contact.to_phone_number);
    let index = this.#countries.indexOf(country);
    if (index < 0) index = this.#countries.push(country) - 1;
    this.#text.add(contact);
    this.#countryIndexes.push(index);
  }

  get length(): number {
    return this.#text.length;
  }

  phoneNumber(row: number): string {
    return this.#text.phoneNumber(row);
  }

  variables(row: number): Readonly<Record<string, string>> {
    return this.#text.variables(row);
  }

  /** The names of the variables, of the first thousand rows: contacts of one list have the same ones. */
  variableNames(): string[] {
    const names = new Set<string>();
    for (let row = 0; row < Math.min(this.length, rowsThatName); row += 1)
      for (const name of Object.keys(this.variables(row))) names.add(name);
    return [...names];
  }

  /** Does the number or a value contain this text, in any case? */
  matches(row: number, needle: string): boolean {
    return this.#text.matches(row, needle);
  }

  /**
   * The rows by the zone they are called in, ascending; `timezone` overrides those of the numbers. Only rows
   * that are `wanted`, but each zone that any row has.
   */
  zones(timezone: string | undefined, wanted: (row: number) => boolean = () => true): ContactZones {
    const names: string[] = [];
    const zoneOfCountry = this.#countries.map((country) => {
      const name = recipientZone(country, timezone)?.zone ?? zoneOfNowhere;
      if (!names.includes(name)) names.push(name);
      return names.indexOf(name);
    });
    const zoneOf = (row: number) => zoneOfCountry[this.#countryIndexes.at(row)] ?? 0;
    const rows = names.map(() => new GrowingNumbers((size) => new Uint32Array(size)));
    for (let row = 0; row < this.length; row += 1) if (wanted(row)) rows[zoneOf(row)]?.push(row);
    const zones = names.map((zone, index) => ({ zone, rows: rows[index]?.values() ?? new Uint32Array() }));
    return { zones, zoneOf };
  }
}

export interface ContactZones {
  readonly zones: readonly { readonly zone: string; readonly rows: Uint32Array }[];
  /** The place of a row's zone in `zones`. */
  readonly zoneOf: (row: number) => number;
}
