import { readClockTime, dayMinutes, clockTimeText } from './clockTime.ts';
import { formatCount, plural } from './format.ts';
import { oneLine } from './plainText.ts';
import { days, retryDefaults, type CallingWindow, type CallRetryConfig } from './retryConfig.ts';

/** What a server writes for a time may be any text. */
const maxTimeCharacters = 40;

/**
 * Calling rules in words, one fact a part: made here for the sheet, the confirmation, tooltip and
 * transcript.
 */
export interface RetryConfigWords {
  /** `10:00–18:00`, `09:30–12:00, 14:00–17:30` */
  readonly windows: string;
  /** `10:00–18:00, retry after 2 hours` */
  readonly windowsWithDelays: string;
  /** `Mon–Fri` */
  readonly days: string;
  /** `up to 3 per number`; `up to 3 per number, twice in a row` */
  readonly attempts: string;
  /** `Europe/Paris` or `each contact’s local time` */
  readonly timeZone: string;
}

/** What the rules leave out has the documented default. */
export function retryConfigWords(config: CallRetryConfig = retryDefaults): RetryConfigWords {
  const windows = config.calling_windows.length > 0 ? config.calling_windows : retryDefaults.calling_windows;
  const twice = config.call_twice_in_a_row === true ? ', twice in a row' : '';
  return {
    windows: windows.map(windowText).join(', '),
    windowsWithDelays: windows
      .map((window) => `${windowText(window)}, retry ${afterText(window.retry_delay_seconds)}`)
      .join('; '),
    days: daysText(config.allowed_days ?? retryDefaults.allowed_days),
    attempts: `up to ${formatCount(config.max_retry_attempts)} per number${twice}`,
    timeZone: config.timezone === undefined ? 'each contact’s local time' : oneLine(config.timezone),
  };
}

/**
 * `10:00–18:00`: the times on a 24-hour clock, whatever form the server uses; a time nobody can read stands
 * as it is.
 */
function windowText(window: CallingWindow): string {
  const side = (text: string) => {
    const minutes = readClockTime(text);
    if (minutes === undefined) return oneLine(text, maxTimeCharacters);
    return minutes === dayMinutes ? '24:00' : clockTimeText(minutes);
  };
  return `${side(window.calling_window_start_time)}–${side(window.calling_window_end_time)}`;
}

function afterText(seconds: number): string {
  return seconds <= 0 ? 'at once' : `after ${secondsText(seconds)}`;
}

/** `2 hours`, `1.5 hours`, `15 minutes` */
function secondsText(seconds: number): string {
  if (seconds >= 3600 && seconds % 1800 === 0) return plural(seconds / 3600, 'hour');
  return plural(Math.max(1, Math.round(seconds / 60)), 'minute');
}

/** `Mon–Fri`, `Mon, Wed, Sat`; empty for no day. Words that are not days of the week are left out. */
export function daysText(allowed: readonly string[]): string {
  const names = days.map((day) => day.slice(0, 1).toUpperCase() + day.slice(1, 3));
  const runs: [first: number, last: number][] = [];
  days.forEach((day, index) => {
    if (!allowed.includes(day)) return;
    const run = runs.at(-1);
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  });
  return runs
    .map(([first, last]) => {
      const [from = '', to = ''] = [names[first], names[last]];
      if (first === last) return from;
      return last === first + 1 ? `${from}, ${to}` : `${from}–${to}`;
    })
    .join(', ');
}
