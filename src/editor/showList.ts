import * as vscode from 'vscode';

/**
 * Brings a list to the front, at a line where one is given. A list that is too large for extensions is opened
 * as well: the editor shows it to people only.
 * @param line 1-based
 */
export async function showList(uri: vscode.Uri, line?: number): Promise<void> {
  const at = line === undefined ? undefined : new vscode.Position(Math.max(0, line - 1), 0);
  const options = {
    preview: false,
    ...(at === undefined ? {} : { selection: new vscode.Range(at, at) }),
  };
  try {
    await vscode.window.showTextDocument(uri, options);
  } catch {
    await vscode.commands.executeCommand('vscode.open', uri, options);
  }
}
