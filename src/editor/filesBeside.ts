import * as vscode from 'vscode';
import { namesAlike } from '../callList/file/namesAlike.ts';

/**
 * Files in the folder of `list` with one of these names. `Suppression.csv` counts as `suppression.csv` on every disk:
 * whether people on it are called must not depend on where the list lies. Empty for a list that was never saved.
 */
export async function filesBeside(
  list: vscode.Uri,
  names: readonly string[],
): Promise<readonly vscode.Uri[]> {
  if (list.scheme === 'untitled') return [];
  const folder = vscode.Uri.joinPath(list, '..');
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const files = entries.flatMap(([name, type]) => ((type & vscode.FileType.Directory) === 0 ? [name] : []));
    return namesAlike(files, names).map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    // a folder that cannot be listed may hold files that can be opened
    const candidates = names.map((name) => vscode.Uri.joinPath(folder, name));
    const there = await Promise.all(candidates.map(mayExist));
    return candidates.filter((_, index) => there[index]);
  }
}

/** @returns false only for what is surely not there: a file that cannot be looked at may say something */
export async function mayExist(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}
