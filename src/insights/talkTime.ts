import { quantileSorted, sum } from 'd3-array';
import type { Steps } from '../callList/pace.ts';
import { CallCount, visitInPieces, type CallOf, type Figure } from './figure.ts';
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

/** @param human calls with a person */
export function* talkTime(human: readonly CallOf[]): Steps<TalkTime> {
  const lengths: number[] = [];
  const bins = edgesSeconds.map(() => new CallCount());
  const [within5, within10] = [new CallCount(), new CallCount()];
  yield* visitInPieces(human, (call) => {
    const seconds = talkSeconds(call.attempt);
    if (seconds === undefined) return;
    lengths.push(seconds);
    bins[edgesSeconds.findLastIndex((edge) => seconds >= edge)]?.add(call);
    if (call.attempt.endedBy !== 'user') return;
    if (seconds < 5) within5.add(call);
    if (seconds < 10) within10.add(call);
  });
  const sorted = [...Float64Array.from(lengths).sort()];
  yield;
  return {
    calls: sorted.length,
    totalSeconds: sum(sorted),
    medianSeconds: quantileSorted(sorted, 0.5),
    p90Seconds: quantileSorted(sorted, 0.9),
    bins: edgesSeconds.map((fromSeconds, at) => ({
      fromSeconds,
      belowSeconds: edgesSeconds[at + 1] ?? Infinity,
      calls: (bins[at] ?? new CallCount()).figure(`talk/${fromSeconds}`, sorted.length),
    })),
    hungUpWithin5: within5.figure('hungUp/5', human.length),
    hungUpWithin10: within10.figure('hungUp/10', human.length),
  };
}
