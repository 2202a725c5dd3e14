import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { CommandContext } from './context.ts';

/**
 * For what the API cannot do, such as launching a draft on some servers. Addresses inside the dashboard are
 * not documented, so its start page is opened.
 */
export async function openDashboard(context: CommandContext): Promise<void> {
  const connection = context.connections.required();
  if (connection.kind === 'sandbox')
    throw new HumanError('The sandbox has no dashboard. Leave it to open that of Revox.');
  await vscode.env.openExternal(vscode.Uri.parse(new URL(connection.baseUrl).origin));
}

export function openSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', '@ext:revox-tools.revox-campaigns');
}

export function openWalkthrough(): Thenable<unknown> {
  const walkthrough = 'revox-tools.revox-campaigns#start';
  return vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}
