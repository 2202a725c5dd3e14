/**
 * E.164 number → line, in a tenth of what a `Map` takes for a million of them: a number has at most 15
 * digits, which are kept as two integers. In shares, so that growing never takes long at a time.
 */
export class NumberTable {
  /** Made when first needed: most lists have few numbers, and an editor checks its list again and again. */
  readonly #shares: (Share | undefined)[] = Array.from({ length: shareCount });

  /** The value stored for a number; undefined for a number not seen before. */
  get(e164: string): number | undefined {
    const high = highOf(e164);
    const low = lowOf(e164);
    const hash = hashOf(high, low);
    return this.#share(hash).get(high, low, hash);
  }

  /** @param value below 2³² */
  set(e164: string, value: number): void {
    const high = highOf(e164);
    const low = lowOf(e164);
    const hash = hashOf(high, low);
    this.#share(hash).set(high, low, hash, value);
  }

  /**
   * Stores a value, below 2³², for a number not seen before.
   * @returns the stored value, which is the earlier one for a number seen before
   */
  setFirst(e164: string, value: number): number | undefined {
    const high = highOf(e164);
    const low = lowOf(e164);
    const hash = hashOf(high, low);
    return this.#share(hash).setFirst(high, low, hash, value);
  }

  #share(hash: number): Share {
    return (this.#shares[hash >>> shareShift] ??= new Share());
  }
}

const shareCount = 64;
/** The highest 6 of the 32 bits of a hash choose one of the 64. */
const shareShift = 26;
/** In each share: room for a list of ten thousand numbers without growing. A power of two. */
const firstPlaces = 256;
/** A place: both halves of the number and its value, next to each other because they are read together. */
const placeWords = 3;
/** Of all places, the share that is taken at most. */
const maxLoad = 0.75;

/** Open addressing with linear probing. No number has two halves of 0, which mark a free place. */
class Share {
  #places = new Uint32Array(firstPlaces * placeWords);
  #last = firstPlaces - 1;
  #room = firstPlaces * maxLoad;

  get(high: number, low: number, hash: number): number | undefined {
    const at = this.#find(high, low, hash);
    return this.#isFree(at) ? undefined : this.#places[at + 2];
  }

  set(high: number, low: number, hash: number, value: number): void {
    const at = this.#find(high, low, hash);
    if (this.#isFree(at)) this.#store(at, high, low, value);
    else this.#places[at + 2] = value;
  }

  setFirst(high: number, low: number, hash: number, value: number): number | undefined {
    const at = this.#find(high, low, hash);
    if (!this.#isFree(at)) return this.#places[at + 2];
    this.#store(at, high, low, value);
    return undefined;
  }

  #isFree(at: number): boolean {
    return this.#places[at] === 0 && this.#places[at + 1] === 0;
  }

  /** Where a number is, or would be. */
  #find(high: number, low: number, hash: number): number {
    const places = this.#places;
    const last = this.#last;
    // the highest bits chose the share
    for (let place = hash & last; ; place = (place + 1) & last) {
      const at = place * placeWords;
      const lowHere = places[at];
      const highHere = places[at + 1];
      if ((lowHere === low && highHere === high) || (lowHere === 0 && highHere === 0)) return at;
    }
  }

  #store(at: number, high: number, low: number, value: number): void {
    const places = this.#places;
    places[at] = low;
    places[at + 1] = high;
    places[at + 2] = value;
    if (--this.#room < 0) this.#grow();
  }

  #grow(): void {
    const before = this.#places;
    const count = (this.#last + 1) * 2;
    const places = new Uint32Array(count * placeWords);
    this.#places = places;
    this.#last = count - 1;
    this.#room += (count / 2) * maxLoad;
    for (let old = 0; old < before.length; old += placeWords) {
      const low = before[old] ?? 0;
      const high = before[old + 1] ?? 0;
      if (high === 0 && low === 0) continue;
      const at = this.#find(high, low, hashOf(high, low));
      places[at] = low;
      places[at + 1] = high;
      places[at + 2] = before[old + 2] ?? 0;
    }
  }
}

/** As many digits are small enough for V8 to calculate with as integers. */
const lowDigits = 9;

/** The last nine digits. */
function lowOf(e164: string): number {
  return digitsFrom(e164, Math.max(1, e164.length - lowDigits), e164.length);
}

/** The digits before the last nine, at most six. */
function highOf(e164: string): number {
  return digitsFrom(e164, 1, Math.max(1, e164.length - lowDigits));
}

/** Several times faster than `Number`, which expects more than digits. */
function digitsFrom(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + (text.charCodeAt(at) - 48);
  return number;
}

/** 32 bits from both halves of the number, well mixed: numbers of one list differ by their last digits. */
function hashOf(high: number, low: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e37_79b1), 0x85eb_ca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
