import { wilsonInterval } from '../core/proportion.ts';
import { callsFigure, type CallOf, type Figure } from './figure.ts';
import { localTimeMs, reachedFigure } from './weekHours.ts';

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

/** How the numbers that call fare, day by day: a number that is marked as spam is answered less and less. */
export function* callerPieces(
  calls: readonly CallOf[],
  zoneOf: (call: CallOf) => string | undefined,
): Generator<undefined, readonly CallerNumber[], undefined> {
  const numbers = new Map<string, CallOf[]>();
  for (const call of calls) {
    const number = call.person.fromNumber;
    if (number === undefined) continue;
    const known = numbers.get(number);
    if (known === undefined) numbers.set(number, [call]);
    else known.push(call);
  }
  yield;
  const callers: CallerNumber[] = [];
  for (const [number, made] of numbers) {
    const days = daysOf(number, made, zoneOf);
    yield;
    const reached = reachedFigure(`caller/${number}`, made);
    const byAnything = made.filter(({ attempt }) => attempt.answeredMs !== undefined);
    const answered = callsFigure(`callerAnswered/${number}`, byAnything, made.length);
    callers.push({ number, reached, answered, days, dropped: hasDropped(days) });
    yield;
  }
  return callers.sort((a, b) => b.reached.of - a.reached.of || (a.number < b.number ? -1 : 1));
}

function daysOf(
  number: string,
  calls: readonly CallOf[],
  zoneOf: (call: CallOf) => string | undefined,
): readonly CallerDay[] {
  const days = new Map<number, CallOf[]>();
  for (const call of calls) {
    const localMs = localTimeMs(call.attempt.startedMs, zoneOf(call));
    if (localMs === undefined) continue;
    const day = Math.floor(localMs / dayMs);
    const known = days.get(day);
    if (known === undefined) days.set(day, [call]);
    else known.push(call);
  }
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([at, made]) => {
      const day = new Date(at * dayMs).toISOString().slice(0, 10);
      return { day, reached: reachedFigure(`callerDay/${number}/${day}`, made) };
    });
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
