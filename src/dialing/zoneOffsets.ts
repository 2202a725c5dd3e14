import { Temporal } from 'temporal-polyfill';

/** A stretch of time, `[fromMs, untilMs)`, in which a zone's clocks run straight: local = UTC + offset. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

/** Is this an IANA name that the time-zone data knows? Bare offsets such as `+02:00` are not. */
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
 * The offsets of one zone, asked of the time-zone data once a span and remembered: to ask takes about a
 * millisecond, to remember some nanoseconds, and a big campaign asks millions of times.
 */
export class ZoneOffsets {
  readonly #zone: string;
  /** Not overlapping, not necessarily adjacent, by time. */
  readonly #spans: OffsetSpan[] = [];
  #last: OffsetSpan | undefined;

  /** Throws a RangeError for a zone the time-zone data does not know. */
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
    // "previous" is strictly before: a moment later, so that a transition finds itself.
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

/** The remembered offsets of a zone. Throws a RangeError for an unknown one. */
export function zoneOffsets(zone: string): ZoneOffsets {
  const offsets = known.get(zone) ?? new ZoneOffsets(zone);
  known.set(zone, offsets);
  return offsets;
}
