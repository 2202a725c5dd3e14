import { HttpProblem } from '../http/httpProblem.ts';

/** A number such as `3`, or `3.0` as some clients write it. @throws HttpProblem 422 */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  absent: number,
  low: number,
  high: number,
): number {
  const text = query.get(name);
  if (text === null) return absent;
  const value = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  throw new HttpProblem(422, `${name}: expected a whole number from ${low} to ${high}`);
}

/** @throws HttpProblem 422 */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new HttpProblem(422, `${name}: expected one of ${allowed.join(', ')}`);
  return found;
}
