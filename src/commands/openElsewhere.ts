import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

/** Ways out: the dashboard for what the API cannot do (launch a draft, pause, resume), settings, output. */
export function registerOpenElsewhere(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(context, commandIds.openDashboard, () => openDashboard(context)),
    registerCommand(context, commandIds.openSettings, () =>
      vscode.commands.executeCommand('workbench.action.openSettings', '@ext:revox-tools.revox-campaigns'),
    ),
    registerCommand(context, commandIds.showLog, () => context.log.show()),
  );
}

/** Addresses inside the dashboard are not documented, so it is opened at its door. */
async function openDashboard(context: CommandContext): Promise<void> {
  const connection = context.connections.required();
  if (connection.kind === 'sandbox')
    throw new HumanError('The sandbox has no dashboard. Leave it to open that of Revox.');
  await vscode.env.openExternal(vscode.Uri.parse(new URL(connection.baseUrl).origin));
}
