import { JsonItemsError } from './jsonItemsError.ts';

/** Up to this many bytes, copying them one by one is faster than `set`. */
const fewBytes = 48;

/** A buffer that is filled repeatedly and reuses its memory. */
export class GrowingBytes {
  #buffer = Buffer.alloc(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Valid until more are added. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  add(chunk: Uint8Array, from: number, to: number, most: number): void {
    const length = this.#length + to - from;
    if (length > most) throw new JsonItemsError(`A part of the answer is larger than ${most} bytes.`);
    this.#reserve(length);
    const buffer = this.#buffer;
    if (to - from <= fewBytes) {
      for (let at = from, place = this.#length; at < to; at += 1, place += 1) buffer[place] = chunk[at] ?? 0;
    } else {
      // `subarray` of a Buffer makes another Buffer, which takes several times as long
      buffer.set(new Uint8Array(chunk.buffer, chunk.byteOffset + from, to - from), this.#length);
    }
    this.#length = length;
  }

  addText(ascii: string): void {
    this.#reserve(this.#length + ascii.length);
    for (let at = 0; at < ascii.length; at += 1) this.#buffer[this.#length + at] = ascii.charCodeAt(at);
    this.#length += ascii.length;
  }

  sameAs(other: Uint8Array): boolean {
    return (
      other.length === this.#length && this.#buffer.compare(other, 0, other.length, 0, this.#length) === 0
    );
  }

  copy(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#buffer, 0, this.#length);
  }

  /** @param from the first byte of the text */
  text(from = 0): string {
    return this.#buffer.toString('utf8', from, this.#length);
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return;
    const larger = Buffer.alloc(Math.max(length, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
