import type { Campaign } from '../core/campaign.ts';
import { formatCount } from '../core/format.ts';
import type { CampaignStatistics } from '../core/statistics.ts';
import type { Report } from './campaignReport.ts';

/** What the service counts itself. */
export interface RevoxCounts {
  /** `statistics` of `GET /campaigns/{id}/statistics`, or `funnel_stats` of the campaign. */
  readonly source: 'statistics' | 'funnel_stats';
  readonly imported: number | undefined;
  readonly called: number | undefined;
  readonly reached: number | undefined;
  readonly conversations: number | undefined;
  readonly hotLeads: number | undefined;
  readonly outcomes: readonly { readonly label: string; readonly count: number }[];
}

/** @returns undefined where the service tells neither */
export function revoxCounts(
  campaign: Pick<Campaign, 'funnel_stats'>,
  statistics: CampaignStatistics | undefined,
): RevoxCounts | undefined {
  const funnel = statistics?.funnel;
  if (statistics !== undefined && funnel !== undefined) {
    return {
      source: 'statistics',
      imported: funnel.called?.imported_rows,
      called: funnel.called?.count,
      reached: funnel.reached?.count,
      conversations: funnel.real_exchanges?.count,
      hotLeads: funnel.hot_leads?.count,
      outcomes: statistics.outcome_breakdown.map(({ outcome, label, count }) => ({
        label: label === '' ? outcome : label,
        count,
      })),
    };
  }
  const stats = campaign.funnel_stats;
  if (stats === undefined) return undefined;
  return {
    source: 'funnel_stats',
    imported: stats.total_leads,
    called: undefined,
    reached: stats.talked_to_human,
    conversations: undefined,
    hotLeads: stats.hot,
    outcomes: [],
  };
}

/** Counts of several campaigns; what one does not tell nobody can add up. */
export function sumCounts(counts: readonly RevoxCounts[]): RevoxCounts | undefined {
  const [first, ...others] = counts;
  if (first === undefined) return undefined;
  return others.reduce<RevoxCounts>(
    (sum, next) => ({
      source: sum.source === next.source ? sum.source : 'funnel_stats',
      imported: add(sum.imported, next.imported),
      called: add(sum.called, next.called),
      reached: add(sum.reached, next.reached),
      conversations: add(sum.conversations, next.conversations),
      hotLeads: add(sum.hotLeads, next.hotLeads),
      outcomes: addOutcomes(sum.outcomes, next.outcomes),
    }),
    first,
  );
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

function addOutcomes(one: RevoxCounts['outcomes'], other: RevoxCounts['outcomes']): RevoxCounts['outcomes'] {
  const sums = new Map<string, number>();
  for (const { label, count } of [...one, ...other]) sums.set(label, (sums.get(label) ?? 0) + count);
  return [...sums].map(([label, count]) => ({ label, count }));
}

export interface CountBesides {
  readonly label: string;
  readonly ours: number | undefined;
  readonly revox: number;
}

/** The service's counts beside ours. */
export function countsBesides(revox: RevoxCounts, { funnel, outcomes }: Report): readonly CountBesides[] {
  const ourOutcome = (label: string) => outcomes.find(({ key }) => key === `outcome/${label}`)?.count;
  const lines: [label: string, ours: number | undefined, revox: number | undefined][] = [
    ['On the list', funnel.onList.count, revox.imported],
    ['Called', funnel.called.count, revox.called],
    ['Reached a person', funnel.reached.count, revox.reached],
    ['Real conversation', funnel.conversation.count, revox.conversations],
    ['Hot leads', undefined, revox.hotLeads],
    ...revox.outcomes.map(({ label, count }): [string, number | undefined, number] => [
      `Outcome: ${label}`,
      ourOutcome(label),
      count,
    ]),
  ];
  return lines.flatMap(([label, ours, count]) =>
    count === undefined ? [] : [{ label, ours, revox: count }],
  );
}

/** Why the two may differ, as far as that can be told. */
export function differenceNotes(revox: RevoxCounts, found: Report): readonly string[] {
  const { onList, open } = found.funnel;
  const differs = countsBesides(revox, found).some(
    ({ ours, revox: count }) => ours !== undefined && ours !== count,
  );
  const repeated = onList.count - found.distinctNumbers;
  return [
    revox.source === 'statistics'
      ? 'Revox counts each phone number once, in all calls to and from it. We count rows of the list and the campaign’s own calls.'
      : 'Revox’s short counts: leads, leads who talked to a person, and hot leads. How they are defined is not published.',
    ...(repeated > 0
      ? [`${formatCount(repeated)} rows repeat a number of another row: Revox counts these people once.`]
      : []),
    ...(differs && open.count > 0
      ? [
          `${formatCount(open.count)} people may still be called: the two may have been counted at different moments.`,
        ]
      : []),
    ...(revox.conversations === undefined
      ? []
      : [
          'What Revox takes for a real exchange is not published. Our thresholds stand above and can be changed.',
        ]),
  ];
}
