const isFull = process.env.REVOX_FULL_SIZES === '1';

/**
 * How often a property is tried, or a seed drawn: `most` times with `npm test -- --full`, as before a
 * release, else a quarter of that, so that the unit tests stay quick.
 */
export function runs(most: number): number {
  return isFull ? most : Math.max(5, Math.ceil(most / 4));
}
