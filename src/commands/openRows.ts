import type { Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { peopleGroup, type PeopleGroup } from '../panels/peopleGroup.ts';
import { countFilter } from '../panels/rows/countFilter.ts';
import type { RowsFilter } from '../panels/contract/protocolRows.ts';
import type { RowsPanels } from '../panels/rows/rowsPanels.ts';
import { shownCounts } from '../views/nodes.ts';
import { presentCampaign } from '../views/presentation.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** Opens the rows of a campaign; from one of its counts in the tree, only the rows that are counted there. */
export async function openRows(
  context: CommandContext,
  panels: RowsPanels,
  args: readonly unknown[],
): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  const group = peopleGroup(args[0]);
  if (group !== undefined) {
    await openGroup(context, panels, group);
    return;
  }
  const [campaign] = await targetCampaigns(context, args, {
    title: 'Open the Rows of a Campaign',
    many: false,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  if (campaign === undefined) return;
  const { label } = presentCampaign(campaign, context.clock.now());
  await panels.open(campaign.id, label, filterOf(args[0], campaign));
}

/** One panel for each campaign that the people are of. */
async function openGroup(context: CommandContext, panels: RowsPanels, group: PeopleGroup): Promise<void> {
  const rowIds = new Map<string, Set<string>>();
  for (const { campaignId, rowId } of group.people) {
    const known = rowIds.get(campaignId);
    if (known === undefined) rowIds.set(campaignId, new Set([rowId]));
    else known.add(rowId);
  }
  if (rowIds.size === 0) throw new HumanError(`“${group.label}” contains no people.`);
  for (const [campaignId, ids] of rowIds) {
    const name = context.store.campaign(campaignId)?.name ?? 'Campaign';
    await panels.openGroup(campaignId, `${name}: ${group.label}`, { label: group.label, rowIds: ids });
  }
}

function filterOf(clicked: unknown, campaign: Campaign): RowsFilter | undefined {
  const { kind, count } = (clicked ?? {}) as { readonly kind?: unknown; readonly count?: unknown };
  const known = shownCounts.find((candidate) => candidate === count);
  return kind === 'count' && known !== undefined ? countFilter(known, campaign) : undefined;
}
