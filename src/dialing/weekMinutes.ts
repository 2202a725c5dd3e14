import type { CallingRules } from './callingRules.ts';
import type { Norm } from './norms.ts';

export const dayMinutes = 24 * 60;
export const weekLength = 7 * dayMinutes;
const minuteMs = 60_000;

/**
 * The minutes of a week, Monday 00:00 first: 1 where a minute counts, such as one in which calls are allowed.
 */
export type WeekMinutes = Uint8Array;

/** The minutes in which the rules allow calls, by the clock that they mean. */
export function openMinutes({ windows, allowedDays }: CallingRules): WeekMinutes {
  const week = new Uint8Array(weekLength);
  allowedDays.forEach((allowed, day) => {
    if (!allowed) return;
    for (const { startMs, endMs } of windows)
      week.fill(1, day * dayMinutes + startMs / minuteMs, day * dayMinutes + endMs / minuteMs);
  });
  return week;
}

export function usualMinutes({ week: days }: Pick<Norm, 'week'>): WeekMinutes {
  const week = new Uint8Array(weekLength);
  days.forEach((hours, day) => {
    for (const [start, end] of hours) week.fill(1, day * dayMinutes + start, day * dayMinutes + end);
  });
  return week;
}

/** The same hours by a clock that is so many minutes ahead. */
export function shifted(week: WeekMinutes, byMinutes: number): WeekMinutes {
  const by = (((Math.round(byMinutes) % weekLength) + weekLength) % weekLength) % weekLength;
  const result = new Uint8Array(weekLength);
  result.set(week.subarray(weekLength - by), 0);
  result.set(week.subarray(0, weekLength - by), by);
  return result;
}

export function without(week: WeekMinutes, other: WeekMinutes): WeekMinutes {
  return week.map((minute, at) => (other[at] === 1 ? 0 : minute));
}

/** Hours of one or several days. */
export interface DayHours {
  /** 0 to 6, Monday first, ascending. */
  readonly days: readonly number[];
  readonly startMinute: number;
  readonly endMinute: number;
}

/** What is in a week, with days of the same hours together. */
export function hoursIn(week: WeekMinutes): DayHours[] {
  const found = new Map<string, { days: number[]; startMinute: number; endMinute: number }>();
  for (let day = 0; day < 7; day += 1) {
    for (const [startMinute, endMinute] of stretches(
      week.subarray(day * dayMinutes, (day + 1) * dayMinutes),
    )) {
      const key = `${startMinute}-${endMinute}`;
      const entry = found.get(key) ?? { days: [], startMinute, endMinute };
      found.set(key, entry);
      entry.days.push(day);
    }
  }
  return [...found.values()].sort((one, other) => (one.days[0] ?? 0) - (other.days[0] ?? 0));
}

function stretches(day: Uint8Array): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let start = day.indexOf(1); start >= 0;) {
    const end = day.indexOf(0, start);
    found.push([start, end < 0 ? dayMinutes : end]);
    start = end < 0 ? -1 : day.indexOf(1, end);
  }
  return found;
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `13:00–14:00 Mon–Fri` */
export function hoursText({ days, startMinute, endMinute }: DayHours): string {
  const hours =
    startMinute === 0 && endMinute === dayMinutes ? 'all day' : `${clock(startMinute)}–${clock(endMinute)}`;
  return `${hours} ${daysText(days)}`;
}

/** `Mon–Fri`, `Sat, Sun`, `every day` */
export function daysText(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  const name = (day: number) => dayNames[day] ?? '';
  if (days.length > 2 && last - first === days.length - 1) return `${name(first)}–${name(last)}`;
  return days.map(name).join(', ');
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
