import { campaignState, type Campaign } from '../core/campaign.ts';
import { showInformationMessage, showQuickPick } from '../host/messages.ts';
import type { Node } from '../views/nodes.ts';
import { presentCampaign, stateIcons } from '../views/presentation.ts';
import type { CommandContext } from './context.ts';
import { namedCampaignsOf } from './namedTargets.ts';

export interface TargetQuestion {
  readonly title: string;
  readonly many: boolean;
  readonly suits: (campaign: Campaign) => boolean;
  /** The message when no campaign allows the command. */
  readonly none: string;
}

/**
 * The campaigns that a command applies to: the clicked one of the tree, with the selection if it is part of
 * it; those named by id; otherwise those that the person picks.
 */
export async function targetCampaigns(
  context: CommandContext,
  args: readonly unknown[],
  question: TargetQuestion,
): Promise<readonly Campaign[]> {
  const ids = idsIn(context, args, question.many);
  if (ids.length > 0) {
    const named = await namedCampaignsOf(context.store, ids);
    const suiting = named.filter(question.suits);
    if (suiting.length === 0) void showInformationMessage(question.none);
    return question.many ? suiting : suiting.slice(0, 1);
  }
  await context.refresh.refresh(); // A list that was read hours ago may be out of date.
  const { error, campaigns } = context.store.state;
  if (error !== undefined && campaigns.length === 0) throw error;
  return pick(context, question);
}

/**
 * A menu passes the clicked node and the selection, a keybinding the text `selection`, a page or program one
 * or several ids.
 */
function idsIn(
  context: CommandContext,
  [clicked, selection]: readonly unknown[],
  many: boolean,
): readonly string[] {
  if (clicked === 'selection') return idsOf(context.view.selection);
  if (typeof clicked === 'string') return [clicked];
  if (Array.isArray(clicked) && clicked.every((id) => typeof id === 'string')) return clicked;
  return idsOf(many && Array.isArray(selection) && selection.length > 0 ? selection : [clicked]);
}

function idsOf(nodes: readonly unknown[]): readonly string[] {
  return [...new Set(nodes.filter(isNode).flatMap(campaignIdOf))];
}

function campaignIdOf(node: Node): readonly string[] {
  if (node.kind === 'campaign') return [node.id];
  return node.kind === 'results' || node.kind === 'count' ? [node.campaignId] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

async function pick(context: CommandContext, question: TargetQuestion): Promise<readonly Campaign[]> {
  const nowMs = context.clock.now();
  const items = context.store.state.campaigns.filter(question.suits).map((campaign) => {
    const { label, description } = presentCampaign(campaign, nowMs);
    const { icon } = stateIcons[campaignState(campaign, nowMs)];
    return { label: `$(${icon}) ${label}`, description, detail: campaign.id, campaign };
  });
  if (items.length === 0) {
    void showInformationMessage(question.none);
    return [];
  }
  const options = { title: question.title, matchOnDescription: true, matchOnDetail: true };
  if (!question.many) {
    const chosen = await showQuickPick(items, options);
    return chosen === undefined ? [] : [chosen.campaign];
  }
  const chosen = await showQuickPick(items, { ...options, canPickMany: true });
  return (chosen ?? []).map((item) => item.campaign);
}
