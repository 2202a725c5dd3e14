import { campaignState, type Campaign } from '../core/campaign.ts';

/** One search of the newest calls is made no more often than this, whatever the number of campaigns. */
const betweenSearchesMs = 60_000;

/**
 * Decides which running campaign's newest calls are searched next: one campaign a minute, the one that has
 * waited longest. A hundred running campaigns cause no more requests than one.
 */
export class SearchSchedule {
  readonly #searched = new Map<string, { readonly ms: number; readonly counts: string }>();
  #lastMs = -Infinity;

  /**
   * @param campaigns all campaigns as they were read at `nowMs`
   * @param unchangedMs how long a campaign whose counts have not changed is not searched again; Infinity:
   * never
   * @returns the campaign to search now, whose turn is then taken; undefined if none is due
   */
  next(campaigns: readonly Campaign[], nowMs: number, unchangedMs: number): Campaign | undefined {
    const running = campaigns.filter((campaign) => campaignState(campaign, nowMs) === 'running');
    const ids = new Set(running.map(({ id }) => id));
    for (const id of [...this.#searched.keys()]) if (!ids.has(id)) this.#searched.delete(id);
    if (nowMs - this.#lastMs < betweenSearchesMs) return undefined;
    const due = running
      .filter((campaign) => this.#isDue(campaign, nowMs, unchangedMs))
      .sort((a, b) => this.#searchedMs(a) - this.#searchedMs(b))[0];
    if (due === undefined) return undefined;
    this.#lastMs = nowMs;
    this.#searched.set(due.id, { ms: nowMs, counts: countsOf(due) });
    return due;
  }

  clear(): void {
    this.#searched.clear();
    this.#lastMs = -Infinity;
  }

  #isDue(campaign: Campaign, nowMs: number, unchangedMs: number): boolean {
    const before = this.#searched.get(campaign.id);
    if (before?.counts !== countsOf(campaign)) return true;
    return nowMs - before.ms >= Math.max(unchangedMs, betweenSearchesMs);
  }

  #searchedMs({ id }: Campaign): number {
    return this.#searched.get(id)?.ms ?? -Infinity;
  }
}

const countsOf = ({ row_stats }: Campaign): string =>
  row_stats === undefined ? '' : JSON.stringify(row_stats);
