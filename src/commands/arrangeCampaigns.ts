import * as vscode from 'vscode';
import { sortOrder, updateSetting } from '../host/settings.ts';
import { sortOrders, type SortOrder } from '../core/arrange.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

const sortLabels: Readonly<Record<SortOrder, string>> = {
  newest: 'Newest first',
  name: 'By name',
  progress: 'Furthest first',
};

export function registerArrangeCampaigns(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(context, commandIds.groupByStatus, () => updateSetting('campaigns.groupByStatus', true)),
    registerCommand(context, commandIds.ungroup, () => updateSetting('campaigns.groupByStatus', false)),
    registerCommand(context, commandIds.sortCampaigns, sortCampaigns),
    registerCommand(context, commandIds.filterCampaigns, () => filterCampaigns(context)),
    registerCommand(context, commandIds.clearFilter, () => (context.tree.filter = '')),
  );
}

async function sortCampaigns(): Promise<void> {
  const current = sortOrder();
  const items = sortOrders.map((order) => ({
    label: sortLabels[order],
    ...(order === current ? { description: 'current' } : {}),
    order,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Sort Campaigns' });
  if (chosen !== undefined) await updateSetting('campaigns.sortOrder', chosen.order);
}

/** Filters while one types. Enter, Escape or a click elsewhere leave it as it stands; "Clear Filter" takes it away. */
function filterCampaigns(context: CommandContext): void {
  const box = vscode.window.createInputBox();
  box.title = 'Filter Campaigns';
  box.placeholder = 'Name, assistant, number or id. Empty shows all.';
  box.value = context.tree.filter;
  box.onDidChangeValue((text) => (context.tree.filter = text));
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => box.dispose());
  box.show();
}
