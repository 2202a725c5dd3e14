import * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import { oneLine } from '../../core/plainText.ts';

/** The title of the launch sheet of a list. */
export function sheetTitle(list: vscode.Uri): string {
  const { workspaceFolders = [] } = vscode.workspace;
  // Lists of one name in two folders have a tab each.
  const folder = workspaceFolders.length > 1 ? vscode.workspace.getWorkspaceFolder(list)?.name : undefined;
  return oneLine(`Campaign from ${fileNameOf(list)}${folder === undefined ? '' : ` (${folder})`}`);
}
