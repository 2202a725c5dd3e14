import * as vscode from 'vscode';

/**
 * Opens a new, unsaved file that is a call list by its name, for every extension that knows such.
 * @param name without its ending: `november-clean`
 * @param ending `.csv`
 */
export async function openUntitledCsv(name: string, ending: string, text: string): Promise<void> {
  const uri = freeUri(name, ending);
  const edit = new vscode.WorkspaceEdit();
  const eol = text.includes('\r\n') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
  edit.set(uri, [vscode.TextEdit.insert(new vscode.Position(0, 0), text), vscode.TextEdit.setEndOfLine(eol)]);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri, { preview: false });
}

function freeUri(name: string, ending: string): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${name}${ending}` : `${name}-${number}${ending}`;
    const uri = vscode.Uri.from({ scheme: 'untitled', path });
    if (!taken.has(uri.toString())) return uri;
  }
}
