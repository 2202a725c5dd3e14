import * as vscode from 'vscode';
import { fileNameOf } from '../core/fileName.ts';
import { listEnding } from '../callList/file/listEnding.ts';
import { mayBeList, type ShownText } from '../callList/file/mayBeList.ts';
import { HumanError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import type { StoredBytes } from '../callList/file/textSource.ts';
import { isNotebookCell } from '../editor/csvSelector.ts';
import { isCampaignFile, listOfCampaignFile } from '../editor/campaignFiles.ts';
import { readSmallFile } from '../host/workspaceFiles.ts';
import { FileBytes, fileUnreadable, largeBytes } from '../host/fileBytes.ts';

/** A call list as it is now: the unsaved text of an editor, otherwise the file on the disk. */
export interface CallListFile {
  readonly uri: vscode.Uri;
  /** `call-list.csv` */
  readonly name: string;
  readonly source: string | Uint8Array | StoredBytes;
  /** Of what is on a disk. */
  readonly bytes?: number | undefined;
}

/** VS Code gives extensions a file that is not on the disk only as a whole. */
const maxInOnePieceBytes = 256 * 1024 * 1024;

/**
 * The file a person means: the one given (an address, a path, also one below the first folder), the one in
 * the active editor, or one they pick.
 */
export async function chooseCallList(given: unknown): Promise<vscode.Uri | undefined> {
  const named = given === undefined ? undefined : givenUri(given);
  if (named !== undefined) return isCampaignFile(named) ? listOfCampaignFile(named) : named;
  const front = vscode.window.activeTextEditor?.document.uri;
  if (front !== undefined && isCampaignFile(front)) return listOfCampaignFile(front);
  const active = activeUri();
  if (active !== undefined) return active;
  const picked = await vscode.window.showOpenDialog({
    title: 'Choose a call list',
    openLabel: 'Use as Call List',
    filters: { 'Call lists': ['csv', 'tsv', 'tab', 'txt', 'CSV', 'TSV', 'TAB', 'TXT'] },
  });
  return picked?.[0];
}

/** @throws HumanError when it cannot be read, or when what is unsaved of it cannot be seen */
export async function readCallListFile(uri: vscode.Uri): Promise<CallListFile> {
  const name = fileNameOf(uri);
  if (isNotebookCell(uri)) {
    throw new HumanError('A cell of a notebook cannot be a call list. Copy its text into a CSV file.');
  }
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // Saved text is read as bytes: an editor that guessed the encoding wrong has lost what a byte was.
  // What an extension shows as a text is in no file.
  const isInFile = vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
  if (document !== undefined && (document.isDirty || document.isUntitled || !isInFile)) {
    return { uri, name, source: document.getText() };
  }
  if (document === undefined) refuseUnseenText(uri, name);
  try {
    return await readStored(uri, name);
  } catch (error) {
    throw error instanceof HumanError ? error : fileUnreadable(name, error);
  }
}

async function readStored(uri: vscode.Uri, name: string): Promise<CallListFile> {
  const { fs } = vscode.workspace;
  const { size: bytes } = await fs.stat(uri);
  if (bytes > largeBytes && uri.scheme === 'file') {
    return { uri, name, source: new FileBytes(uri.fsPath, name), bytes };
  }
  if (bytes > maxInOnePieceBytes) {
    const [size, most] = [bytes, maxInOnePieceBytes].map((each) => formatCount(Math.ceil(each / 1024 ** 2)));
    throw new HumanError(
      `“${name}” is ${size} MB, and what is not on a disk of this machine (${uri.scheme}:) can be read up to ${most} MB. Save a copy of it to a folder here, or split it.`,
    );
  }
  return { uri, name, source: await readSmallFile(uri, maxInOnePieceBytes), bytes };
}

/** VS Code does not share texts above 50 MB with extensions; the tab shows whether one has changed. */
function refuseUnseenText(uri: vscode.Uri, name: string): void {
  const address = uri.toString();
  const isUnsaved = vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ isDirty, input }) =>
        isDirty &&
        (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) &&
        input.uri.toString() === address,
    ),
  );
  if (!isUnsaved) return;
  throw new HumanError(
    `“${name}” has unsaved changes, but the extension cannot read them, because the file is too large or open in a custom editor. Save it and try again.`,
  );
}

function givenUri(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  if (isUriParts(given)) return vscode.Uri.from(given);
  if (typeof given !== 'string' || given === '') return undefined;
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(given)) return vscode.Uri.parse(given);
  if (/^([/\\]|[a-z]:[/\\])/i.test(given)) return vscode.Uri.file(given);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new HumanError(
      `“${given}” is a path below a folder, and no folder is open. Open it, or give the whole path.`,
    );
  }
  return vscode.Uri.joinPath(folder.uri, given);
}

/** A Uri that went through JSON, as other extensions pass it. */
function isUriParts(given: unknown): given is { readonly scheme: string; readonly path: string } {
  return (
    typeof given === 'object' &&
    given !== null &&
    'scheme' in given &&
    typeof given.scheme === 'string' &&
    'path' in given &&
    typeof given.path === 'string'
  );
}

function shownText(document: vscode.TextDocument): ShownText {
  const { languageId, isUntitled } = document;
  const beginning = document.getText(new vscode.Range(0, 0, 20, 0)).slice(0, 2_000);
  return { path: document.uri.path, languageId, isUntitled, beginning };
}

function activeUri(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && mayBeList(shownText(document))) return document.uri;
  // A file too large for the editor's text model, or shown by a table editor, is known by its tab alone.
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return uri !== undefined && listEnding.test(uri.path) ? uri : undefined;
}
