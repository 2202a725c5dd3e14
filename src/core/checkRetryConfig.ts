import { clockTimeText, dayMinutes, readClockTime } from './clockTime.ts';
import { quoted } from './plainText.ts';
import { days, retryDefaults, type CallingWindow, type CallRetryConfig, type Day } from './retryConfig.ts';

/** Attempts for each number in all, the first included. */
export const maxAttempts = 100;
/** Longest time until the next attempt: 30 days. */
export const maxDelaySeconds = 30 * 86_400;
/** Calling windows of one campaign. */
export const maxWindows = 50;

/** What is wrong with calling rules, at its place: `['calling_windows', 1, 'calling_window_end_time']`. */
export interface RetryConfigProblem {
  readonly path: readonly (string | number)[];
  /** A sentence with a remedy. */
  readonly message: string;
}

export interface CheckedRetryConfig {
  /** As it is sent, with the fields in one order; undefined where there is a problem. */
  readonly config: CallRetryConfig | undefined;
  readonly problems: readonly RetryConfigProblem[];
}

export interface RetryConfigLimits {
  /** The service documents a delay of 0 s since client 0.5.0; older servers refuse it. */
  readonly zeroDelay: boolean;
}

type Report = (path: readonly (string | number)[], message: string) => void;

/**
 * The one place that knows which calling rules are right. Times may be `17:00` or `5pm`; they are sent as
 * `HH:mm`, the end of a day as `23:59`. What is left out is filled in with the documented default, because a
 * server that takes rules at all may require every field. Windows that overlap are refused: which of their
 * delays counts is not documented.
 */
export function checkRetryConfig(given: CallRetryConfig, limits: RetryConfigLimits): CheckedRetryConfig {
  const problems: { path: readonly (string | number)[]; message: string }[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  const windows = given.calling_windows.flatMap(
    (window, index) => readWindow(window, ['calling_windows', index], limits, report) ?? [],
  );
  if (given.calling_windows.length === 0) report(['calling_windows'], 'Add at least one calling window.');
  if (given.calling_windows.length > maxWindows)
    report(['calling_windows'], `Use at most ${maxWindows} calling windows.`);
  for (const index of overlapping(given.calling_windows)) {
    report(
      ['calling_windows', index, 'calling_window_start_time'],
      'This window overlaps another one. Start it after the other has ended.',
    );
  }
  const allowed = given.allowed_days ?? retryDefaults.allowed_days;
  if (allowed.length === 0) report(['allowed_days'], 'Choose at least one day.');
  allowed.forEach((day, index) => {
    if (!isDay(day))
      report(['allowed_days', index], `${quoted(day)} is not a day of the week. Write one such as monday.`);
  });
  const attempts = given.max_retry_attempts;
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > maxAttempts)
    report(['max_retry_attempts'], `Write a whole number of attempts from 1 to ${maxAttempts}.`);
  const zone = given.timezone;
  if (zone !== undefined && !isTimeZone(zone))
    report(['timezone'], `${quoted(zone)} is not a time zone. Use one such as Europe/Paris.`);
  if (problems.length > 0) return { config: undefined, problems };
  const config: CallRetryConfig = {
    allowed_days: days.filter((day) => allowed.includes(day)),
    call_twice_in_a_row: given.call_twice_in_a_row ?? retryDefaults.call_twice_in_a_row,
    calling_windows: windows,
    max_retry_attempts: attempts,
    ...(zone === undefined ? {} : { timezone: zone }),
  };
  return { config, problems };
}

function readWindow(
  window: CallingWindow,
  path: readonly (string | number)[],
  { zeroDelay }: RetryConfigLimits,
  report: Report,
): CallingWindow | undefined {
  const side = (name: 'calling_window_start_time' | 'calling_window_end_time') => {
    const minutes = readClockTime(window[name]);
    if (minutes === undefined) report([...path, name], 'Write a time such as 09:00 or 6pm.');
    return minutes;
  };
  const start = side('calling_window_start_time');
  const end = side('calling_window_end_time');
  const delay = window.retry_delay_seconds;
  const isDelay = Number.isInteger(delay) && delay >= 60 && delay <= maxDelaySeconds;
  if (!isDelay && !(zeroDelay && delay === 0)) {
    const none = zeroDelay ? ', or 0' : '';
    report(
      [...path, 'retry_delay_seconds'],
      `The delay before the next attempt must be between 1 minute (60 s) and 30 days${none}.`,
    );
  }
  if (start === undefined || end === undefined) return undefined;
  const endOfDay = end === 0 ? dayMinutes : end;
  if (endOfDay <= start) {
    report(
      [...path, 'calling_window_end_time'],
      'The end is not after the start. For hours across midnight, use two windows.',
    );
    return undefined;
  }
  return {
    calling_window_start_time: clockTimeText(start),
    calling_window_end_time: clockTimeText(endOfDay),
    retry_delay_seconds: delay,
  };
}

/** Indexes of the windows that begin before an earlier one has ended. */
function overlapping(windows: readonly CallingWindow[]): readonly number[] {
  const spans = windows
    .map((window, index) => {
      const end = readClockTime(window.calling_window_end_time);
      return {
        index,
        start: readClockTime(window.calling_window_start_time) ?? NaN,
        end: end === 0 ? dayMinutes : (end ?? NaN),
      };
    })
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.index - b.index);
  let latest = 0;
  return spans.flatMap(({ index, start, end }) => {
    const overlaps = start < latest;
    latest = Math.max(latest, end);
    return overlaps ? [index] : [];
  });
}

function isDay(text: string): text is Day {
  return (days as readonly string[]).includes(text);
}

/** Whether a text is an IANA time zone. Offsets such as `+02:00` are not. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
