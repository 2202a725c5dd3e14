import * as vscode from 'vscode';
import { sortOrder, updateSetting } from '../host/settings.ts';
import { sortOrders, type SortOrder } from '../views/arrange.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from './ids.ts';

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

/** Filters while one types; Escape brings the former filter back. */
async function filterCampaigns(context: CommandContext): Promise<void> {
  const before = context.tree.filter;
  const box = vscode.window.createInputBox();
  box.title = 'Filter Campaigns';
  box.placeholder = 'Name, assistant, number or id. Empty shows all.';
  box.value = before;
  const accepted = await new Promise<boolean>((resolve) => {
    box.onDidChangeValue((text) => (context.tree.filter = text));
    box.onDidAccept(() => resolve(true));
    box.onDidHide(() => resolve(false));
    box.show();
  });
  box.dispose();
  if (!accepted) context.tree.filter = before;
}
