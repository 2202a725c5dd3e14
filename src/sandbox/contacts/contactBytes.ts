import type { Contact } from '../../core/createRequest.ts';
import { GrowingNumbers } from './growingNumbers.ts';

/**
 * Each block is twice as large as the one before, so that hundreds of small campaigns do not take gigabytes.
 */
const firstBlockBytes = 16 * 1024;
const maxBlockBytes = 8 * 1024 * 1024;
/** A position is `block * blockSpan + offset`, exact in a double for more blocks than fit in memory. */
const blockSpan = 2 ** 32;

/**
 * A list of contacts in little memory: a million contacts as objects take half a gigabyte. Each contact is
 * its number followed by its variables as JSON, one after the other in blocks of bytes. Reading one makes an
 * object of it.
 */
export class ContactBytes {
  readonly #blocks: Buffer[] = [];
  #used = 0;
  readonly #places = new GrowingNumbers((size) => new Float64Array(size));
  readonly #bytes = new GrowingNumbers((size) => new Uint32Array(size));
  readonly #numberBytes = new GrowingNumbers((size) => new Uint8Array(size));

  get length(): number {
    return this.#places.length;
  }

  /** Appends a contact. Its number must be E.164: one byte a character, at most 16 characters. */
  add(contact: Contact): void {
    const text = contact.to_phone_number + JSON.stringify(contact.prompt_variables);
    const block = this.#blockFor(text.length * 3); // three bytes hold any UTF-16 unit
    const written = block.write(text, this.#used);
    this.#places.push((this.#blocks.length - 1) * blockSpan + this.#used);
    this.#bytes.push(written);
    this.#numberBytes.push(contact.to_phone_number.length);
    this.#used += written;
  }

  phoneNumber(row: number): string {
    return this.#slice(row, 0, this.#numberBytes.at(row), 'latin1');
  }

  variables(row: number): Readonly<Record<string, string>> {
    return JSON.parse(this.#variablesText(row)) as Record<string, string>;
  }

  /** Whether the number or a value contains this text, ignoring case. */
  matches(row: number, needle: string): boolean {
    const wanted = needle.toLowerCase();
    if (this.phoneNumber(row).includes(wanted)) return true;
    // The JSON contains all values, so this rules most rows out without parsing them.
    if (!this.#variablesText(row).toLowerCase().includes(JSON.stringify(wanted).slice(1, -1))) return false;
    return Object.values(this.variables(row)).some((value) => value.toLowerCase().includes(wanted));
  }

  #variablesText(row: number): string {
    return this.#slice(row, this.#numberBytes.at(row), this.#bytes.at(row), 'utf8');
  }

  #slice(row: number, from: number, to: number, encoding: 'latin1' | 'utf8'): string {
    const place = this.#places.at(row);
    const offset = place % blockSpan;
    const block = this.#blocks[(place - offset) / blockSpan];
    return block?.toString(encoding, offset + from, offset + to) ?? '';
  }

  /** A block with at least `bytes` free bytes. */
  #blockFor(bytes: number): Buffer {
    const last = this.#blocks.at(-1);
    if (last !== undefined && this.#used + bytes <= last.length) return last;
    const blockBytes = Math.min(firstBlockBytes * 2 ** this.#blocks.length, maxBlockBytes);
    const block = Buffer.allocUnsafeSlow(Math.max(blockBytes, bytes));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }
}
