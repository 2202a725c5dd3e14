import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { CommandContext } from './context.ts';

/** Opens the start page of the dashboard, because the addresses of pages inside it are not documented. */
export async function openDashboard(context: CommandContext): Promise<void> {
  const connection = context.connections.required();
  if (connection.kind === 'sandbox')
    throw new HumanError('The sandbox has no dashboard. Leave it to open that of Revox.');
  await vscode.env.openExternal(vscode.Uri.parse(new URL(connection.baseUrl).origin));
}

/** All settings of the extension, or one that is given by its name: `revox.policy.maxContacts`. */
export function openSettings(given?: unknown): Thenable<unknown> {
  const isOne = typeof given === 'string' && /^revox\.[\w.]{1,100}$/.test(given);
  const query = isOne ? given : '@ext:revox-tools.revox-campaigns';
  return vscode.commands.executeCommand('workbench.action.openSettings', query);
}

export function openWalkthrough(): Thenable<unknown> {
  const walkthrough = 'revox-tools.revox-campaigns#start';
  return vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}
