/** Minutes in a day: a window may end at, but not start at, this minute. */
export const dayMinutes = 24 * 60;

/**
 * Minutes since midnight of a time as the reference writes them: `HH:mm` (`09:00`, `17:30`, `24:00`) or
 * `H:mma` (`6pm`, `10am`, `6:30 PM`, `12am`).
 * @returns undefined for anything else
 */
export function readClockTime(text: string): number | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])\.?)?(?:m\.?)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '', minutes, half] = match;
  if (half === undefined && (minutes === undefined || /[apm]/i.test(text))) return undefined;
  if (half !== undefined && !/m/i.test(text)) return undefined;
  const minute = Number(minutes ?? 0);
  if (minute > 59) return undefined;
  if (half === undefined) return on24Hours(Number(hours), minute);
  return on12Hours(Number(hours), minute, half.toLowerCase() === 'p');
}

function on24Hours(hour: number, minute: number): number | undefined {
  const total = hour * 60 + minute;
  return total > dayMinutes ? undefined : total;
}

/** 12am is midnight, 12pm is noon. */
function on12Hours(hour: number, minute: number, afternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute;
}

/**
 * `09:00`, as the service takes it. The documented forms know no `24:00`: a day that ends at midnight is
 * written as `23:59`, which is one call fewer at most.
 * @param minutes since midnight, 0 to 1,440
 */
export function clockTimeText(minutes: number): string {
  const last = Math.min(minutes, dayMinutes - 1);
  return `${String(Math.floor(last / 60)).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`;
}
