import type { CallingRules } from './callingRules.ts';
import { nextCallMs } from './nextCall.ts';
import type { WaitingRow } from './waitingRows.ts';
import { daysText, hoursText } from './weekMinutes.ts';
import { zoneOffsets } from './zoneOffsets.ts';
import { cityOf, timeThere } from './zoneTime.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const zonesNamed = 3;

/**
 * Says where waiting contacts may not be called now, and why; undefined when they may be called everywhere,
 * or when no zone is known.
 */
export function closedHours(
  rules: CallingRules,
  waiting: readonly WaitingRow[],
  nowMs: number,
): string | undefined {
  const zones = [...new Set(waiting.flatMap(({ zone }) => zone ?? []))];
  const closed = zones.filter((zone) => nextCallMs(nowMs, rules, zoneOffsets(zone)) !== nowMs);
  if (closed.length === 0) return undefined;
  const offDays = closed.filter((zone) => !isAllowedDay(rules, zone, nowMs));
  const where = closed.length === zones.length ? '' : ` for some of those who wait (${namesOf(closed)})`;
  const clock = closed.map((zone) => timeThere(nowMs, zone));
  const times = clock.slice(0, zonesNamed).join(', ') + (clock.length > zonesNamed ? '…' : '');
  const what = offDays.length === closed.length ? 'not a day for calls' : 'outside the calling hours';
  return `It is ${what}${where}: it is ${times}, and calls are made ${rulesText(rules)}.`;
}

function isAllowedDay(rules: CallingRules, zone: string, nowMs: number): boolean {
  const localMs = nowMs + zoneOffsets(zone).spanAt(nowMs).offsetMs;
  return rules.allowedDays[(Math.floor(localMs / dayMs) + 3) % 7] === true; // 1970-01-01 was a Thursday
}

function namesOf(zones: readonly string[]): string {
  const named = zones.slice(0, zonesNamed).map(cityOf).join(', ');
  return zones.length > zonesNamed ? `${named} and ${zones.length - zonesNamed} more zones` : named;
}

/** `10:00–13:00 and 14:00–20:00 Mon–Fri` */
export function rulesText({ windows, allowedDays }: CallingRules): string {
  const days = allowedDays.flatMap((allowed, day) => (allowed ? [day] : []));
  const hours = windows.map(({ startMs, endMs }) =>
    hoursText({ days: [], startMinute: startMs / minuteMs, endMinute: endMs / minuteMs }).trim(),
  );
  return `${hours.join(' and ')} ${daysText(days)}`;
}
