/** A moment as ISO 8601 in UTC, `2026-11-20T09:30:00.000Z`. */
export type Timestamp = string;

/** The latest time that is accepted; a later one is a number with another meaning. */
const latestMs = Date.UTC(2200, 0);

/** As it is returned: most times come like this, and a row of a call has a dozen of them. */
const canonical =
  /^(?:19[7-9]|2[01]\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const secondsBelow = 100_000_000_000; // as milliseconds this is 1973, as seconds the year 5138

/**
 * Reads a time as the API may send it. The reference types its times `unknown` and shows `{}` for them, so a
 * string, seconds or milliseconds since 1970 are understood and everything else is "no time". A string
 * without a zone is taken as UTC: the server does not know where this computer stands.
 */
export function readTimestamp(value: unknown): Timestamp | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (canonical.test(value)) return value;
  if (/^\d+$/.test(value)) return fromEpoch(Number(value));
  const [zoneless] = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.exec(value) ?? [];
  return fromMs(Date.parse(zoneless === undefined ? value : `${zoneless.replace(' ', 'T')}Z`));
}

function fromEpoch(value: number): Timestamp | undefined {
  return fromMs(Math.abs(value) < secondsBelow ? value * 1000 : value);
}

/** Milliseconds since 1970, or undefined where there is no time. */
export function toMs(timestamp: Timestamp | undefined): number | undefined {
  if (timestamp === undefined) return undefined;
  const ms = Date.parse(timestamp);
  return Number.isNaN(ms) ? undefined : ms;
}

function fromMs(ms: number): Timestamp | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) || ms > latestMs ? undefined : date.toISOString();
}
