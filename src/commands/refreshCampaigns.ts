import * as vscode from 'vscode';
import { reportError } from '../host/reportError.ts';
import { apiOrAsk, registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

export function registerRefreshCampaigns(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.refreshCampaigns, async () => {
    if ((await apiOrAsk(context)) === undefined) return;
    await vscode.window.withProgress({ location: { viewId: 'revox.campaigns' } }, () =>
      context.refresh.refresh(),
    );
    if (context.store.state.error !== undefined) void reportError(context.store.state.error, context.log);
  });
}
