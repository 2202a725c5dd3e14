import type { ClockChange, ForecastHour, PlannedPause } from './forecastTypes.ts';
import type { RunTally } from './runTally.ts';
import { zoneOffsets } from './zoneOffsets.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The hours of a dry run in order, for a chart. */
export function plannedHours(tally: RunTally): ForecastHour[] {
  return [...tally.hours]
    .sort(([one], [other]) => one - other)
    .map(([hour, counts]) => ({
      fromMs: hour * hourMs,
      answered: counts.human,
      machine: counts.machine,
      unanswered: counts.nobody,
    }));
}

/** Changes of a zone's clocks in `(fromMs, untilMs]`. */
export function clockChangesBetween(zone: string, fromMs: number, untilMs: number): ClockChange[] {
  const offsets = zoneOffsets(zone);
  const changes: ClockChange[] = [];
  let span = offsets.spanAt(fromMs);
  while (span.untilMs <= untilMs) {
    const next = offsets.spanAt(span.untilMs);
    const byMinutes = (next.offsetMs - span.offsetMs) / minuteMs;
    // The data also contains changes that move no clock, such as a new abbreviation or a law.
    if (byMinutes !== 0) changes.push({ zone, atMs: span.untilMs, byMinutes });
    span = next;
  }
  return changes;
}

/**
 * Gaps of a day or more between hours with calls: weekends and other days without calls, or long retry
 * delays.
 */
export function pausesBetween(hours: readonly ForecastHour[]): PlannedPause[] {
  return hours.flatMap((hour, index) => {
    const next = hours[index + 1];
    const fromMs = hour.fromMs + hourMs;
    return next !== undefined && next.fromMs - fromMs >= dayMs ? [{ fromMs, untilMs: next.fromMs }] : [];
  });
}
