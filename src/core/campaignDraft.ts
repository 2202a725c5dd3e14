import { clockTimeText, dayMinutes, readClockTime } from './clockTime.ts';
import { formatStart, parseStart } from './scheduleTime.ts';
import { days, retryDefaults, type CallRetryConfig, type Day } from './retryConfig.ts';

// A campaign that somebody is still making: every field as text, right or wrong, so that nothing typed is
// lost. The sheet, the palette's steps, command arguments and campaign files all make one of these;
// `launch/validateDraft.ts` is the only place that says what is right.

/** How a campaign may start, the most careful way first. */
export const startKinds = ['draft', 'pilot', 'schedule', 'grace', 'now'] as const;
export type StartKind = (typeof startKinds)[number];

/** Who is called first by the start `pilot`: some of each time zone, or the first of the list. */
export const pilotPicks = ['sample', 'first', 'lines'] as const;
export type PilotPick = (typeof pilotPicks)[number];

/** Who is left out because of earlier calls of the account, by the service's own history. */
export interface LeaveOutDraft {
  /** Leave out people whom a call has reached. */
  readonly reached: boolean;
  /** Leave out people whose last call ended with "not interested". */
  readonly notInterested: boolean;
  /** Leave out people who were called in the last `calledDays` days, a whole number. */
  readonly calledLately: boolean;
  readonly calledDays: string;
}

export const delayUnits = ['minutes', 'hours'] as const;
export type DelayUnit = (typeof delayUnits)[number];

export interface WindowDraft {
  /** `09:00` or `9am` */
  readonly start: string;
  readonly end: string;
  /** Until the next attempt, in `unit`: `2`, `1.5` */
  readonly delay: string;
  readonly unit: DelayUnit;
}

export interface RulesDraft {
  readonly windows: readonly WindowDraft[];
  readonly days: readonly Day[];
  /** Calls to one number in all, the first included. */
  readonly attempts: string;
  readonly twice: boolean;
  /** IANA zone; empty: each contact's own. */
  readonly timezone: string;
}

export interface CampaignDraft {
  readonly name: string;
  /** An id, chosen or typed; empty: none yet. */
  readonly assistantId: string;
  readonly rulesFrom: 'assistant' | 'own';
  /**
   * Custom rules. They are kept while the assistant's rules are chosen; undefined until custom rules were
   * chosen once.
   */
  readonly rules: RulesDraft | undefined;
  /** Empty: the assistant's or the organisation's own number. */
  readonly fromNumber: string;
  /** Parallel calls; empty: the service decides. */
  readonly concurrency: string;
  readonly start: StartKind;
  /** For the start `schedule`: a time in the person's own zone, or ISO 8601 with its zone. */
  readonly startAt: string;
  /** For the start `grace`: whole minutes until it begins; empty: as the setting says. */
  readonly graceMinutes: string;
  /** For the start `pilot`: how many are called first; empty: 10. */
  readonly pilotSize: string;
  readonly pilotPick: PilotPick;
  /** For the pick `lines`: lines of the list, such as `2, 5-9`. */
  readonly pilotLines: string;
  readonly leaveOut: LeaveOutDraft;
}

/** A way to begin, as it is offered. */
export interface StartOption {
  readonly kind: StartKind;
  readonly label: string;
  readonly detail: string;
  /** What a person should know before they choose it. */
  readonly warning: string | undefined;
}

/** Names a field of a draft: `name`, `rules.windows.0.start`, `list`, `variable.first_name`. */
export interface FieldProblem {
  readonly field: string;
  /** A sentence with a remedy. */
  readonly message: string;
  /** The setting that forbids it, such as `revox.policy.maxContacts`. */
  readonly setting?: string;
}

export const leaveOutNobody: LeaveOutDraft = {
  reached: false,
  notInterested: false,
  calledLately: false,
  calledDays: '30',
};

/** The initial draft. Its start `draft` calls nobody. */
export function initialDraft(name: string, nowMs: number): CampaignDraft {
  return {
    name,
    assistantId: '',
    rulesFrom: 'assistant',
    rules: undefined,
    fromNumber: '',
    concurrency: '',
    start: 'draft',
    startAt: formatStart(parseStart('tomorrow 9:00', nowMs) ?? nowMs),
    graceMinutes: '',
    pilotSize: '',
    pilotPick: 'sample',
    pilotLines: '',
    leaveOut: leaveOutNobody,
  };
}

/** Rules of the service as texts, ready to be changed. Days of no known name are left out: fewer calls. */
export function rulesDraftOf(config: CallRetryConfig = retryDefaults): RulesDraft {
  const allowed: readonly string[] = config.allowed_days ?? retryDefaults.allowed_days;
  const windows = config.calling_windows.length > 0 ? config.calling_windows : retryDefaults.calling_windows;
  return {
    windows: windows.map((window) => ({
      start: timeText(window.calling_window_start_time),
      end: timeText(window.calling_window_end_time),
      ...delayDraft(window.retry_delay_seconds),
    })),
    days: days.filter((day) => allowed.includes(day)),
    attempts: String(config.max_retry_attempts),
    twice: config.call_twice_in_a_row ?? false,
    timezone: config.timezone ?? '',
  };
}

/** `6pm` as `18:00`. `24:00` stays, and so does what cannot be read, for the form to say so. */
function timeText(text: string): string {
  const minutes = readClockTime(text);
  return minutes === undefined || minutes === dayMinutes ? text : clockTimeText(minutes);
}

/**
 * Hours where they are halves or whole, else minutes: 7,200 s are 2 hours, 900 s are 15 minutes. Two decimals
 * of a minute are less than a second, so that `delaySeconds` gives the very number back.
 */
function delayDraft(seconds: number): Pick<WindowDraft, 'delay' | 'unit'> {
  return seconds >= 3600 && seconds % 1800 === 0
    ? { delay: String(seconds / 3600), unit: 'hours' }
    : { delay: String(Math.round((seconds / 60) * 100) / 100), unit: 'minutes' };
}

/** @returns NaN for a text that is not a number of minutes or hours */
export function delaySeconds({ delay, unit }: Pick<WindowDraft, 'delay' | 'unit'>): number {
  const text = delay.trim();
  if (!/^\d{1,7}([.,]\d{1,4})?$/.test(text)) return NaN;
  return Math.round(Number(text.replace(',', '.')) * (unit === 'hours' ? 3600 : 60));
}
