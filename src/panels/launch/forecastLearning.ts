import { campaignState, type Campaign } from '../../core/campaign.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { toMs } from '../../core/timestamp.ts';
import {
  learntAssumptions,
  type LearntAssumptions,
  type PastAttempt,
} from '../../dialing/learntAssumptions.ts';
import { defaultAssumptions } from '../../dialing/forecastAssumptions.ts';
import type { FinishedCalls } from './finishedCalls.ts';

export interface ForecastLearningOptions {
  readonly api: CampaignApi;
  readonly calls: FinishedCalls;
  readonly clock: Clock;
  /** Called when something was learnt, so that the forecast changes. */
  readonly onLearnt: () => void;
}

/** The initial assumptions of a forecast, and their source. */
export type ForecastBasis = Pick<LearntAssumptions, 'assumptions' | 'sentence'>;

interface LearningRun {
  /** The campaigns it is taken from. */
  readonly key: string;
  readonly abort: AbortController;
  basis: ForecastBasis;
}

const maxCampaigns = 3;
/** So many calls of the assistant itself tell more than those of another. */
const enoughAttempts = 100;

const notYet: ForecastBasis = {
  assumptions: defaultAssumptions,
  sentence: 'Default assumptions. Your finished campaigns are still being analysed.',
};
const unread: ForecastBasis = {
  assumptions: defaultAssumptions,
  sentence: 'Our assumptions: your finished campaigns could not be read.',
};

/** Reads a few finished campaigns in the background of an open sheet, one page after the other. */
export class ForecastLearning {
  readonly #options: ForecastLearningOptions;
  #run: LearningRun | undefined;
  #disposed = false;

  constructor(options: ForecastLearningOptions) {
    this.#options = options;
  }

  /** Returns what is known so far, and requests the rest; `onLearnt` is called when it is there. */
  basisFor(assistantId: string, campaigns: readonly Campaign[]): ForecastBasis {
    const { own, others } = candidates(assistantId, campaigns, this.#options.clock.now());
    const key = JSON.stringify([own, others]);
    if (this.#run?.key === key) return this.#run.basis;
    this.#run?.abort.abort();
    const basis = own.length + others.length === 0 ? learntAssumptions([]) : notYet;
    this.#run = { key, abort: new AbortController(), basis };
    if (basis === notYet && !this.#disposed) void this.#learn(this.#run, own, others);
    return basis;
  }

  /** Stops reading: the sheet was closed, or its connection has changed. */
  dispose(): void {
    this.#disposed = true;
    this.#run?.abort.abort();
  }

  async #learn(run: LearningRun, own: readonly string[], others: readonly string[]): Promise<void> {
    const { signal } = run.abort;
    const { api, calls, onLearnt } = this.#options;
    const read: (readonly PastAttempt[])[] = [];
    let failed = false;
    try {
      for (const id of [...own, ...others].slice(0, maxCampaigns)) {
        if (others.includes(id) && countOf(read) >= enoughAttempts) break;
        read.push(await calls.attemptsOf(api, id, signal));
      }
    } catch {
      failed = true; // nobody asked for it, so only the source of the figures is shown
    }
    if (signal.aborted) return;
    run.basis = failed && countOf(read) === 0 ? unread : learntAssumptions(read);
    onLearnt();
  }
}

/** The newest first, those of the same assistant apart: their ids. */
function candidates(
  assistantId: string,
  campaigns: readonly Campaign[],
  nowMs: number,
): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const finished = campaigns
    .filter((campaign) => campaignState(campaign, nowMs) === 'completed' && campaign.row_stats?.total !== 0)
    .toSorted((one, other) => (toMs(other.created_at) ?? 0) - (toMs(one.created_at) ?? 0));
  const ids = (same: boolean) =>
    finished
      .filter(({ assistant_id }) => (assistant_id === assistantId) === same)
      .slice(0, maxCampaigns)
      .map(({ id }) => id);
  return { own: ids(true), others: ids(false) };
}

function countOf(read: readonly (readonly PastAttempt[])[]): number {
  return read.reduce((sum, attempts) => sum + attempts.length, 0);
}
