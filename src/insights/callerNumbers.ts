import type { Steps } from '../callList/pace.ts';
import { wilsonInterval } from '../core/proportion.ts';
import { CallCount, madeOnce, visitInPieces, type CallOf, type Figure } from './figure.ts';
import { localTimeMs, ReachedCount } from './weekHours.ts';

/** One day of a caller number. */
export interface CallerDay {
  /** `2026-11-16`, on the recipients' clocks. */
  readonly day: string;
  /** Calls that reached a person, of the calls made from the number on that day. */
  readonly reached: Figure;
}

export interface CallerNumber {
  /** E.164, or what the service says. */
  readonly number: string;
  readonly reached: Figure;
  readonly answered: Figure;
  /** By day, the earliest first. */
  readonly days: readonly CallerDay[];
  /** The newest day with enough calls is worse than all days before it, and not by chance (95 %). */
  readonly dropped: boolean;
}

const minCallsOfDay = 20;
const dayMs = 86_400_000;

/** Counts of one number while the calls are counted. */
interface Tally {
  calls: number;
  readonly reached: ReachedCount;
  readonly answered: CallCount;
  /** By days since 1970. */
  readonly days: Map<number, ReachedCount>;
}

/** The results of each caller number by day: a number that is marked as spam is answered less and less. */
export function* callerPieces(
  calls: readonly CallOf[],
  zoneOf: (call: CallOf) => string | undefined,
): Steps<readonly CallerNumber[]> {
  const tallies = new Map<string, Tally>();
  yield* visitInPieces(calls, (call) => {
    const { person, attempt } = call;
    if (person.fromNumber === undefined) return;
    const tally = madeOnce(tallies, person.fromNumber, newTally);
    tally.calls += 1;
    tally.reached.add(call);
    if (attempt.answeredMs !== undefined) tally.answered.add(call);
    const localMs = localTimeMs(attempt.startedMs, zoneOf(call));
    if (localMs === undefined) return;
    madeOnce(tally.days, Math.floor(localMs / dayMs), () => new ReachedCount()).add(call);
  });
  return [...tallies].map(callerOf).sort(byCalls);
}

function newTally(): Tally {
  return { calls: 0, reached: new ReachedCount(), answered: new CallCount(), days: new Map() };
}

function callerOf([number, tally]: readonly [string, Tally]): CallerNumber {
  const days = [...tally.days]
    .sort(([one], [other]) => one - other)
    .map(([at, made]) => {
      const day = new Date(at * dayMs).toISOString().slice(0, 10);
      return { day, reached: made.figure(`callerDay/${number}/${day}`) };
    });
  const reached = tally.reached.figure(`caller/${number}`);
  const answered = tally.answered.figure(`callerAnswered/${number}`, tally.calls);
  return { number, reached, answered, days, dropped: hasDropped(days) };
}

function byCalls(a: CallerNumber, b: CallerNumber): number {
  return b.reached.of - a.reached.of || (a.number < b.number ? -1 : 1);
}

function hasDropped(days: readonly CallerDay[]): boolean {
  const enough = days.filter(({ reached }) => reached.of >= minCallsOfDay);
  const newest = enough.at(-1)?.reached;
  if (newest === undefined) return false;
  const before = enough
    .slice(0, -1)
    .reduce((total, { reached }) => ({ count: total.count + reached.count, of: total.of + reached.of }), {
      count: 0,
      of: 0,
    });
  const now = wilsonInterval(newest.count, newest.of);
  const then = wilsonInterval(before.count, before.of);
  return now !== undefined && then !== undefined && now.high < then.low;
}
