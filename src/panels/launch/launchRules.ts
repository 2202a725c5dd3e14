import { formatCount, plural } from '../../core/format.ts';
import { days, retryDefaults, type CallRetryConfig, type CallingWindow } from '../../core/retryConfig.ts';
import { dayMinutes, readClockTime } from '../../dialing/clockTime.ts';
import type { FieldProblem, Line } from '../contract/protocolLaunch.ts';
import type { RulesDraft, WindowDraft } from '../contract/protocolLaunchDraft.ts';

export interface ReadRulesDraft {
  /** Undefined while something is wrong. */
  readonly config: CallRetryConfig | undefined;
  readonly problems: readonly FieldProblem[];
}

const maxDelaySeconds = 30 * 86_400;
const maxAttempts = 100;

/** Own rules as the service takes them: times as `HH:mm`, delays in seconds. Each problem names the field it is about. */
export function readRulesDraft(draft: RulesDraft): ReadRulesDraft {
  const problems: FieldProblem[] = [];
  const report = (field: string, message: string): void => {
    problems.push({ field: `rules.${field}`, message });
  };
  if (draft.windows.length === 0) report('windows', 'Add at least one calling window.');
  const windows = draft.windows.map((window, index) => readWindow(window, `windows.${index}`, report));
  overlaps(draft.windows).forEach((index) => {
    report(
      `windows.${index}.start`,
      'This window overlaps the one before. Let it start when the other has ended.',
    );
  });
  if (draft.days.length === 0) report('days', 'Choose at least one day.');
  const attempts = readCount(draft.attempts, maxAttempts);
  if (attempts === undefined) {
    report('attempts', `Write how often each number may be called, from 1 to ${maxAttempts}.`);
  }
  const zone = draft.timezone.trim();
  if (zone !== '' && !isZone(zone)) {
    report('timezone', 'This is no time zone. Choose one from the list, such as Europe/Paris.');
  }
  if (problems.length > 0 || attempts === undefined) return { config: undefined, problems };
  const config: CallRetryConfig = {
    allowed_days: days.filter((day) => draft.days.includes(day)),
    call_twice_in_a_row: draft.twice,
    calling_windows: windows.filter((window) => window !== undefined),
    max_retry_attempts: attempts,
    ...(zone === '' ? {} : { timezone: zone }),
  };
  return { config, problems };
}

type Report = (field: string, message: string) => void;

function readWindow(window: WindowDraft, path: string, report: Report): CallingWindow | undefined {
  const start = readSide(window.start, `${path}.start`, report);
  const end = readSide(window.end, `${path}.end`, report);
  const delay = readDelay(window);
  if (delay === undefined) {
    report(`${path}.delay`, 'Write a time of one minute or more, such as 15 minutes or 2 hours.');
  }
  if (start === undefined || end === undefined || delay === undefined) return undefined;
  const endOfDay = end === 0 ? dayMinutes : end;
  if (endOfDay <= start) {
    report(`${path}.end`, 'The end is not after the start. For hours across midnight, use two windows.');
    return undefined;
  }
  return {
    calling_window_start_time: clock(start),
    calling_window_end_time: clock(endOfDay),
    retry_delay_seconds: delay,
  };
}

function readSide(text: string, field: string, report: Report): number | undefined {
  const minutes = readClockTime(text);
  if (minutes === undefined) report(field, 'Write a time such as 09:00 or 6pm.');
  return minutes;
}

/** The documented forms know no `24:00`: a day that ends at midnight ends a minute before, which is one call fewer at most. */
function clock(minutes: number): string {
  const last = Math.min(minutes, dayMinutes - 1);
  return `${String(Math.floor(last / 60)).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`;
}

function readDelay({ delay, unit }: WindowDraft): number | undefined {
  if (!/^\d+([.,]\d+)?$/.test(delay.trim())) return undefined;
  const seconds = Math.round(Number(delay.trim().replace(',', '.')) * (unit === 'hours' ? 3600 : 60));
  return seconds >= 60 && seconds <= maxDelaySeconds ? seconds : undefined;
}

/** A whole number from 1 to `max`, undefined for anything else. */
export function readCount(text: string, max: number): number | undefined {
  if (!/^[1-9]\d{0,6}$/.test(text.trim())) return undefined;
  const count = Number(text.trim());
  return count <= max ? count : undefined;
}

/** The windows that begin before an earlier one has ended: the service's choice between their delays is not documented. */
function overlaps(windows: readonly WindowDraft[]): readonly number[] {
  const spans = windows
    .map(({ start, end }, index) => ({
      index,
      start: readClockTime(start) ?? NaN,
      end: readClockTime(end) ?? NaN,
    }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  return spans
    .filter(({ start }, at) => spans.slice(0, at).some((earlier) => earlier.end > start))
    .map(({ index }) => index);
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** Rules in words, each with the price of its defaults. */
export function rulesLines(config: CallRetryConfig = retryDefaults): readonly Line[] {
  const windows = config.calling_windows.length > 0 ? config.calling_windows : retryDefaults.calling_windows;
  const twice = config.call_twice_in_a_row === true ? '; a second call at once when nobody is reached' : '';
  return [
    {
      label: 'Hours',
      text: windows
        .map(
          ({ calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: delay }) =>
            `${start}–${end}, again after ${delayText(delay)}`,
        )
        .join('; '),
    },
    { label: 'Days', text: daysText(config.allowed_days ?? retryDefaults.allowed_days) },
    { label: 'Attempts', text: `up to ${formatCount(config.max_retry_attempts)} a number${twice}` },
    { label: 'Clock', text: config.timezone ?? 'each recipient’s own, by the country of the number' },
  ];
}

function delayText(seconds: number): string {
  if (seconds >= 3600 && seconds % 1800 === 0) return plural(seconds / 3600, 'hour');
  return plural(Math.max(1, Math.round(seconds / 60)), 'minute');
}

/** `Mon–Fri`, `Mon, Wed, Sat` */
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
