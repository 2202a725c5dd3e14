import type { CallList } from '../../callList/callList.ts';
import { formatWhen, plural } from '../../core/format.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { parseStart } from '../../core/scheduleTime.ts';
import { delayText } from '../../launch/launchDetails.ts';
import type { Start } from '../../launch/launchPlan.ts';
import { isAssistantId } from './launchAssistants.ts';
import { readCount, readRulesDraft } from './launchRules.ts';
import type { FieldProblem } from '../contract/protocolLaunch.ts';
import type { SheetDraft, StartKind } from '../contract/protocolLaunchDraft.ts';

/** What a draft is judged by. */
export interface JudgeSituation {
  readonly draft: SheetDraft;
  /** Undefined: the file is no call list. */
  readonly list: CallList | undefined;
  readonly listProblem: string | undefined;
  /** Names of the campaigns there are. */
  readonly taken: ReadonlySet<string>;
  readonly readNumber: (text: string) => { readonly number: string } | { readonly problem: string };
  /** Why the settings forbid it, by field. */
  readonly forbidden: readonly FieldProblem[];
  /** How long a start that can be taken back waits. */
  readonly graceMs: number;
  readonly nowMs: number;
}

/** A draft, read: what would be sent, as far as it is right, and what is not. */
export interface Judgement {
  /** In the order of the fields; empty means it can be sent. */
  readonly problems: readonly FieldProblem[];
  readonly remarks: readonly FieldProblem[];
  readonly start: Start | undefined;
  /** Own rules; undefined: the assistant's. */
  readonly rules: CallRetryConfig | undefined;
  readonly fromPhoneNumber: string | undefined;
  readonly maxConcurrentCalls: number | undefined;
}

const mostAtOnce = 999_999;

/** Holds a draft against its list, the campaigns there are and the clock. */
export function judge(situation: JudgeSituation): Judgement {
  const { draft, list, listProblem, taken, readNumber, forbidden, graceMs, nowMs } = situation;
  const problems: FieldProblem[] = [];
  const remarks: FieldProblem[] = [];
  const name = draft.name.trim();
  if (name === '') problems.push({ field: 'name', message: 'Give the campaign a name.' });
  else if (taken.has(name)) {
    remarks.push({
      field: 'name',
      message: 'There is a campaign of this name already. One of its own is easier to find.',
    });
  }
  problems.push(...listProblems(list, listProblem));
  remarks.push(...listRemarks(list));
  problems.push(...assistantProblems(draft));
  const own =
    draft.rulesFrom === 'own' && draft.rules !== undefined ? readRulesDraft(draft.rules) : undefined;
  problems.push(...(own?.problems ?? []));
  problems.push(...forbidden);
  const start = readStart(draft, graceMs, nowMs, problems);
  const fromPhoneNumber = readFrom(draft, readNumber, problems);
  const maxConcurrentCalls =
    draft.concurrency.trim() === '' ? undefined : readCount(draft.concurrency, mostAtOnce);
  if (draft.concurrency.trim() !== '' && maxConcurrentCalls === undefined) {
    problems.push({ field: 'concurrency', message: 'Write a whole number from 1 up, or leave it empty.' });
  }
  return { problems, remarks, start, rules: own?.config, fromPhoneNumber, maxConcurrentCalls };
}

function listProblems(list: CallList | undefined, listProblem: string | undefined): readonly FieldProblem[] {
  if (list === undefined) return [{ field: 'list', message: listProblem ?? 'The list is being checked.' }];
  if (list.counts.ready > 0) return [];
  return [{ field: 'list', message: 'Nobody on this list can be called. Look at its problems.' }];
}

/** What the list's own check would settle first: it is said again in the last question, and the person decides. */
function listRemarks(list: CallList | undefined): readonly FieldProblem[] {
  return (list?.problems ?? [])
    .filter(({ blocks }) => blocks)
    .map(({ code, message, value }) => ({
      field: code === 'revox.variable.noColumn' && value !== undefined ? `variable.${value}` : 'list',
      message,
    }));
}

function assistantProblems({ assistantId }: SheetDraft): readonly FieldProblem[] {
  if (assistantId.trim() === '') return [{ field: 'assistantId', message: 'Choose who makes the calls.' }];
  if (isAssistantId(assistantId)) return [];
  return [
    {
      field: 'assistantId',
      message: 'Choose an assistant, or paste all of its id: 32 letters and digits in five groups.',
    },
  ];
}

function readStart(
  { start, startAt }: SheetDraft,
  graceMs: number,
  nowMs: number,
  problems: FieldProblem[],
): Start | undefined {
  if (start === 'grace') return { kind: start, delayMs: graceMs };
  if (start !== 'schedule') return { kind: start };
  const atMs = parseStart(startAt, nowMs);
  if (atMs === undefined) {
    problems.push({
      field: 'startAt',
      message: 'Write day and time like 2026-11-23 09:00, tomorrow 9:00 or 14:30.',
    });
    return undefined;
  }
  if (atMs <= nowMs) {
    problems.push({ field: 'startAt', message: 'This time is past. Choose a later one, or start now.' });
    return undefined;
  }
  return { kind: 'schedule', atMs };
}

function readFrom(
  { fromNumber }: SheetDraft,
  readNumber: JudgeSituation['readNumber'],
  problems: FieldProblem[],
): string | undefined {
  if (fromNumber.trim() === '') return undefined;
  const read = readNumber(fromNumber.trim());
  if ('number' in read) return read.number;
  problems.push({ field: 'fromNumber', message: read.problem });
  return undefined;
}

const buttons: Readonly<Record<StartKind, (ready: number) => string>> = {
  draft: (ready) => `Save Draft of ${plural(ready, 'Contact')}…`,
  now: (ready) => `Call ${plural(ready, 'Person', 'People')}…`,
  grace: (ready) => `Call ${plural(ready, 'Person', 'People')}…`,
  schedule: (ready) => `Schedule ${plural(ready, 'Call')}…`,
};

/** The label of the one button: what pressing it leads to, and for how many. */
export function buttonText(kind: StartKind, ready: number): string {
  return buttons[kind](ready);
}

export interface SummaryFacts {
  readonly ready: number;
  readonly assistant: string | undefined;
  readonly kind: StartKind;
  readonly start: Start | undefined;
  readonly nowMs: number;
}

/** One sentence about all of it: `1,214 people are called by Emma from Mon 23 Nov, 09:00, within their calling hours.` */
export function summaryText({ ready, assistant, kind, start, nowMs }: SummaryFacts): string {
  const people = plural(ready, 'person', 'people');
  if (kind === 'draft')
    return `A draft for ${people}. Nobody is called until it is launched in the dashboard.`;
  const called = `${people} ${ready === 1 ? 'is' : 'are'} called${assistant === undefined ? '' : ` by ${assistant}`}`;
  if (kind === 'now') return `${called} as soon as their calling hours allow.`;
  if (kind === 'grace') {
    const delay = start?.kind === 'grace' ? ` in ${delayText(start.delayMs)}` : ' after some minutes';
    return `${called}${delay}, as their calling hours allow. Until then one click takes it back.`;
  }
  const when =
    start?.kind === 'schedule' ? ` from ${formatWhen(start.atMs, nowMs)}` : ' from the time you choose';
  return `${called}${when}, within their calling hours.`;
}
