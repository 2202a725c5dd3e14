import * as vscode from 'vscode';
import { reportError } from '../host/reportError.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

export async function refreshCampaigns(context: CommandContext): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  await vscode.window.withProgress({ location: { viewId: 'revox.campaigns' } }, () =>
    context.refresh.refresh(),
  );
  if (context.store.state.error !== undefined) void reportError(context.store.state.error, context.log);
}
