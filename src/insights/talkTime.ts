import { quantileSorted, sum } from 'd3-array';
import { callsFigure, type CallOf, type Figure } from './figure.ts';
import { talkSeconds } from './personFacts.ts';

/** Calls whose talk time is in `[from, below)` seconds. */
export interface TalkBin {
  readonly fromSeconds: number;
  /** Infinity for the last. */
  readonly belowSeconds: number;
  readonly calls: Figure;
}

/** How long calls with a person lasted, from the answer to the end. */
export interface TalkTime {
  /** Calls with a person that tell both times. */
  readonly calls: number;
  readonly totalSeconds: number;
  /** Undefined where there is no call. */
  readonly medianSeconds: number | undefined;
  /** Nine of ten calls were not longer. */
  readonly p90Seconds: number | undefined;
  readonly bins: readonly TalkBin[];
  /** Ended by the contact within so many seconds of the answer, of all calls with a person. */
  readonly hungUpWithin5: Figure;
  readonly hungUpWithin10: Figure;
}

/** Equal on every report, so that two can be compared; the last is open. */
const edgesSeconds = [0, 5, 10, 20, 30, 60, 90, 120, 180, 300, 600];

export function talkTime(calls: readonly CallOf[]): TalkTime {
  const human = calls.filter(({ attempt }) => attempt.result === 'human');
  const timed = human.flatMap((call) => {
    const seconds = talkSeconds(call.attempt);
    return seconds === undefined ? [] : [{ call, seconds }];
  });
  const sorted = timed.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const hungUp = (within: number) =>
    timed
      .filter(({ call, seconds }) => call.attempt.endedBy === 'user' && seconds < within)
      .map(({ call }) => call);
  return {
    calls: timed.length,
    totalSeconds: sum(sorted),
    medianSeconds: quantileSorted(sorted, 0.5),
    p90Seconds: quantileSorted(sorted, 0.9),
    bins: edgesSeconds.map((fromSeconds, at) => {
      const belowSeconds = edgesSeconds[at + 1] ?? Infinity;
      const inside = timed.filter(({ seconds }) => seconds >= fromSeconds && seconds < belowSeconds);
      return {
        fromSeconds,
        belowSeconds,
        calls: callsFigure(
          `talk/${fromSeconds}`,
          inside.map(({ call }) => call),
          timed.length,
        ),
      };
    }),
    hungUpWithin5: callsFigure('hungUp/5', hungUp(5), human.length),
    hungUpWithin10: callsFigure('hungUp/10', hungUp(10), human.length),
  };
}
