import * as vscode from 'vscode';
import { listEnding } from '../callList/file/listEnding.ts';
import { commandIds } from '../host/commandIds.ts';
import { showWarningMessage } from '../host/messages.ts';

/** A call list dropped on the tree opens the page that prepares a campaign from it. */
export async function dropCallList(transfer: vscode.DataTransfer): Promise<void> {
  const list = await transfer.get('text/uri-list')?.asString();
  const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const lists = uris.map((uri) => vscode.Uri.parse(uri)).filter((uri) => listEnding.test(uri.path));
  const [first] = lists;
  if (first === undefined) {
    void showWarningMessage('Drop a call list here (.csv, .tsv, .tab or .txt) to create a campaign from it.');
    return;
  }
  await vscode.commands.executeCommand(commandIds.openLaunchSheet, first);
}
