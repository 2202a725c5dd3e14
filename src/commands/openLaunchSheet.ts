import type * as vscode from 'vscode';
import { commandIds } from '../host/commandIds.ts';
import { apiOrAsk, registerCommand, type CommandContext } from './context.ts';
import { chooseCallList } from './create/callListFile.ts';

/** The page on which a campaign is prepared, for the list that a person means. */
export function registerOpenLaunchSheet(
  context: CommandContext,
  sheets: { open(list: vscode.Uri): Promise<void> },
): vscode.Disposable {
  return registerCommand(context, commandIds.openLaunchSheet, async (given?: unknown) => {
    const uri = await chooseCallList(given);
    if (uri === undefined || (await apiOrAsk(context)) === undefined) return;
    await sheets.open(uri);
  });
}
