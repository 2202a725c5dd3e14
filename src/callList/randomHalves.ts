/** Two parts of a list, as equal in number as can be. */
export interface Halves<T> {
  readonly first: readonly T[];
  readonly second: readonly T[];
}

/**
 * Splits at random, each member with the same chance for either half; the order of the list stays within a
 * half. The same list and seed give the same halves on every machine.
 */
export function randomHalves<T>(members: readonly T[], seed: string): Halves<T> {
  const next = randomNumbers(seed);
  const places = members.map((_, place) => place);
  // Fisher and Yates: every order is equally likely.
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [places[at], places[other]] = [places[other] ?? other, places[at] ?? at];
  }
  const chosen = new Set(places.slice(0, Math.ceil(places.length / 2)));
  return {
    first: members.filter((_, place) => chosen.has(place)),
    second: members.filter((_, place) => !chosen.has(place)),
  };
}

/** Numbers from 0 to below 1 (mulberry32, begun with an FNV-1a hash of the seed). */
function randomNumbers(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
