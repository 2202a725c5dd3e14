import { wilsonInterval } from '../core/proportion.ts';
import { talkSeconds, type AttemptFacts } from './personFacts.ts';

/**
 * Ways in which calls go wrong that point at the list, the number that calls or the assistant, and not at
 * chance.
 */
export const warningKinds = ['wrong numbers', 'not permitted', 'hung up at once', 'network errors'] as const;
export type WarningKind = (typeof warningKinds)[number];

export interface WarnedCall {
  readonly callId: string;
  readonly rowId: string;
  readonly phone: string;
  readonly attempt: AttemptFacts;
}

export interface EarlyWarning {
  readonly kind: WarningKind;
  /** The calls that went wrong in this way, the newest first. */
  readonly calls: readonly WarnedCall[];
  /** How many of the newest calls were looked at. */
  readonly of: number;
}

const newestCalls = 20;
const minBad = 5;
const hangUpSeconds = 5;

/**
 * How often each happens in a campaign with nothing wrong, at most. A warning needs the lower bound of the 95
 * % interval above it: five of twenty are 11 % at least.
 */
const usualShare: Readonly<Record<WarningKind, number>> = {
  'wrong numbers': 0.1,
  'not permitted': 0.01,
  'hung up at once': 0.1,
  'network errors': 0.1,
};

const kindOfError: Readonly<Record<string, WarningKind>> = {
  number_non_attributed: 'wrong numbers',
  no_international_permission: 'not permitted',
  precondition_failed: 'not permitted',
  too_many_calls: 'network errors',
  non_classified_error: 'network errors',
};

/**
 * What the newest twenty calls warn of, the most frequent first; nothing where fewer than five went wrong in
 * one way, or where that may be chance.
 * @param calls those that are over, in any order
 */
export function earlyWarnings(calls: readonly WarnedCall[]): readonly EarlyWarning[] {
  const newest = calls
    .filter(({ attempt }) => attempt.over)
    .toSorted((one, other) => timeOf(other) - timeOf(one))
    .slice(0, newestCalls);
  return warningKinds
    .map((kind) => ({
      kind,
      of: newest.length,
      calls: newest.filter(({ attempt }) => kindOf(attempt) === kind),
    }))
    .filter(({ kind, calls: bad, of }) => {
      const interval = wilsonInterval(bad.length, of);
      return bad.length >= minBad && interval !== undefined && interval.low > usualShare[kind];
    })
    .sort((one, other) => other.calls.length - one.calls.length);
}

function timeOf({ attempt }: WarnedCall): number {
  return attempt.endedMs ?? attempt.startedMs ?? 0;
}

export function kindOf(attempt: AttemptFacts): WarningKind | undefined {
  const { dialError, result, endedBy } = attempt;
  if (dialError !== undefined)
    return Object.hasOwn(kindOfError, dialError) ? kindOfError[dialError] : undefined;
  const seconds = talkSeconds(attempt);
  const hungUp = result === 'human' && endedBy === 'user' && seconds !== undefined && seconds < hangUpSeconds;
  return hungUp ? 'hung up at once' : undefined;
}

const kindSentences: Readonly<Record<WarningKind, string>> = {
  'wrong numbers': 'went to numbers that are not in use',
  'not permitted': 'were not permitted',
  'hung up at once': `were ended by the contact within ${hangUpSeconds} seconds`,
  'network errors': 'failed in the telephone network',
};

const advice: Readonly<Record<WarningKind, string>> = {
  'wrong numbers': 'Check the phone number column and the country of the list.',
  'not permitted': 'Check whether the account may call these countries.',
  'hung up at once': 'Read what the assistant says first.',
  'network errors': 'Check the number that calls and how many calls are made at once.',
};

/** `8 of the last 20 calls of “November” went to numbers that are not in use. Check …` */
export function warningSentence(name: string, { kind, calls, of }: EarlyWarning): string {
  return `${calls.length} of the last ${of} calls of “${name}” ${kindSentences[kind]}. ${advice[kind]}`;
}

export interface SilenceQuestion {
  readonly nowMs: number;
  /** When the newest call began; undefined: none was made. */
  readonly lastCallMs: number | undefined;
  /** When calls could first be made: the launch, or the opening of the hours if that is later. */
  readonly openSinceMs: number;
  /** People wait for a call, and the hours are open for at least one of them. */
  readonly mayCallNow: boolean;
  readonly minutes: number;
}

/**
 * Minutes in which nobody was called although the hours were open; undefined while that is no reason to warn.
 */
export function silentMinutes(question: SilenceQuestion): number | undefined {
  const { nowMs, lastCallMs, openSinceMs, mayCallNow, minutes } = question;
  if (!mayCallNow || minutes <= 0) return undefined;
  const sinceMs = Math.max(lastCallMs ?? openSinceMs, openSinceMs);
  const silent = Math.floor((nowMs - sinceMs) / 60_000);
  return silent >= minutes ? silent : undefined;
}
