import type { GrowingBytes } from './growingBytes.ts';

/** How many values are remembered in order to share equal ones. Further values are kept without sharing. */
const maxShared = 64;

/** Repeated values, each stored once. */
export class SharedValues {
  readonly values: string[] = [];
  readonly #bytes: Uint8Array[] = [];

  indexOf(value: GrowingBytes): number {
    const known = this.#bytes.findLastIndex((bytes) => value.sameAs(bytes)); // usually the most recent one
    if (known >= 0) return known;
    if (this.#bytes.length >= maxShared) return -1;
    this.#bytes.push(value.copy());
    this.values.push(value.text());
    return this.values.length - 1;
  }
}
