import {
  delaySeconds,
  type CampaignDraft,
  type FieldProblem,
  type RulesDraft,
} from '../../core/campaignDraft.ts';
import { assistantIdPattern, wrongAssistantId } from '../../core/assistantId.ts';
import { checkRetryConfig, type RetryConfigProblem } from '../../core/checkRetryConfig.ts';
import { formatCount } from '../../core/format.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { formatStart, parseStart } from '../../core/scheduleTime.ts';
import { readLines } from './lineNumbers.ts';
import type { CampaignSpec, LeaveOut, Start } from './campaignSpec.ts';

/** What a draft is validated against. */
export interface DraftSituation {
  readonly nowMs: number;
  /** How long the start `grace` waits where the draft does not say; 0: there is none. */
  readonly graceMs: number;
  /** The server takes a delay of 0 s until the next attempt. */
  readonly zeroDelay: boolean;
  /** Reads the number to call from, in E.164. */
  readonly readNumber: (text: string) => { readonly number: string } | { readonly problem: string };
}

/** The parts of a spec that are right so far. */
export type DecidedSpec = { readonly [K in keyof CampaignSpec]?: CampaignSpec[K] | undefined };

export interface DraftValidation {
  /** In the order of the fields; empty: `spec` is there. */
  readonly problems: readonly FieldProblem[];
  readonly decided: DecidedSpec;
  readonly spec: CampaignSpec | undefined;
}

export const maxNameCharacters = 1_000;
export const maxParallelCalls = 999_999;
export const maxGraceMinutes = 60;
export const usualPilotSize = 10;
export const maxPilotSize = 10_000;
export const maxCalledDays = 3_650;

/** Validates every field of a campaign and says what is wrong. All ways to a campaign use this function. */
export function validateDraft(draft: CampaignDraft, situation: DraftSituation): DraftValidation {
  const problems: FieldProblem[] = [];
  const report: Report = (field, message) => {
    problems.push({ field, message });
  };
  const name = readName(draft, report);
  const assistantId = readAssistantId(draft, report);
  const rules = readRules(draft, situation, report);
  const start = readStart(draft, situation, report);
  const fromPhoneNumber = readFrom(draft, situation, report);
  const maxConcurrentCalls = readParallelCalls(draft, report);
  const leaveOut = readLeaveOut(draft, report);
  const decided = {
    assistantId,
    name,
    start,
    fromPhoneNumber,
    maxConcurrentCalls,
    callRetryConfig: rules,
    leaveOut,
  };
  const spec =
    problems.length > 0 || name === undefined || assistantId === undefined || start === undefined
      ? undefined
      : { ...decided, assistantId, name, start };
  return { problems, decided, spec };
}

type Report = (field: string, message: string) => void;

function readName({ name }: CampaignDraft, report: Report): string | undefined {
  const text = name.trim();
  if (text === '') {
    report('name', 'Give the campaign a name.');
    return undefined;
  }
  if (text.length > maxNameCharacters) {
    report('name', 'This name is too long. Use at most 1,000 characters.');
    return undefined;
  }
  return text;
}

function readAssistantId({ assistantId }: CampaignDraft, report: Report): string | undefined {
  const text = assistantId.trim();
  if (text === '') {
    report('assistantId', 'Choose who makes the calls.');
    return undefined;
  }
  if (assistantIdPattern.test(text)) return text;
  report('assistantId', wrongAssistantId);
  return undefined;
}

/** Undefined: the assistant's own rules, or a problem. */
function readRules(
  { rulesFrom, rules }: CampaignDraft,
  { zeroDelay }: DraftSituation,
  report: Report,
): CallRetryConfig | undefined {
  if (rulesFrom === 'assistant') return undefined;
  if (rules === undefined) {
    report('rules.windows', 'Add at least one calling window.');
    return undefined;
  }
  const { config, problems } = checkRetryConfig(retryConfigOf(rules), { zeroDelay });
  for (const problem of problems) report(rulesField(problem), problem.message);
  return config;
}

/** The rules as typed, in the API's shape: NaN for what is not a number. */
function retryConfigOf(rules: RulesDraft): CallRetryConfig {
  const zone = rules.timezone.trim();
  return {
    allowed_days: rules.days,
    call_twice_in_a_row: rules.twice,
    calling_windows: rules.windows.map((window) => ({
      calling_window_start_time: window.start,
      calling_window_end_time: window.end,
      retry_delay_seconds: delaySeconds(window),
    })),
    max_retry_attempts: readCount(rules.attempts) ?? NaN,
    ...(zone === '' ? {} : { timezone: zone }),
  };
}

const rulesFields: Readonly<Record<string, string>> = {
  calling_windows: 'windows',
  calling_window_start_time: 'start',
  calling_window_end_time: 'end',
  retry_delay_seconds: 'delay',
  allowed_days: 'days',
  max_retry_attempts: 'attempts',
  timezone: 'timezone',
};

