import type { Contact } from '../core/createRequest.ts';

const separator = '\n';

/**
 * A million contacts as objects take half a gigabyte. Here each is its number, a line feed and its variables as
 * JSON, one after the other in one buffer, and is made an object again when a page shows it.
 */
export class ContactText {
  #bytes = Buffer.alloc(4096);
  #ends = new Float64Array(64);
  #size = 0;

  get length(): number {
    return this.#size;
  }

  add(contact: Contact): void {
    const text = `${contact.to_phone_number}${separator}${JSON.stringify(contact.prompt_variables)}`;
    const start = this.#startOf(this.#size);
    // Three bytes hold any UTF-16 unit: so the text surely fits and need not be measured first.
    if (start + text.length * 3 > this.#bytes.length) this.#growBytes(start + text.length * 3);
    if (this.#size === this.#ends.length) this.#growEnds();
    this.#ends[this.#size] = start + this.#bytes.write(text, start);
    this.#size += 1;
  }

  phoneNumber(row: number): string {
    const start = this.#startOf(row);
    // E.164: at most 16 bytes, and the separator follows.
    return this.#bytes.toString('latin1', start, this.#bytes.indexOf(separator, start));
  }

  variables(row: number): Readonly<Record<string, string>> {
    const text = this.#textOf(row);
    return JSON.parse(text.slice(text.indexOf(separator) + 1)) as Record<string, string>;
  }

  matches(row: number, needle: string): boolean {
    const wanted = needle.toLowerCase();
    // The JSON contains whatever its values contain, so most rows are ruled out without being parsed.
    if (!this.#textOf(row).toLowerCase().includes(JSON.stringify(wanted).slice(1, -1))) return false;
    const values = [this.phoneNumber(row), ...Object.values(this.variables(row))];
    return values.some((value) => value.toLowerCase().includes(wanted));
  }

  #textOf(row: number): string {
    return this.#bytes.toString('utf8', this.#startOf(row), this.#ends[row]);
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
  }

  #growBytes(atLeast: number): void {
    const bytes = Buffer.alloc(Math.max(atLeast, Math.ceil(this.#bytes.length * 1.7)));
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
  }

  #growEnds(): void {
    const ends = new Float64Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }
}
