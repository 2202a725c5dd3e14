import type { Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
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
  readonly outcomes: readonly RevoxOutcome[];
}

interface RevoxOutcome {
  /** The API's word, such as `not_interested`. */
  readonly outcome: string;
  /** What the service calls it on screen; the API's value where it has no name. */
  readonly label: string;
  readonly count: number;
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
        outcome,
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

/** The sums over several campaigns. A count that one of them lacks is undefined. */
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
  const sums = new Map<string, RevoxOutcome>();
  for (const { outcome, label, count } of [...one, ...other]) {
    const known = sums.get(outcome);
    sums.set(outcome, { outcome, label: known?.label ?? label, count: (known?.count ?? 0) + count });
  }
  return [...sums.values()];
}

export interface CountPair {
  readonly label: string;
  readonly ours: number | undefined;
  readonly revox: number;
}

/** The service's counts beside ours. */
export function compareCounts(revox: RevoxCounts, { funnel, outcomes }: Report): readonly CountPair[] {
  const ourOutcome = (word: string) => outcomes.find(({ key }) => key === `outcome/${word}`)?.count ?? 0;
  const lines: [label: string, ours: number | undefined, revox: number | undefined][] = [
    ['On the list', funnel.onList.count, revox.imported],
    ['Called', funnel.called.count, revox.called],
    ['Reached a person', funnel.reached.count, revox.reached],
    ['Real conversation', funnel.conversation.count, revox.conversations],
    ['Hot leads', undefined, revox.hotLeads],
    ...revox.outcomes.map(({ outcome, label, count }): [string, number | undefined, number] => [
      `Outcome: ${label}`,
      ourOutcome(outcome),
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
  const differs = compareCounts(revox, found).some(
    ({ ours, revox: count }) => ours !== undefined && ours !== count,
  );
  const repeated = onList.count - found.distinctNumbers;
  return [
    revox.source === 'statistics'
      ? 'Revox counts each phone number once, in all calls to and from it. We count rows of the list and the campaign’s own calls.'
      : 'Revox’s short counts: leads, leads who talked to a person, and hot leads. How they are defined is not published.',
    ...(repeated > 0
      ? [
          `${plural(repeated, 'row repeats', 'rows repeat')} the number of another row: Revox counts such people once.`,
        ]
      : []),
    ...(differs && open.count > 0
      ? [
          `${plural(open.count, 'person', 'people')} may still be called: the two may have been counted at different moments.`,
        ]
      : []),
    ...(revox.conversations === undefined
      ? []
      : [
          'Revox does not publish what it counts as a real exchange. Our thresholds are shown above and can be changed.',
        ]),
  ];
}
