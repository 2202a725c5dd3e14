import * as vscode from 'vscode';
import type { SuppressionList } from '../../callList/suppression/suppressedNumbers.ts';
import { readSmallFile } from '../../host/workspaceFiles.ts';

/** The largest suppression list in bytes: about four million numbers. */
export const maxSuppressionBytes = 64 * 1024 * 1024;

interface Read {
  /** What the list was read from: the file as of a time, or an editor's text. */
  readonly state: string;
  readonly list: Promise<SuppressionList>;
}

/**
 * Suppression lists, read once as long as their files stay the same. Numbers without a country are read with
 * the call list's.
 */
export class SuppressionReader {
  readonly #read = new Map<string, Read>();

  /** @throws whatever says why the list cannot be read */
  async read(uri: vscode.Uri, defaultRegion: string | undefined): Promise<SuppressionList> {
    const key = `${defaultRegion ?? ''} ${uri.toString()}`;
    const document = vscode.workspace.textDocuments.find(
      (open) => open.isDirty && open.uri.toString() === uri.toString(),
    );
    const state = document === undefined ? await fileState(uri) : `editor ${document.version}`;
    const known = this.#read.get(key);
    if (known?.state === state) return known.list;
    const list = readList(uri, document, defaultRegion);
    this.#read.set(key, { state, list });
    // a failure is not remembered: the file may be there again in a moment
    list.catch(() => this.#read.delete(key));
    return list;
  }
}

async function fileState(uri: vscode.Uri): Promise<string> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return `file ${mtime} ${size}`;
}

async function readList(
  uri: vscode.Uri,
  document: vscode.TextDocument | undefined,
  defaultRegion: string | undefined,
): Promise<SuppressionList> {
  const { readSuppressionList } = await import('../../callList/suppression/suppressionList.ts');
  const source = document?.getText() ?? (await readSmallFile(uri, maxSuppressionBytes));
  return readSuppressionList(source, { defaultRegion });
}
