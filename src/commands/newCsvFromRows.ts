import * as vscode from 'vscode';
import { rowsAsCsv } from '../panels/rows/rowsText.ts';
import { chosenRows, type Panels } from './chosenRows.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

/** The selected contacts as a call list of their own, unsaved: to look at, change, and make a campaign from. */
export function registerNewCsvFromRows(context: CommandContext, panels: Panels): vscode.Disposable {
  return registerCommand(context, commandIds.newCsvFromRows, async () => {
    const csv = rowsAsCsv(chosenRows(panels));
    const uri = freeUri();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), csv);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(uri);
  });
}

/** The name ends in `.csv`, so that it is a call list for every extension that knows such. */
function freeUri(): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: `contacts-${number}.csv` });
    if (!taken.has(uri.toString())) return uri;
  }
}
