import type { CallList } from '../../callList/callList.ts';
import { summarySentence } from '../../callList/summary.ts';
import type { Assistant } from '../../core/assistant.ts';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { oneLine, quoted } from '../../core/plainText.ts';
import { retryDefaults } from '../../core/retryConfig.ts';
import { retryConfigWords } from '../../core/retryConfigText.ts';
import { calledByLaunch, type CampaignSpec, type Start } from '../draft/campaignSpec.ts';
import { leaveOutWords } from '../gate/historyText.ts';
import type { LaunchProtocol } from './launchProtocol.ts';
import { scheduleWarning, type ScheduleSupport } from './scheduleSupport.ts';

/** The parts of a forecast that the confirmation shows. */
export interface ForecastFacts {
  /** `Mon 30 Nov, 08:30` */
  readonly firstCall: string | undefined;
  readonly warnings: readonly string[];
}

/** What a person is asked to confirm. */
export interface LaunchFacts {
  readonly spec: CampaignSpec;
  readonly list: CallList;
  /** Undefined when only its id is known. */
  readonly assistant: Assistant | undefined;
  /** The host that the key belongs to; undefined: the sandbox. */
  readonly account: string | undefined;
  /** How the server takes a create. */
  readonly protocol: LaunchProtocol;
  /** What the server is known to do with a start time. */
  readonly scheduleSupport: ScheduleSupport;
  /** Sentences on earlier campaigns with the same numbers; see usedBefore.ts. */
  readonly usedBefore: readonly string[];
  /** A sentence that the call history could not be read; undefined: it was read, or there is none. */
  readonly historyWarning?: string | undefined;
  /** Undefined where nothing was forecast. */
  readonly forecast?: ForecastFacts | undefined;
  readonly nowMs: number;
}

/** The confirmation message and its confirming button, which repeats what happens and to how many people. */
export function launchQuestion({ spec, list, protocol }: LaunchFacts): { question: string; button: string } {
  const { ready } = list.counts;
  const people = plural(ready, 'person', 'people');
  const { start } = spec;
  switch (start.kind) {
    case 'now':
      return { question: `Call ${people} now?`, button: `Call ${people}` };
    case 'pilot': {
      const tried = plural(Math.min(start.size, ready), 'person', 'people');
      return { question: `Try it on ${tried} of ${formatCount(ready)} now?`, button: `Call ${tried}` };
    }
    case 'grace':
      return { question: `Call ${people} in ${delayText(start.delayMs)}?`, button: `Call ${people}` };
    case 'schedule':
      return {
        question: `Schedule ${plural(ready, 'call')}?`,
        button: `Schedule ${plural(ready, 'Call')}`,
      };
    case 'draft':
      if (protocol.kind === 'in steps') {
        return {
          question: `Create ${quoted(spec.name)} without calling?`,
          button: `Create with ${plural(ready, 'Contact')}`,
        };
      }
      return {
        question: `Save ${quoted(spec.name)} as a draft?`,
        button: `Save Draft of ${plural(ready, 'Contact')}`,
      };
  }
}

const maxSentenceCharacters = 1_000;

/** Everything that will happen, one line each. No text from a file, a server or a person can add a line. */
export function launchDetails(facts: LaunchFacts): string {
  const { spec, list, assistant, account, nowMs } = facts;
  const { fromPhoneNumber, maxConcurrentCalls } = spec;
  return [
    account === undefined ? 'This is the sandbox: nobody is called.\n' : `Account: your key for ${account}`,
    `Campaign: ${quoted(spec.name)}`,
    `Assistant: ${assistant === undefined || assistant.name === '' ? oneLine(spec.assistantId) : quoted(assistant.name)}`,
    `Start: ${startText(facts, nowMs)}`,
    ...stepsLines(facts),
    ...startWarnings(facts),
    ...forecastLines(facts),
    ...rulesLines(facts),
    `From: ${oneLine(fromPhoneNumber ?? assistant?.from_phone_number ?? 'the default number')}`,
    ...(maxConcurrentCalls === undefined ? [] : [`Parallel calls: up to ${formatCount(maxConcurrentCalls)}`]),
    '',
    oneLine(summarySentence(list), maxSentenceCharacters),
    ...(spec.leaveOut === undefined ? [] : [`Not called again: ${leaveOutWords(spec.leaveOut)}`]),
    ...(facts.historyWarning === undefined
      ? []
      : [`Warning: ${oneLine(facts.historyWarning, maxSentenceCharacters)}`]),
    ...facts.usedBefore.map((sentence) => `\nUsed before: ${oneLine(sentence, maxSentenceCharacters)}`),
    ...list.problems
      .filter((problem) => problem.blocks)
      .map((problem) => `\nNot resolved: ${oneLine(problem.message, maxSentenceCharacters)}`),
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
    case 'pilot':
      return `now, on ${formatCount(start.size)} first`;
    case 'now':
    case 'draft':
      return start.kind;
  }
}

