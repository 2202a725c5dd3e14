/**
 * E.164 number → line, in a tenth of what a `Map` takes for a million of them: a number has at most 15
 * digits, which is exact in a double. In shares, so that growing never takes long at a time.
 */
export class NumberTable {
  /** Made when first needed: most lists have few numbers, and an editor checks its list again and again. */
  readonly #shares: (Share | undefined)[] = Array.from({ length: shareCount });

  /** The value stored for a number; undefined for a number not seen before. */
  get(e164: string): number | undefined {
    const key = keyOf(e164);
    const hash = hashOf(key);
    return this.#share(hash).get(key, hash);
  }

  set(e164: string, value: number): void {
    const key = keyOf(e164);
    const hash = hashOf(key);
    this.#share(hash).set(key, hash, value);
  }

  /**
   * Stores a value for a number not seen before.
   * @returns the stored value, which is the earlier one for a number seen before
   */
  setFirst(e164: string, value: number): number | undefined {
    const key = keyOf(e164);
    const hash = hashOf(key);
    return this.#share(hash).setFirst(key, hash, value);
  }

  #share(hash: number): Share {
    return (this.#shares[hash >>> shareShift] ??= new Share());
  }
}

const shareCount = 64;
/** The highest 6 of the 32 bits of a hash choose one of the 64. */
const shareShift = 26;
/** In each share: room for a list of ten thousand numbers without growing. */
const firstPlaces = 256;

/** Open addressing with linear probing. Keys are positive, so that 0 marks a free place. */
class Share {
  #keys = new Float64Array(firstPlaces);
  #values = new Uint32Array(firstPlaces);
  #size = 0;

  get(key: number, hash: number): number | undefined {
    const at = this.#find(key, hash);
    return this.#keys[at] === key ? this.#values[at] : undefined;
  }

  set(key: number, hash: number, value: number): void {
    const at = this.#find(key, hash);
    if (this.#keys[at] !== key) {
      this.#keys[at] = key;
      this.#size++;
    }
    this.#values[at] = value;
    if (this.#size > this.#keys.length * 0.7) this.#grow();
  }

  setFirst(key: number, hash: number, value: number): number | undefined {
    const at = this.#find(key, hash);
    if (this.#keys[at] === key) return this.#values[at];
    this.#keys[at] = key;
    this.#values[at] = value;
    if (++this.#size > this.#keys.length * 0.7) this.#grow();
    return undefined;
  }

  #find(key: number, hash: number): number {
    const { length } = this.#keys;
    // the bits that did not choose the share, as a position
    let at = Math.floor(((hash & 0x3ff_ffff) / 0x400_0000) * length);
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = at + 1 === length ? 0 : at + 1;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    // by half, not to twice the size: what a million numbers take is mostly room for more
    const length = Math.ceil(keys.length * 1.5);
    this.#keys = new Float64Array(length);
    this.#values = new Uint32Array(length);
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] ?? 0;
      if (key === 0) continue;
      const at = this.#find(key, hashOf(key));
      this.#keys[at] = key;
      this.#values[at] = values[old] ?? 0;
    }
  }
}

/** The number after the plus: several times faster than `Number`, which expects more than digits. */
function keyOf(e164: string): number {
  let key = 0;
  for (let at = 1; at < e164.length; at++) key = key * 10 + (e164.charCodeAt(at) - 48);
  return key;
}

/** 32 bits from both halves of the number, well mixed: numbers of one list differ by their last digits. */
function hashOf(key: number): number {
  const low = key >>> 0;
  const high = Math.floor(key / 0x1_0000_0000);
  let hash = Math.imul(low ^ Math.imul(high, 0x9e37_79b1), 0x85eb_ca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
