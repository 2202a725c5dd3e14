import type { CallingRules, DayWindow } from './callingRules.ts';
import type { ZoneOffsets } from './zoneOffsets.ts';

const dayMs = 86_400_000;
/** 1970-01-01 was a Thursday, the fourth day of a week that starts on Monday. */
const epochWeekday = 3;

/**
 * The earliest instant at or after `fromMs` at which the rules let an attempt start in this zone; undefined:
 * never.
 *
 * One sentence defines it: an attempt may start when the recipient's wall clock shows an allowed day and a
 * time inside a window. So a time that the clocks skip in spring is passed over (a window that would open
 * inside the gap opens when the gap ends), and an hour that they repeat in autumn is open twice.
 */
export function nextCallMs(fromMs: number, rules: CallingRules, zone: ZoneOffsets): number | undefined {
  for (let atMs = fromMs; ;) {
    const span = zone.spanAt(atMs);
    const localMs = nextOpenLocalMs(atMs + span.offsetMs, rules);
    if (localMs === undefined) return undefined;
    const candidateMs = localMs - span.offsetMs;
    if (candidateMs < span.untilMs) return candidateMs;
    atMs = span.untilMs; // the clocks change first: look again from there
  }
}

/**
 * When the calling hours around `atMs` end, or the clocks change, whichever is first. Until then `nextCallMs`
 * returns its argument.
 */
export function openUntilMs(atMs: number, rules: CallingRules, zone: ZoneOffsets): number {
  const span = zone.spanAt(atMs);
  const localMs = atMs + span.offsetMs;
  const day = Math.floor(localMs / dayMs);
  const window =
    rules.allowedDays[weekday(day)] === true ? openWindow(localMs - day * dayMs, rules) : undefined;
  if (window === undefined) return atMs;
  return Math.min(span.untilMs, day * dayMs + window.endMs - span.offsetMs);
}

/** An attempt that is over and after which the call is still open. */
export interface EndedAttempt {
  /** 1 for the first. */
  readonly number: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly reachedHuman: boolean;
}

/**
 * When the next attempt may start; undefined when there is none. The delay is that of the window in which the
 * attempt started and counts from its end. With `call_twice_in_a_row` attempt 2 follows attempt 1 without the
 * delay; windows and days still apply.
 */
export function nextAttemptMs(
  ended: EndedAttempt,
  rules: CallingRules,
  zone: ZoneOffsets,
): number | undefined {
  if (ended.number >= rules.maxAttempts) return undefined;
  const atOnce = rules.callTwiceInARow && ended.number === 1 && !ended.reachedHuman;
  const delayMs = atOnce ? 0 : retryDelayMs(ended.startedMs, rules, zone);
  return nextCallMs(ended.endedMs + delayMs, rules, zone);
}

/** Outside every window (an attempt made under other rules) the first window's delay counts. */
function retryDelayMs(startedMs: number, rules: CallingRules, zone: ZoneOffsets): number {
  const localMs = startedMs + zone.spanAt(startedMs).offsetMs;
  const window = openWindow(localMs - Math.floor(localMs / dayMs) * dayMs, rules) ?? rules.windows[0];
  return window?.retryDelayMs ?? 0;
}

function openWindow(timeOfDayMs: number, rules: CallingRules): DayWindow | undefined {
  return rules.windows.find((window) => timeOfDayMs >= window.startMs && timeOfDayMs < window.endMs);
}

/** Ignores clock changes: the rules repeat every week, so eight days contain an answer, or there is none. */
function nextOpenLocalMs(localMs: number, rules: CallingRules): number | undefined {
  const today = Math.floor(localMs / dayMs);
  for (let day = today; day <= today + 7; day += 1) {
    if (rules.allowedDays[weekday(day)] !== true) continue;
    const earliest = day === today ? localMs - day * dayMs : 0;
    for (const window of rules.windows) {
      // By start, so the first that has not ended is the first to be open.
      if (window.endMs > earliest) return day * dayMs + Math.max(earliest, window.startMs);
    }
  }
  return undefined;
}

function weekday(day: number): number {
  return (((day + epochWeekday) % 7) + 7) % 7;
}
