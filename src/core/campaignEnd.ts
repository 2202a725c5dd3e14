import { campaignState, type Campaign, type CampaignState } from './campaign.ts';
import { formatCount, formatPercent, plural } from './format.ts';
import type { CampaignStatistics } from './statistics.ts';

const runningStates: ReadonlySet<CampaignState> = new Set(['running', 'scheduled', 'paused']);

/** Finds the campaigns that ended between two lists. Cancelled campaigns are not included. */
export class CampaignEndDetector {
  #running: ReadonlySet<string> = new Set();

  /** @returns the campaigns that were running in the list before and are completed in this one */
  next(campaigns: readonly Campaign[], nowMs: number): readonly Campaign[] {
    const before = this.#running;
    this.#running = new Set(
      campaigns.filter((campaign) => runningStates.has(campaignState(campaign, nowMs))).map(({ id }) => id),
    );
    return campaigns.filter(
      (campaign) => before.has(campaign.id) && campaignState(campaign, nowMs) === 'completed',
    );
  }

  /** Forgets the last list, because the connection has changed. */
  reset(): void {
    this.#running = new Set();
  }
}

/**
 * One sentence for a campaign that has ended and whose rows are not read: `“Webinar follow-up” has ended: 61
 * of 130 reached as Revox counts, 9 hot leads.` The service's own statistics are used first, then the
 * campaign's `funnel_stats`, then its counts.
 */
export function campaignEndSentence(
  { name, row_stats: stats, funnel_stats: funnelStats }: Campaign,
  statistics: CampaignStatistics | undefined,
): string {
  const begin = `“${name}” has ended`;
  const { funnel } = statistics ?? {};
  const reached = funnel?.reached?.count ?? funnelStats?.talked_to_human;
  const called = funnel?.called?.count ?? funnelStats?.total_leads ?? stats?.total;
  const hot = funnel?.hot_leads?.count ?? funnelStats?.hot ?? 0;
  if (reached !== undefined && called !== undefined) {
    const leads = hot > 0 ? `, ${plural(hot, 'hot lead')}` : '';
    return `${begin}: ${formatCount(reached)} of ${formatCount(called)} reached as Revox counts${leads}.`;
  }
  if (stats === undefined) return `${begin}.`;
  const failed = stats.failed > 0 ? `, ${formatCount(stats.failed)} failed` : '';
  return `${begin}: ${formatCount(stats.completed)} of ${formatCount(stats.total)} completed${failed}.`;
}

/** What the status bar says while campaigns run: `2 running · 63%`. */
export interface RunningSummary {
  readonly text: string;
  /** For the tooltip and for screen readers. */
  readonly detail: string;
}

/** @returns undefined while no campaign calls people */
export function runningSummary(campaigns: readonly Campaign[], nowMs: number): RunningSummary | undefined {
  const running = campaigns.filter((campaign) => campaignState(campaign, nowMs) === 'running');
  if (running.length === 0) return undefined;
  const counted = running.flatMap(({ row_stats: stats }) => (stats === undefined ? [] : [stats]));
  const total = counted.reduce((sum, stats) => sum + stats.total, 0);
  const finished = counted.reduce(
    (sum, stats) => sum + stats.completed + stats.failed + (stats.skipped ?? 0),
    0,
  );
  const share = total === 0 ? '' : ` · ${formatPercent(Math.min(1, finished / total))}`;
  return {
    text: `${formatCount(running.length)} running${share}`,
    detail: `${plural(running.length, 'Revox campaign')} running, ${formatCount(finished)} of ${plural(total, 'contact')} finished. Show campaigns`,
  };
}
