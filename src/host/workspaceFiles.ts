import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { EntryKind, FileTree } from '../core/fileTree.ts';
import {
  diskEntriesOf,
  diskIdentityOf,
  diskKindOf,
  notAFile,
  readSmallDiskFile,
  tooLarge,
} from './diskFiles.ts';

const maxReadMs = 30_000;

/**
 * Files as VS Code addresses them; those of this machine are asked for directly, which also tells what is no
 * file.
 */
export const workspaceFiles: FileTree<vscode.Uri> = {
  keyOf: (uri) => uri.toString(),
  join: (folder, path) => vscode.Uri.joinPath(folder, path),
  absolute: (near, path) =>
    isOnDisk(near) ? vscode.Uri.file(path) : near.with({ path: path.replaceAll('\\', '/') }),
  kindOf: async (uri) => {
    if (isOnDisk(uri)) return diskKindOf(uri.fsPath);
    const stat = await unlessAbsent(vscode.workspace.fs.stat(uri));
    return stat && kindOf(stat.type);
  },
  entriesOf: async (folder) => {
    if (isOnDisk(folder)) return diskEntriesOf(folder.fsPath);
    const entries = await unlessAbsent(vscode.workspace.fs.readDirectory(folder)).catch((error: unknown) => {
      // A text that an extension shows, such as a log, is on no file system: it has no folder.
      if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === undefined) return undefined;
      throw error;
    });
    return entries?.map(([name, type]) => ({ name, kind: kindOf(type) }));
  },
  identityOf: (folder) =>
    isOnDisk(folder) ? diskIdentityOf(folder.fsPath) : Promise.resolve(folder.toString()),
};

/**
 * A file beside a list, whole: never a device, never more bytes than these, never longer than half a minute.
 * @throws HumanError or FileSystemError
 */
export async function readSmallFile(uri: vscode.Uri, maxBytes: number): Promise<Uint8Array> {
  const name = vscode.workspace.asRelativePath(uri);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const stop = () =>
      reject(new HumanError(`“${name}” could not be read in half a minute. Try again later.`));
    timer = setTimeout(stop, maxReadMs);
  });
  try {
    return await Promise.race([read(uri, name, maxBytes), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function read(uri: vscode.Uri, name: string, maxBytes: number): Promise<Uint8Array> {
  if (isOnDisk(uri)) return readSmallDiskFile(uri.fsPath, name, maxBytes);
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if (kindOf(type) !== 'file') throw notAFile(name);
  if (size > maxBytes) throw tooLarge(name, maxBytes);
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.length > maxBytes) throw tooLarge(name, maxBytes);
  return bytes;
}

/**
 * The folder a list is in. The query of an address may decide alone which file is read, so it never goes
 * along: a version of a file in git is beside what is in the working folder now.
 * @returns undefined for a text that is in no folder
 */
export function folderOf(list: vscode.Uri): vscode.Uri | undefined {
  if (list.scheme === 'untitled') return undefined;
  const scheme = list.scheme === 'git' ? 'file' : list.scheme;
  return vscode.Uri.joinPath(list.with({ scheme, query: '', fragment: '' }), '..');
}

function isOnDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

function kindOf(type: vscode.FileType): EntryKind {
  if ((type & vscode.FileType.Directory) !== 0) return 'folder';
  return (type & vscode.FileType.File) !== 0 ? 'file' : 'other';
}

async function unlessAbsent<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && /^FileNot(Found|ADirectory)$/.test(error.code)) {
      return undefined;
    }
    throw error;
  }
}
