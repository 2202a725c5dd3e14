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
 * without a zone is taken as UTC: the server does not know the zone of this computer.
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
  const ms = canonicalMs(timestamp) ?? Date.parse(timestamp);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * `Date.parse` of a canonical time, several times faster: a report reads three times of each attempt.
 * @returns undefined for any other text
 */
function canonicalMs(text: string): number | undefined {
  if (text.length !== canonicalLength || !canonical.test(text)) return undefined;
  const month = digitsAt(text, 5, 2);
  // years begin in March, so that a leap day is the last of its year
  const year = digitsAt(text, 0, 4) - (month > 2 ? 0 : 1);
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digitsAt(text, 8, 2) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = year * 365 + leapDays + dayOfYear - daysBefore1970;
  const minutes = (days * 24 + digitsAt(text, 11, 2)) * 60 + digitsAt(text, 14, 2);
  return (minutes * 60 + digitsAt(text, 17, 2)) * 1000 + digitsAt(text, 20, 3);
}

const canonicalLength = 24;
/** From March 1 of year 0 on. */
const daysBefore1970 = 719_468;

function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let place = at; place < at + count; place++) value = value * 10 + text.charCodeAt(place) - 48;
  return value;
}

function fromMs(ms: number): Timestamp | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) || ms > latestMs ? undefined : date.toISOString();
}
