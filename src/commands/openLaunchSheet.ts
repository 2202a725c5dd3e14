import type * as vscode from 'vscode';
import { apiOrAsk, type CommandContext } from './context.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/** The page on which a campaign is prepared, for the list that a person means. */
export async function openLaunchSheet(
  context: CommandContext,
  sheets: { open(list: vscode.Uri): Promise<void> },
  given: unknown,
): Promise<void> {
  const uri = await chooseCallList(given);
  if (uri === undefined || (await apiOrAsk(context)) === undefined) return;
  await sheets.open(uri);
}
