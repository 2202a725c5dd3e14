const quote = 0x22;
const backslash = 0x5c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const [comma, colon] = [0x2c, 0x3a];
const portionBytes = 256 * 1024;

/**
 * Removes the `contacts` array from the body of a create while it arrives: `onContacts` gets its items in
 * portions, as JSON text without the brackets, and the rest is small. So a million contacts are never in
 * memory as objects. It follows the structure only; invalid JSON shows when a part is parsed.
 */
export class RequestScanner {
  readonly #onContacts: (items: string) => void;
  readonly #rest: Buffer[] = [];
  #portion: Buffer[] = [];
  #portionBytes = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inContacts = false;
  /** The last string at the top level, complete or not; `#key` is the last one that was a key. */
  #string = '';
  #key = '';

  constructor(onContacts: (items: string) => void) {
    this.#onContacts = onContacts;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#inString) {
        this.#stringByte(byte);
        continue;
      }
      if (byte === quote) {
        this.#inString = true;
        this.#string = '';
      } else if (byte === openBrace || byte === openBracket) {
        this.#depth += 1;
        if (byte === openBracket && this.#depth === 2 && this.#key === 'contacts') {
          this.#rest.push(chunk.subarray(from, at + 1));
          from = at + 1;
          this.#inContacts = true;
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        if (this.#inContacts && this.#depth === 1) {
          this.#keep(chunk.subarray(from, at));
          this.#flush();
          from = at;
          this.#inContacts = false;
          this.#key = '';
        }
      } else if (byte === colon && this.#depth === 1) {
        this.#key = this.#string;
      } else if (byte === comma && this.#inContacts && this.#depth === 2) {
        if (this.#portionBytes + at - from < portionBytes) continue;
        this.#keep(chunk.subarray(from, at));
        this.#flush();
        from = at + 1;
      }
    }
    if (this.#inContacts) this.#keep(chunk.subarray(from));
    else this.#rest.push(chunk.subarray(from));
  }

  /** The body with an empty array in place of the contacts. */
  end(): string {
    this.#flush();
    return Buffer.concat(this.#rest).toString('utf8');
  }

  #stringByte(byte: number | undefined): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
    else if (this.#depth === 1) this.#string += String.fromCharCode(byte ?? 0);
  }

  #keep(bytes: Buffer): void {
    this.#portion.push(bytes);
    this.#portionBytes += bytes.length;
  }

  #flush(): void {
    const items = Buffer.concat(this.#portion).toString('utf8');
    this.#portion = [];
    this.#portionBytes = 0;
    if (items.trim() !== '') this.#onContacts(items);
  }
}
