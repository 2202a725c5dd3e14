import * as vscode from 'vscode';
import { homeFolder } from '../../host/homeFolder.ts';
import { filesBeside, mayExist } from '../filesBeside.ts';

/** Where suppression lists are named: a path or a pattern, and whether it must lead to a file. */
export interface NamedSuppression {
  readonly path: string;
  /** Where relative paths begin; the folder, where it is absent. */
  readonly base?: vscode.Uri | undefined;
  /** A pattern in the user's own settings is about every folder, and may find nothing in this one. */
  readonly mayFindNothing: boolean;
  /** As a person knows the place, for the sentence that says what is wrong: `revox.suppressionLists`. */
  readonly where: string;
}

export interface FoundSuppressions {
  readonly files: readonly vscode.Uri[];
  /** What was named and is not there, one sentence each. */
  readonly failures: readonly string[];
}

export type FindByPattern = (folder: vscode.Uri, pattern: string) => Promise<readonly vscode.Uri[]>;

const besideNames = ['suppression.csv', 'do-not-call.csv'];

/** The files that hold suppression lists for this list: those named, and those that stand beside it under a name that says so. */
export async function findSuppressions(
  list: vscode.Uri,
  named: readonly NamedSuppression[],
  findByPattern: FindByPattern,
): Promise<FoundSuppressions> {
  const files = new Map<string, vscode.Uri>();
  const failures: string[] = [];
  for (const name of named) {
    // a search that fails finds nothing, and that is said
    const found = await resolve(name.base ?? baseOf(list), name.path, findByPattern).catch(() => []);
    for (const file of found) files.set(file.toString(), file);
    if (found.length === 0 && !(name.mayFindNothing && isPattern(name.path)))
      failures.push(
        `No file is found for “${name.path}”, a suppression list named in ${name.where}. Put it there, or correct the path.`,
      );
  }
  for (const file of await filesBeside(list, suppressionNamesFor(nameOf(list))))
    files.set(file.toString(), file);
  files.delete(list.toString());
  return { files: [...files.values()], failures };
}

/** Names under which a file beside `list.csv` is its suppression list without being named anywhere. */
export function suppressionNamesFor(listName: string): readonly string[] {
  return [...besideNames, `${listName.replace(/\.[^.]*$/, '')}.suppression.csv`];
}

/** Whether a file of this name is a suppression list by its name alone. */
export function isSuppressionName(uri: vscode.Uri): boolean {
  const name = nameOf(uri).toLowerCase();
  return besideNames.includes(name) || name.endsWith('.suppression.csv');
}

function isPattern(path: string): boolean {
  return /[*?{[]/.test(path);
}

async function resolve(
  base: vscode.Uri,
  path: string,
  findByPattern: FindByPattern,
): Promise<readonly vscode.Uri[]> {
  if (!isPattern(path)) {
    const uri = locate(base, path);
    return (await mayExist(uri)) ? [uri] : [];
  }
  const segments = path.replaceAll('\\', '/').split('/');
  const firstPattern = segments.findIndex(isPattern);
  const folder = firstPattern === 0 ? base : locate(base, `${segments.slice(0, firstPattern).join('/')}/`);
  return findByPattern(folder, segments.slice(firstPattern).join('/'));
}

/** Paths are relative to the folder of the workspace that the list is in, else to the list. */
function baseOf(list: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(list) ?? vscode.workspace.workspaceFolders?.[0];
  if (list.scheme === 'untitled') return folder?.uri ?? homeFolder();
  return vscode.workspace.getWorkspaceFolder(list)?.uri ?? vscode.Uri.joinPath(list, '..');
}

function locate(base: vscode.Uri, path: string): vscode.Uri {
  if (/^~[\\/]/.test(path)) return vscode.Uri.joinPath(homeFolder(), path.slice(2));
  if (/^(?:[a-z]:)?[\\/]/i.test(path)) {
    return base.scheme === 'file' ? vscode.Uri.file(path) : base.with({ path });
  }
  return vscode.Uri.joinPath(base, path.replaceAll('\\', '/'));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
