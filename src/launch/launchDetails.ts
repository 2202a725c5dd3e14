import type { CallList } from '../callList/callList.ts';
import { summarySentence } from '../callList/summary.ts';
import type { Assistant } from '../core/assistant.ts';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import { retryDefaults } from '../core/retryConfig.ts';
import type { LaunchPlan, Start } from './launchPlan.ts';
import { scheduleWarning, type ScheduleSupport } from './scheduleSupport.ts';

/** What a person is asked to say yes to. */
export interface LaunchFacts {
  readonly plan: LaunchPlan;
  readonly list: CallList;
  /** Undefined when only its id is known. */
  readonly assistant: Assistant | undefined;
  /** The host that the key belongs to; undefined: the sandbox. */
  readonly account: string | undefined;
  /** What the server is known to do with a start time. */
  readonly scheduleSupport: ScheduleSupport;
  /** Where its numbers are used already, in sentences; see usedBefore.ts. */
  readonly usedBefore: readonly string[];
  readonly nowMs: number;
}

/** The last question, and the button that says yes: it repeats what it does, and to how many. */
export function launchQuestion({ plan, list }: LaunchFacts): { question: string; button: string } {
  const { ready } = list.counts;
  const people = plural(ready, 'person', 'people');
  const { start } = plan;
  switch (start.kind) {
    case 'now':
      return { question: `Call ${people} now?`, button: `Call ${people}` };
    case 'grace':
      return { question: `Call ${people} in ${delayText(start.delayMs)}?`, button: `Call ${people}` };
    case 'schedule':
      return {
        question: `Schedule ${plural(ready, 'call')}?`,
        button: `Schedule ${plural(ready, 'Call')}`,
      };
    case 'draft':
      return {
        question: `Save ${quoted(plan.name)} as a draft?`,
        button: `Save Draft of ${plural(ready, 'Contact')}`,
      };
  }
}

const mostSentenceCharacters = 1_000;

/** Everything that will happen, a line each. No text of a file, a server or a person adds a line to it. */
export function launchDetails(facts: LaunchFacts): string {
  const { plan, list, assistant, account, nowMs } = facts;
  const { fromPhoneNumber, maxConcurrentCalls } = plan;
  return [
    account === undefined ? 'This is the sandbox: nobody is called.\n' : `Account: your key for ${account}`,
    `Campaign: ${quoted(plan.name)}`,
    `Assistant: ${assistant === undefined || assistant.name === '' ? oneLine(plan.assistantId) : quoted(assistant.name)}`,
    `Start: ${startText(plan.start, nowMs)}`,
    ...startWarnings(facts),
    ...rulesLines(facts),
    `From: ${oneLine(fromPhoneNumber ?? assistant?.from_phone_number ?? 'the default number')}`,
    ...(maxConcurrentCalls === undefined ? [] : [`At once: up to ${plural(maxConcurrentCalls, 'call')}`]),
    '',
    oneLine(summarySentence(list), mostSentenceCharacters),
    ...facts.usedBefore.map((sentence) => `\nUsed before: ${oneLine(sentence, mostSentenceCharacters)}`),
    ...list.problems
      .filter((problem) => problem.blocks)
      .map((problem) => `\nNot settled: ${oneLine(problem.message, mostSentenceCharacters)}`),
  ].join('\n');
}

/** `5 minutes`, `90 seconds` */
export function delayText(delayMs: number): string {
  return delayMs % 60_000 === 0
    ? plural(delayMs / 60_000, 'minute')
    : plural(Math.round(delayMs / 1_000), 'second');
}

/** In few words: `draft`, `now`, `in 5 minutes`, `tomorrow 09:00`. */
export function startWords(start: Start, nowMs: number): string {
  switch (start.kind) {
    case 'grace':
      return `in ${delayText(start.delayMs)}`;
    case 'schedule':
      return formatWhen(start.atMs, nowMs);
    case 'now':
    case 'draft':
      return start.kind;
  }
}

function startText(start: Start, nowMs: number): string {
  switch (start.kind) {
    case 'now':
      return 'as soon as a calling window is open';
    case 'grace':
      return `${delayText(start.delayMs)} after it is sent, as soon as a calling window is open; until then the status bar cancels it`;
    case 'schedule':
      return `${formatWhen(start.atMs, nowMs)}, your time`;
    case 'draft':
      return 'not before you launch it in the dashboard';
  }
}

function startWarnings({ plan, scheduleSupport }: LaunchFacts): readonly string[] {
  const waits = plan.start.kind === 'grace' || plan.start.kind === 'schedule';
  return waits ? [scheduleWarning(scheduleSupport) ?? []].flat() : [];
}

/** The plan's own rules or the assistant's; of one that is known by its id only, nothing is promised. */
function rulesLines({ plan, list, assistant }: LaunchFacts): readonly string[] {
  if (plan.callRetryConfig === undefined && assistant === undefined) {
    return ['Calling windows and attempts: as the assistant says; its rules and variables could not be read'];
  }
  const rules = plan.callRetryConfig ?? assistant?.call_retry_config;
  const attempts = rules?.max_retry_attempts ?? retryDefaults.max_retry_attempts;
  const windows = (rules?.calling_windows.length ? rules.calling_windows : retryDefaults.calling_windows)
    .map((window) => `${window.calling_window_start_time}–${window.calling_window_end_time}`)
    .join(', ');
  const days = (rules?.allowed_days ?? retryDefaults.allowed_days).map((day) => day.slice(0, 3)).join(', ');
  return [
    `Calling windows: ${oneLine(windows)}, ${oneLine(days)} (${oneLine(rules?.timezone ?? "recipient's time")})`,
    `Attempts: up to ${formatCount(attempts)} each, ${formatCount(attempts * list.counts.ready)} in all at most`,
  ];
}
