import { Temporal } from 'temporal-polyfill';

/** A period `[fromMs, untilMs)` in which a time zone has one offset: local time = UTC + offset. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

/** Whether this is an IANA name that the time zone database has. Offsets such as `+02:00` are not. */
export function isZone(zone: string): boolean {
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offsets of one time zone, cached by period. A lookup in the database takes about a millisecond, one in
 * the cache some nanoseconds, and a big campaign needs millions.
 */
export class ZoneOffsets {
  readonly #zone: string;
  /** In the order of their lookup. They do not overlap and may have gaps. */
  readonly #spans: OffsetSpan[] = [];
  #last: OffsetSpan | undefined;

  /** @throws RangeError for an unknown time zone */
  constructor(zone: string) {
    this.#zone = zone;
    this.#last = this.spanAt(0);
  }

  spanAt(ms: number): OffsetSpan {
    const last = this.#last;
    if (last !== undefined && ms >= last.fromMs && ms < last.untilMs) return last;
    const found = this.#find(ms) ?? this.#ask(ms);
    this.#last = found;
    return found;
  }

  #find(ms: number): OffsetSpan | undefined {
    return this.#spans.find((span) => ms >= span.fromMs && ms < span.untilMs);
  }

  #ask(ms: number): OffsetSpan {
    const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(this.#zone);
    // `previous` is strictly before, so one millisecond later includes a transition at this very time.
    const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
    const next = at.getTimeZoneTransition('next');
    const span: OffsetSpan = {
      fromMs: previous?.epochMilliseconds ?? -Infinity,
      untilMs: next?.epochMilliseconds ?? Infinity,
      offsetMs: at.offsetNanoseconds / 1_000_000,
    };
    this.#spans.push(span);
    return span;
  }
}

const known = new Map<string, ZoneOffsets>();

/**
 * The cached offsets of a time zone.
 * @throws RangeError for an unknown one
 */
export function zoneOffsets(zone: string): ZoneOffsets {
  const offsets = known.get(zone) ?? new ZoneOffsets(zone);
  known.set(zone, offsets);
  return offsets;
}