function startText({ spec: { start }, list, protocol }: LaunchFacts, nowMs: number): string {
  switch (start.kind) {
    case 'now':
      return 'as soon as a calling window is open';
    case 'pilot': {
      if (start.size >= list.counts.ready) return 'now, for all: the list has no more';
      const which = start.pick === 'first' ? 'from the top of the list' : 'some of each country';
      return `now, for ${formatCount(start.size)}, ${which}; the others wait until you launch them`;
    }
    case 'grace':
      return `${delayText(start.delayMs)} after it is sent, as soon as a calling window is open; you can cancel it from the status bar until then`;
    case 'schedule':
      return `${formatWhen(start.atMs, nowMs)}, your time`;
    case 'draft':
      return protocol.kind === 'in steps'
        ? 'when you launch it from the campaign list'
        : 'none: the server is asked to keep it as a draft, and has no operation to launch it from here';
  }
}

/** What happens between the click and the first call. */
function stepsLines({ spec, protocol }: LaunchFacts): readonly string[] {
  if (protocol.kind === 'in steps') {
    return spec.start.kind === 'draft'
      ? ['Check: the contacts on the server are compared with this list.']
      : ['Check: nobody is called until the contacts on the server match this list.'];
  }
  return spec.start.kind === 'draft' && !protocol.typed
    ? ['This may be an older server that calls people as soon as a campaign is created.']
    : [];
}

function startWarnings({ spec, scheduleSupport }: LaunchFacts): readonly string[] {
  const waits = spec.start.kind === 'grace' || spec.start.kind === 'schedule';
  return waits ? [scheduleWarning(scheduleSupport) ?? []].flat() : [];
}

/** The campaign's own rules or the assistant's; of one that is known by its id only, nothing is promised. */
function rulesLines({ spec, list, assistant }: LaunchFacts): readonly string[] {
  if (spec.callRetryConfig === undefined && assistant === undefined) {
    return [
      'Calling windows and attempts: those of the assistant (its rules and variables could not be read)',
    ];
  }
  const rules = spec.callRetryConfig ?? assistant?.call_retry_config ?? retryDefaults;
  const { windows, days, timeZone, attempts } = retryConfigWords(rules);
  const called =
    spec.start.kind === 'pilot' ? calledByLaunch(spec.start, list.counts.ready) : list.counts.ready;
  const most = formatCount(rules.max_retry_attempts * called);
  return [
    `Calling windows: ${windows}, ${days} (${timeZone})`,
    `Attempts: ${attempts}, ${most} in all at most`,
  ];
}

/** How many warnings fit into a question; the page shows them all. */
const maxWarnings = 3;

/** The first call, and the warnings that are on the page. */
function forecastLines({ spec, forecast }: LaunchFacts): readonly string[] {
  if (forecast === undefined || spec.start.kind === 'draft') return [];
  const { firstCall, warnings } = forecast;
  return [
    ...(firstCall === undefined ? [] : [`First call: ${firstCall}, by the forecast`]),
    ...warnings.slice(0, maxWarnings).map((text) => `Warning: ${oneLine(text, maxSentenceCharacters)}`),
    ...(warnings.length > maxWarnings
      ? [`${plural(warnings.length - maxWarnings, 'more warning')}: see the page`]
      : []),
  ];
}
