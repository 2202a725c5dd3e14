import { sortOrder, updateSetting } from '../host/settings.ts';
import { sortOrders, type SortOrder } from '../core/arrange.ts';
import { createInputBox, showQuickPick } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

const sortLabels: Readonly<Record<SortOrder, string>> = {
  newest: 'Newest first',
  name: 'By name',
  progress: 'By progress, most complete first',
};

export function groupByStatus(grouped: boolean): Promise<void> {
  return updateSetting('campaigns.groupByStatus', grouped);
}

export async function sortCampaigns(): Promise<void> {
  const current = sortOrder();
  const items = sortOrders.map((order) => ({
    label: sortLabels[order],
    ...(order === current ? { description: 'current' } : {}),
    order,
  }));
  const chosen = await showQuickPick(items, { title: 'Sort Campaigns' });
  if (chosen !== undefined) await updateSetting('campaigns.sortOrder', chosen.order);
}

/**
 * Filters while one types. Enter, Escape or a click elsewhere leave it as it is; "Clear Filter" takes it
 * away.
 */
export function filterCampaigns(context: CommandContext): void {
  const box = createInputBox();
  box.title = 'Filter Campaigns';
  box.placeholder = 'Name, assistant, number or id. Empty shows all.';
  box.value = context.tree.filter;
  box.onDidChangeValue((text) => (context.tree.filter = text));
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => box.dispose());
  box.show();
}
