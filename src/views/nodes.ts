import { campaignState, type Campaign, type CampaignState, type RowCount } from '../core/campaign.ts';
import { campaignStates, rowCounts } from '../core/campaign.ts';
import { toMs } from '../core/timestamp.ts';

/** The nodes of the tree as plain data, so that they can be compared, revealed and tested without VS Code. */
export type Node = LaunchNode | GroupNode | CampaignNode | ResultsNode | CountNode | MoreNode;

/** A launch that is unconfirmed, or was not created: above the campaigns until the person has resolved it. */
export interface LaunchNode {
  readonly kind: 'launch';
  readonly id: string;
}

/** Sections by the day a campaign was created, newest first; `week` is the six days before today. */
export const timeSections = ['today', 'week', 'older'] as const;
export type TimeSection = (typeof timeSections)[number];

export type Group = CampaignState | TimeSection;

export interface GroupNode {
  readonly kind: 'group';
  readonly group: Group;
}

export interface CampaignNode {
  readonly kind: 'campaign';
  readonly id: string;
}

/** Opens the results of a campaign. */
export interface ResultsNode {
  readonly kind: 'results';
  readonly campaignId: string;
}

export interface CountNode {
  readonly kind: 'count';
  readonly campaignId: string;
  readonly count: ShownCount;
}

/** Represents the campaigns of a group, or of the whole tree, that are not drawn yet. */
export interface MoreNode {
  readonly kind: 'more';
  readonly group: Group | undefined;
}

/** The counts that a campaign unfolds to: those that every revision documents, and those of newer servers. */
export const shownCounts = [
  ...rowCounts.filter((count) => count !== 'total'),
  'not_launched',
  'skipped',
] as const;
export type ShownCount = Exclude<RowCount, 'total'> | 'not_launched' | 'skipped';

/** Campaigns that are drawn before somebody asks for more, in a group or in the whole tree. */
export const drawnAtOnce = 200;

/** With fewer campaigns than this, sections would only take up space. */
const minForSections = 30;

/** The same node has the same id at every refresh: selection and expansion hold on to it. */
export function nodeId(node: Node): string {
  switch (node.kind) {
    case 'launch':
      return `launch/${node.id}`;
    case 'group':
      return `group/${node.group}`;
    case 'campaign':
      return `campaign/${node.id}`;
    case 'results':
      return `campaign/${node.campaignId}/results`;
    case 'count':
      return `campaign/${node.campaignId}/${node.count}`;
    case 'more':
      return `more/${node.group ?? ''}`;
  }
}

/** How campaigns are grouped. */
export type Grouping = 'state' | 'time' | 'none';

/** @param order of the campaigns as they are shown; sections by time fit the newest first only */
export function groupingOf(byStatus: boolean, order: string, campaigns: number): Grouping {
  if (byStatus) return 'state';
  return order === 'newest' && campaigns >= minForSections ? 'time' : 'none';
}

/** @returns undefined where there are no groups */
export function groupOf(campaign: Campaign, grouping: Grouping, nowMs: number): Group | undefined {
  if (grouping === 'none') return undefined;
  return grouping === 'state' ? campaignState(campaign, nowMs) : timeSection(campaign, nowMs);
}

function timeSection(campaign: Campaign, nowMs: number): TimeSection {
  const createdMs = toMs(campaign.created_at);
  if (createdMs === undefined) return 'older';
  const today = new Date(nowMs).setHours(0, 0, 0, 0);
  if (createdMs >= today) return 'today';
  const week = new Date(nowMs);
  week.setHours(0, 0, 0, 0);
  week.setDate(week.getDate() - 6);
  return createdMs >= week.getTime() ? 'week' : 'older';
}

/** The groups that have members: states in the order of campaignStates, or sections from new to old. */
export function groupNodes(
  campaigns: readonly Campaign[],
  grouping: Exclude<Grouping, 'none'>,
  nowMs: number,
): readonly GroupNode[] {
  const present = new Set(campaigns.map((campaign) => groupOf(campaign, grouping, nowMs)));
  const order: readonly Group[] = grouping === 'state' ? campaignStates : timeSections;
  return order.filter((group) => present.has(group)).map((group) => ({ kind: 'group', group }));
}

export function launchNodes(ids: readonly string[]): readonly LaunchNode[] {
  return ids.map((id) => ({ kind: 'launch', id }));
}

/** @param whole draw all of them, however many */
export function campaignNodes(
  campaigns: readonly Campaign[],
  group: Group | undefined,
  whole: boolean,
): readonly Node[] {
  const drawn = whole || campaigns.length <= drawnAtOnce ? campaigns : campaigns.slice(0, drawnAtOnce);
  const nodes: readonly Node[] = drawn.map(({ id }) => ({ kind: 'campaign', id }));
  return drawn.length === campaigns.length ? nodes : [...nodes, { kind: 'more', group }];
}

/**
 * What a campaign unfolds to: its results, and the counts that are not zero. None where the server tells no
 * counts.
 */
export function detailNodes(campaign: Campaign): readonly Node[] {
  const { id: campaignId, row_stats: stats } = campaign;
  if (stats === undefined) return [];
  const counts = shownCounts.filter((count) => (stats[count] ?? 0) > 0);
  return [
    { kind: 'results', campaignId },
    ...counts.map((count): CountNode => ({ kind: 'count', campaignId, count })),
  ];
}

export function parentOf(
  node: Node,
  groupOfCampaign: (campaignId: string) => Group | undefined,
): Node | undefined {
  switch (node.kind) {
    case 'count':
    case 'results':
      return { kind: 'campaign', id: node.campaignId };
    case 'more':
      return node.group === undefined ? undefined : { kind: 'group', group: node.group };
    case 'campaign': {
      const group = groupOfCampaign(node.id);
      return group === undefined ? undefined : { kind: 'group', group };
    }
    case 'group':
    case 'launch':
      return undefined;
  }
}
