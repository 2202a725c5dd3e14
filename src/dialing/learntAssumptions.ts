import { formatCount, plural } from '../core/format.ts';
import { wilsonInterval } from '../core/proportion.ts';
import type { CallAttempt } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';
import {
  defaultAssumptions,
  type AssumptionName,
  type Estimate,
  type ForecastAssumptions,
} from './forecastAssumptions.ts';

/** The fields of an attempt that are read: a thousandth of an attempt with its transcript. */
export type PastAttempt = Pick<CallAttempt, 'status' | 'result' | 'started_at' | 'answered_at' | 'ended_at'>;

export interface LearntAssumptions {
  readonly assumptions: ForecastAssumptions;
  /** How many of the attempts read are over. */
  readonly attempts: number;
  /** The assumptions that come from these attempts; the others are the fallback. */
  readonly learnt: readonly AssumptionName[];
  /** Says where the figures come from. */
  readonly sentence: string;
}

const minAttempts = 30;
const minDurations = 10;
/** Lists differ, so no range is narrower than this share of its likely value. */
const leastSpread = 0.2;
/** The 97.5 % quantile of the normal distribution, for a 95 % interval. */
const z = 1.96;
/** Longer durations come from a wrong clock or a call that was never ended, and are ignored. */
const maxSeconds = 4 * 3600;

/**
 * Derives the assumptions of a forecast from the attempts of finished campaigns. A rate is learnt from thirty
 * attempts on, a duration from ten of its kind; the range is the 95 % interval, and never narrower than a
 * fifth either way.
 */
export function learntAssumptions(
  campaigns: readonly (readonly PastAttempt[])[],
  fallback: ForecastAssumptions = defaultAssumptions,
): LearntAssumptions {
  const sample = new AttemptSample();
  for (const attempts of campaigns) sample.addCampaign(attempts);
  const learnt = {
    answerRate: rate(sample.human, sample.attempts),
    voicemailRate: rate(sample.machine, sample.attempts),
    talkSeconds: mean(sample.talk),
    voicemailSeconds: mean(sample.voicemail),
    ringSeconds: mean(sample.ring),
    noAnswerSeconds: mean(sample.noAnswer),
  } satisfies Record<AssumptionName, Estimate | undefined>;
  const names = (Object.keys(learnt) as AssumptionName[]).filter((name) => learnt[name] !== undefined);
  return {
    assumptions: {
      answerRate: learnt.answerRate ?? fallback.answerRate,
      voicemailRate: learnt.voicemailRate ?? fallback.voicemailRate,
      talkSeconds: learnt.talkSeconds ?? fallback.talkSeconds,
      voicemailSeconds: learnt.voicemailSeconds ?? fallback.voicemailSeconds,
      ringSeconds: learnt.ringSeconds ?? fallback.ringSeconds,
      noAnswerSeconds: learnt.noAnswerSeconds ?? fallback.noAnswerSeconds,
    },
    attempts: sample.attempts,
    learnt: names,
    sentence: sentence(sample, names),
  };
}

class AttemptSample {
  /** How many campaigns have an attempt that is over. */
  campaigns = 0;
  attempts = 0;
  human = 0;
  machine = 0;
  readonly talk: number[] = [];
  readonly voicemail: number[] = [];
  readonly ring: number[] = [];
  readonly noAnswer: number[] = [];

  addCampaign(attempts: readonly PastAttempt[]): void {
    const before = this.attempts;
    for (const attempt of attempts) this.#add(attempt);
    if (this.attempts > before) this.campaigns += 1;
  }

  #add({ status, result, started_at, answered_at, ended_at }: PastAttempt): void {
    if (status !== 'completed' && status !== 'error') return;
    this.attempts += 1;
    const answered = result !== undefined;
    if (result === 'human') this.human += 1;
    else if (answered) this.machine += 1;
    keep(this.ring, answered ? secondsBetween(started_at, answered_at) : undefined);
    keep(
      result === 'human' ? this.talk : this.voicemail,
      answered ? secondsBetween(answered_at, ended_at) : undefined,
    );
    keep(this.noAnswer, answered ? undefined : secondsBetween(started_at, ended_at));
  }
}

function keep(list: number[], seconds: number | undefined): void {
  if (seconds !== undefined) list.push(seconds);
}

function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  const seconds = ((toMs(to) ?? NaN) - (toMs(from) ?? NaN)) / 1000;
  return seconds >= 0 && seconds <= maxSeconds ? seconds : undefined;
}

function rate(count: number, of: number): Estimate | undefined {
  const interval = of < minAttempts ? undefined : wilsonInterval(count, of);
  if (interval === undefined) return undefined;
  const share = count / of;
  return {
    low: Math.max(0, Math.min(interval.low, share * (1 - leastSpread))),
    likely: share,
    high: Math.min(1, Math.max(interval.high, share * (1 + leastSpread))),
  };
}

function mean(seconds: readonly number[]): Estimate | undefined {
  const count = seconds.length;
  if (count < minDurations) return undefined;
  const likely = seconds.reduce((sum, value) => sum + value, 0) / count;
  const variance = seconds.reduce((sum, value) => sum + (value - likely) ** 2, 0) / (count - 1);
  const half = Math.max(z * Math.sqrt(variance / count), likely * leastSpread);
  return { low: Math.max(0, likely - half), likely, high: likely + half };
}

function sentence({ campaigns: count, attempts }: AttemptSample, learnt: readonly AssumptionName[]): string {
  if (attempts === 0) return 'Default assumptions: you have no finished campaigns yet.';
  const campaigns = plural(count, 'finished campaign');
  const calls = plural(attempts, 'call');
  const from = `${campaigns}, ${calls}`;
  if (learnt.length === 0) return `Our assumptions: ${from} are too few to rely on.`;
  const all = Object.keys(defaultAssumptions).length;
  return learnt.length === all
    ? `Based on ${campaigns} (${calls}). Your list may differ.`
    : `${formatCount(learnt.length)} of ${all} figures are based on ${from}; the others are our assumptions.`;
}