/** `rules.windows.0.start`; all days are one field. */
function rulesField({ path }: RetryConfigProblem): string {
  const steps = path[0] === 'allowed_days' ? path.slice(0, 1) : path;
  return [
    'rules',
    ...steps.map((step) => (typeof step === 'number' ? step : (rulesFields[step] ?? step))),
  ].join('.');
}

function readStart(draft: CampaignDraft, situation: DraftSituation, report: Report): Start | undefined {
  switch (draft.start) {
    case 'draft':
    case 'now':
      return { kind: draft.start };
    case 'pilot':
      return readPilot(draft, report);
    case 'grace':
      return readGrace(draft, situation, report);
    case 'schedule':
      return readSchedule(draft, situation, report);
  }
}

function readPilot({ pilotSize, pilotPick, pilotLines }: CampaignDraft, report: Report): Start | undefined {
  if (pilotPick === 'lines') {
    const lines = readLines(pilotLines, maxPilotSize);
    if (lines !== undefined) return { kind: 'pilot', size: lines.length, pick: pilotPick, lines };
    report(
      'pilotLines',
      `Write lines of the list such as 2, 5-9, up to ${formatCount(maxPilotSize)} of them${pilotLines.trim() === '' ? '' : `, not “${pilotLines.trim().slice(0, 100)}”`}.`,
    );
    return undefined;
  }
  const text = pilotSize.trim();
  const size = text === '' ? usualPilotSize : readCount(text);
  if (size !== undefined && size <= maxPilotSize) return { kind: 'pilot', size, pick: pilotPick };
  report('pilotSize', `Write a whole number from 1 to ${formatCount(maxPilotSize)}, not “${text}”.`);
  return undefined;
}

function readGrace(
  { graceMinutes }: CampaignDraft,
  { graceMs }: DraftSituation,
  report: Report,
): Start | undefined {
  if (graceMinutes.trim() === '') {
    if (graceMs > 0) return { kind: 'grace', delayMs: graceMs };
    report('start', 'This start is not possible here. Choose another one.');
    return undefined;
  }
  const minutes = readCount(graceMinutes);
  if (minutes !== undefined && minutes <= maxGraceMinutes)
    return { kind: 'grace', delayMs: minutes * 60_000 };
  report('start', `A start can wait from 1 to ${maxGraceMinutes} minutes, not “${graceMinutes.trim()}”.`);
  return undefined;
}

function readSchedule(
  { startAt }: CampaignDraft,
  { nowMs }: DraftSituation,
  report: Report,
): Start | undefined {
  const atMs = readStartTime(startAt, nowMs);
  if (atMs === undefined) {
    report('startAt', 'Enter a day and time such as 2026-11-23 09:00, tomorrow 9:00 or 14:30.');
    return undefined;
  }
  if (atMs <= nowMs) {
    report('startAt', 'This time is past. Choose a later one, or start now.');
    return undefined;
  }
  return { kind: 'schedule', atMs };
}

/** A time as a person types it in their own zone, or ISO 8601 with its zone. */
export function readStartTime(text: string, nowMs: number): number | undefined {
  const typed = parseStart(text, nowMs);
  if (typed !== undefined) return typed;
  const zoned = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(text.trim());
  const ms = zoned === null ? NaN : Date.parse(text.trim());
  return Number.isNaN(ms) ? undefined : ms;
}

/** A time in the words of the person's own zone where they mean this very moment, else ISO 8601. */
export function startTimeText(ms: number, nowMs: number): string {
  const typed = formatStart(ms);
  return parseStart(typed, nowMs) === ms ? typed : new Date(ms).toISOString();
}

function readFrom(
  { fromNumber }: CampaignDraft,
  { readNumber }: DraftSituation,
  report: Report,
): string | undefined {
  if (fromNumber.trim() === '') return undefined;
  const read = readNumber(fromNumber.trim());
  if ('number' in read) return read.number;
  report('fromNumber', read.problem);
  return undefined;
}

function readParallelCalls({ concurrency }: CampaignDraft, report: Report): number | undefined {
  if (concurrency.trim() === '') return undefined;
  const count = readCount(concurrency);
  if (count !== undefined && count <= maxParallelCalls) return count;
  report('concurrency', 'Write a whole number of at least 1, or leave it empty.');
  return undefined;
}

/** @returns undefined when nobody is left out, or when there is a problem */
function readLeaveOut({ leaveOut }: CampaignDraft, report: Report): LeaveOut | undefined {
  const { reached, notInterested, calledLately, calledDays } = leaveOut;
  if (!calledLately) return reached || notInterested ? { reached, notInterested } : undefined;
  const days = readCount(calledDays);
  if (days !== undefined && days <= maxCalledDays) return { reached, notInterested, calledWithinDays: days };
  report(
    'calledDays',
    `Write a whole number of days from 1 to ${formatCount(maxCalledDays)}, not “${calledDays.trim()}”.`,
  );
  return undefined;
}

/** A whole number of at least 1, in at most seven digits. */
function readCount(text: string): number | undefined {
  return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
