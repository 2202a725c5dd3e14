import * as vscode from 'vscode';

/**
 * Opens a new, unsaved file that is a call list by its name, for every extension that knows such.
 * @param name without its ending: `november-clean`
 * @param ending `.csv`
 * @param folder where it is saved; a name that is taken there is numbered. Only folders of the disk count: VS
 * Code saves such a file nowhere else.
 */
export async function openUntitledCsv(
  name: string,
  ending: string,
  text: string,
  folder?: vscode.Uri,
): Promise<vscode.Uri> {
  const uri = await freeUri(name, ending, onDisk(folder));
  // Opened first, it takes its title from its address; made by an edit alone, from its first line.
  if (uri.path.startsWith('/')) await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const eol = text.includes('\r\n') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
  edit.set(uri, [vscode.TextEdit.insert(new vscode.Position(0, 0), text), vscode.TextEdit.setEndOfLine(eol)]);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri, { preview: false });
  return uri;
}

/**
 * Opens a new list as a file of that name in the folder; a name that is taken is numbered. Where there is no
 * folder, or nothing can be written to it, the list is opened unsaved.
 */
export async function openNewCsv(
  name: string,
  text: string,
  folder: vscode.Uri | undefined,
): Promise<vscode.Uri> {
  if (folder === undefined) return openUntitledCsv(name, '.csv', text);
  const file = (await freeUri(name, '.csv', folder)).with({ scheme: folder.scheme });
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch {
    return openUntitledCsv(name, '.csv', text, folder);
  }
  await vscode.window.showTextDocument(file, { preview: false });
  return file;
}

async function freeUri(name: string, ending: string, folder: vscode.Uri | undefined): Promise<vscode.Uri> {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${name}${ending}` : `${name}-${number}${ending}`;
    const file = folder && vscode.Uri.joinPath(folder, path);
    const uri = file?.with({ scheme: 'untitled' }) ?? vscode.Uri.from({ scheme: 'untitled', path });
    if (!taken.has(uri.toString()) && (file === undefined || !(await exists(file)))) return uri;
  }
}

function onDisk(folder: vscode.Uri | undefined): vscode.Uri | undefined {
  return folder?.scheme === 'file' ? folder : undefined;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
