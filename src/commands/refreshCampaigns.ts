import * as vscode from 'vscode';
import { reportError } from '../host/reportError.ts';
import { apiOrAsk, registerCommand, type CommandContext } from './context.ts';
import { commandIds } from './ids.ts';

export function registerRefreshCampaigns(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.refreshCampaigns, async () => {
    if ((await apiOrAsk(context)) === undefined) return;
    await vscode.window.withProgress({ location: { viewId: 'revox.campaigns' } }, () =>
      context.refresh.refresh(),
    );
    // Old campaigns stay in the tree, so a failure must be said; without any, the view itself says it.
    const { error, campaigns } = context.store.state;
    if (error !== undefined && campaigns.length > 0) void reportError(error, context.log);
  });
}
