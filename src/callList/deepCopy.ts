/**
 * The same with texts of its own. A text that was cut out of a larger one keeps all of it in memory for as
 * long as the piece is kept: a few contacts from all over a file would be the whole file.
 */
export function deepCopy<T>(found: T): T {
  return structuredClone(found);
}
