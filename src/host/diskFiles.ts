import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent, Stats } from 'node:fs';
import { join } from 'node:path';
import type { EntryKind, FileEntry } from '../core/fileTree.ts';
import { HumanError } from '../core/errors.ts';

// Files of this machine, as Node sees them: what VS Code tells of them leaves out what is no file, such as a
// device.

/** @returns undefined where nothing is; @throws where that cannot be told */
export async function diskKindOf(path: string): Promise<EntryKind | undefined> {
  try {
    return kindOf(await stat(path));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** @returns undefined where no such folder is; @throws where it cannot be listed */
export async function diskEntriesOf(folder: string): Promise<readonly FileEntry[] | undefined> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
  const kindOfEntry = async (entry: Dirent): Promise<EntryKind> =>
    // What a link leads to may be out of reach. Then it is no folder to search, but a file that cannot be
    // read.
    entry.isSymbolicLink()
      ? ((await diskKindOf(join(folder, entry.name)).catch(() => undefined)) ?? 'other')
      : kindOf(entry);
  return Promise.all(entries.map(async (entry) => ({ name: entry.name, kind: await kindOfEntry(entry) })));
}

/** The path of a folder without links. */
export function diskIdentityOf(folder: string): Promise<string> {
  return realpath(folder).catch((error: unknown) => {
    if (isAbsent(error)) return folder;
    throw error;
  });
}

/**
 * A whole file that is small, whatever is at its path: a device, a pipe and a file that grows are
 * refused.
 * @param name as a person knows it: `call-list.csv`
 * @throws HumanError
 */
export async function readSmallDiskFile(path: string, name: string, maxBytes: number): Promise<Uint8Array> {
  // Without O_NONBLOCK, opening a pipe waits until somebody writes into it. Windows has neither.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw notAFile(name);
    const pieces: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes);
      if (bytesRead === 0) return Buffer.concat(pieces, total);
      total += bytesRead;
      if (total > maxBytes) throw tooLarge(name, maxBytes);
      pieces.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

const pieceBytes = 256 * 1024;

export function notAFile(name: string): HumanError {
  return new HumanError(`“${name}” is a folder, device or pipe, not a file.`);
}

export function tooLarge(name: string, maxBytes: number): HumanError {
  const most = maxBytes >= 1024 ** 2 ? `${maxBytes / 1024 ** 2} MB` : `${maxBytes / 1024} kB`;
  return new HumanError(`“${name}” is larger than ${most}. Split it into smaller files.`);
}

function kindOf(entry: Stats | Dirent): EntryKind {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
