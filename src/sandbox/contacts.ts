import type { Contact } from '../core/createRequest.ts';
import { ContactText } from './contactText.ts';
import { countryOf } from './numberCountry.ts';
import { recipientZone } from '../dialing/zones.ts';

/** Whose number tells nothing (a satellite or toll-free number) is called by this clock. */
const zoneOfNowhere = 'UTC';

/** The contacts of a campaign, kept compactly: text in one buffer, a byte for the zone. */
export class Contacts {
  /** The time zones that occur, in order of appearance. */
  readonly zones: readonly string[];
  readonly #text: ContactText;
  readonly #zoneIndexes: Uint8Array;

  /** `timezone` overrides the zones of the numbers. */
  constructor(text: ContactText, timezone: string | undefined) {
    this.#text = text;
    this.#zoneIndexes = new Uint8Array(text.length);
    const indexes = new Map<string, number>();
    for (let row = 0; row < text.length; row += 1) {
      const country = timezone === undefined ? countryOf(text.phoneNumber(row)) : undefined;
      const zone = recipientZone(country, timezone)?.zone ?? zoneOfNowhere;
      const index = indexes.get(zone) ?? indexes.size;
      indexes.set(zone, index);
      this.#zoneIndexes[row] = index;
    }
    this.zones = [...indexes.keys()];
  }

  static of(contacts: readonly Contact[], timezone?: string): Contacts {
    const text = new ContactText();
    for (const contact of contacts) text.add(contact);
    return new Contacts(text, timezone);
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

  /** Does the number or a value contain this text, in any case? */
  matches(row: number, needle: string): boolean {
    return this.#text.matches(row, needle);
  }

  zoneIndex(row: number): number {
    return this.#zoneIndexes[row] ?? 0;
  }

  rowsOfZone(index: number): Uint32Array {
    const rows = new Uint32Array(this.#zoneIndexes.reduce((sum, zone) => sum + Number(zone === index), 0));
    let at = 0;
    for (let row = 0; row < this.length; row += 1) if (this.#zoneIndexes[row] === index) rows[at++] = row;
    return rows;
  }
}
