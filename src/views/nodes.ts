import { campaignState, type Campaign, type CampaignState, type RowCount } from '../core/campaign.ts';
import { campaignStates, rowCounts } from '../core/campaign.ts';

/** What stands in the tree: plain data, so that it can be compared, revealed and tested without VS Code. */
export type Node = LaunchNode | GroupNode | CampaignNode | CountNode;

/** A launch that is in doubt, or was not created: above the campaigns until the person has settled it. */
export interface LaunchNode {
  readonly kind: 'launch';
  readonly id: string;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly state: CampaignState;
}

export interface CampaignNode {
  readonly kind: 'campaign';
  readonly id: string;
}

export interface CountNode {
  readonly kind: 'count';
  readonly campaignId: string;
  readonly count: RowCount;
}

/** The same node has the same id at every refresh: selection and expansion hold on to it. */
export function nodeId(node: Node): string {
  switch (node.kind) {
    case 'launch':
      return `launch/${node.id}`;
    case 'group':
      return `group/${node.state}`;
    case 'campaign':
      return `campaign/${node.id}`;
    case 'count':
      return `campaign/${node.campaignId}/${node.count}`;
  }
}

/** The groups that have members, in the order of campaignStates: what runs first. */
export function groupNodes(campaigns: readonly Campaign[], nowMs: number): readonly GroupNode[] {
  const present = new Set(campaigns.map((campaign) => campaignState(campaign, nowMs)));
  return campaignStates.filter((state) => present.has(state)).map((state) => ({ kind: 'group', state }));
}

export function launchNodes(ids: readonly string[]): readonly LaunchNode[] {
  return ids.map((id) => ({ kind: 'launch', id }));
}

export function campaignNodes(campaigns: readonly Campaign[]): readonly CampaignNode[] {
  return campaigns.map(({ id }) => ({ kind: 'campaign', id }));
}

/** A campaign whose counts the server does not tell has no children. */
export function countNodes(campaign: Campaign): readonly CountNode[] {
  if (campaign.row_stats === undefined) return [];
  return rowCounts.map((count) => ({ kind: 'count', campaignId: campaign.id, count }));
}

export function parentOf(
  node: Node,
  groupOf: (campaignId: string) => CampaignState | undefined,
): Node | undefined {
  if (node.kind === 'count') return { kind: 'campaign', id: node.campaignId };
  if (node.kind === 'group' || node.kind === 'launch') return undefined;
  const state = groupOf(node.id);
  return state === undefined ? undefined : { kind: 'group', state };
}
