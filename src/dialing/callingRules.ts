import { days, retryDefaults, type CallRetryConfig, type CallingWindow } from '../core/retryConfig.ts';
import { dayMinutes, readClockTime } from '../core/clockTime.ts';

const minuteMs = 60_000;

/** A part of the recipient's day, `[startMs, endMs)` since local midnight as the wall clock shows it. */
export interface DayWindow {
  readonly startMs: number;
  readonly endMs: number;
  /** Between the end of an attempt made in this window and the next one. */
  readonly retryDelayMs: number;
}

/** A `CallRetryConfig` that has been read: what the scheduler works with. */
export interface CallingRules {
  /** Seven flags, Monday first. */
  readonly allowedDays: readonly boolean[];
  /** By start. May overlap; the first that is open counts. */
  readonly windows: readonly DayWindow[];
  /** Attempts in all, the first included: the reference lets "attempt #2" exist when this is at least 2. */
  readonly maxAttempts: number;
  readonly callTwiceInARow: boolean;
  /** IANA zone that overrides the recipient's own. */
  readonly timezone: string | undefined;
}

/** What is wrong with a config, and where: `calling_windows[1].calling_window_end_time`. */
export interface RuleProblem {
  readonly path: string;
  readonly message: string;
}

export interface ReadRules {
  readonly rules: CallingRules;
  readonly problems: readonly RuleProblem[];
}

/**
 * Reads a config; what it leaves out has the documented default. A window or day that cannot be read is left
 * out and reported: fewer calls is the safe side.
 *
 * Windows across midnight (`22:00` to `02:00`) are reported, not wrapped: the reference does not describe
 * them, most are a slip (`9pm` for `9am`), and a wrong guess would call somebody at night. Two windows, one
 * on each side of midnight, say the same. An end of `00:00`, `12am` or `24:00` is the end of the day.
 */
export function readCallingRules(config: CallRetryConfig = retryDefaults): ReadRules {
  const problems: RuleProblem[] = [];
  const windows = config.calling_windows
    .flatMap((window, index) => readWindow(window, `calling_windows[${index}]`, problems))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  const rules: CallingRules = {
    allowedDays: readDays(config.allowed_days ?? retryDefaults.allowed_days, problems),
    windows,
    maxAttempts: Math.max(1, Math.floor(config.max_retry_attempts)),
    callTwiceInARow: config.call_twice_in_a_row ?? retryDefaults.call_twice_in_a_row,
    timezone: config.timezone,
  };
  return { rules, problems };
}

function readWindow(window: CallingWindow, path: string, problems: RuleProblem[]): DayWindow[] {
  const start = readSide(window, 'calling_window_start_time', path, problems);
  const end = readSide(window, 'calling_window_end_time', path, problems);
  if (start === undefined || end === undefined) return [];
  const endOfDay = end === 0 ? dayMinutes : end;
  if (endOfDay <= start) {
    const message = `the end, ${window.calling_window_end_time}, is not after the start, ${window.calling_window_start_time}; use two windows for hours across midnight`;
    problems.push({ path, message });
    return [];
  }
  return [
    {
      startMs: start * minuteMs,
      endMs: endOfDay * minuteMs,
      retryDelayMs: Math.max(0, window.retry_delay_seconds) * 1000,
    },
  ];
}

function readSide(
  window: CallingWindow,
  side: 'calling_window_start_time' | 'calling_window_end_time',
  path: string,
  problems: RuleProblem[],
): number | undefined {
  const minutes = readClockTime(window[side]);
  if (minutes === undefined) {
    const message = `"${window[side]}" is not a time; write it as 17:00 or 5pm`;
    problems.push({ path: `${path}.${side}`, message });
  }
  return minutes;
}

function readDays(names: readonly string[], problems: RuleProblem[]): boolean[] {
  const known: readonly string[] = days;
  names.forEach((name, index) => {
    if (!known.includes(name))
      problems.push({ path: `allowed_days[${index}]`, message: `"${name}" is not a day of the week` });
  });
  return days.map((day) => names.includes(day));
}
