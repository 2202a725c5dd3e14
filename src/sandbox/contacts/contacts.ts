import type { Contact } from '../../core/createRequest.ts';
import { recipientZone } from '../../dialing/zones.ts';
import { ContactBytes } from './contactBytes.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { lookUpNumber } from '../dialing/numberLookup.ts';

/** The time zone of numbers without a country, such as satellite and toll-free numbers. */
const zoneOfNowhere = 'UTC';
const rowsThatName = 1000;

/** The contacts of a campaign, in little memory, with the country of each number. */
export class Contacts {
  readonly #text = new ContactBytes();
  readonly #countries: (string | undefined)[] = [];
  /** For each row the index of its number's country. */
  readonly #countryIndexes = new GrowingNumbers((size) => new Uint8Array(size));

  static of(contacts: Iterable<Contact>): Contacts {
    const all = new Contacts();
    for (const contact of contacts) all.add(contact);
    return all;
  }

  /** Appends a contact. `lookUpNumber` must have said that its number is possible. */
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

  /** The names of the variables in the first thousand rows: the contacts of one list have the same ones. */
  variableNames(): string[] {
    const names = new Set<string>();
    for (let row = 0; row < Math.min(this.length, rowsThatName); row += 1)
      for (const name of Object.keys(this.variables(row))) names.add(name);
    return [...names];
  }

  /** Whether the number or a value contains this text, ignoring case. */
  matches(row: number, needle: string): boolean {
    return this.#text.matches(row, needle);
  }

  /**
   * The time zones in which rows are called, each with its `wanted` rows in ascending order. A zone without
   * wanted rows is included.
   * @param timezone overrides the zones of the numbers
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
  /** The index in `zones` of a row's time zone. */
  readonly zoneOf: (row: number) => number;
}
