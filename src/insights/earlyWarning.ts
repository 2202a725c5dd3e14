import { wilsonInterval } from '../core/proportion.ts';
import { talkSeconds, type AttemptFacts } from './personFacts.ts';

/** Ways in which calls fail because of the list, the caller ID or the assistant, and not by chance. */
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
  /** The calls that failed in this way, newest first. */
  readonly calls: readonly WarnedCall[];
  /** How many of the newest calls were checked. */
  readonly of: number;
}

const newestCalls = 20;
const minBad = 5;
const hangUpSeconds = 5;

/**
 * The highest share of each in a campaign without problems. A warning needs the lower bound of the 95 %
 * interval above it: for five of twenty calls that is 11 %.
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
 * The warnings from the newest twenty calls, the most frequent first. There is none where fewer than five
 * calls failed in one way, or where that may be chance.
 * @param calls those that are over, in any order
 */
export function earlyWarnings(calls: Iterable<WarnedCall>): readonly EarlyWarning[] {
  const newest = newestOf(calls);
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

/** The newest first. Sorting all of 100,000 would hold the thread. */
function newestOf(calls: Iterable<WarnedCall>): readonly WarnedCall[] {
  const newest: WarnedCall[] = [];
  for (const call of calls) {
    if (!call.attempt.over) continue;
    const place = newest.findIndex((other) => timeOf(other) < timeOf(call));
    if (place >= 0) newest.splice(place, 0, call);
    else if (newest.length < newestCalls) newest.push(call);
    if (newest.length > newestCalls) newest.pop();
  }
  return newest;
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
  /** When calls could first be made: at the launch, or at the start of the calling hours if that is later. */
  readonly openSinceMs: number;
  /** People wait for a call, and the calling hours are open for at least one of them. */
  readonly mayCallNow: boolean;
  readonly minutes: number;
}

/**
 * Minutes in which nobody was called during the calling hours; undefined while there is no reason to warn.
 */
export function silentMinutes(question: SilenceQuestion): number | undefined {
  const { nowMs, lastCallMs, openSinceMs, mayCallNow, minutes } = question;
  if (!mayCallNow || minutes <= 0) return undefined;
  const sinceMs = Math.max(lastCallMs ?? openSinceMs, openSinceMs);
  const silent = Math.floor((nowMs - sinceMs) / 60_000);
  return silent >= minutes ? silent : undefined;
}
