/**
 * A deep copy whose strings are independent of the source. V8 keeps the whole file in memory for as long as a
 * slice of it lives, so a few contacts would retain all of it.
 */
export function deepCopy<T>(found: T): T {
  return structuredClone(found);
}
