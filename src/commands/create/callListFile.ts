import * as vscode from 'vscode';
import { listEnding } from '../../contacts/file/listEnding.ts';
import { HumanError } from '../../core/errors.ts';
import { isCampaignFile, listOfCampaignFile } from '../../editor/campaignFiles.ts';

const csvLanguage = /^(csv|tsv|dynamic csv|csv \(.+\))$/;

/** A call list as it stands now: unsaved text of an editor goes before what is on the disk. */
export interface CallListFile {
  readonly uri: vscode.Uri;
  /** `call-list.csv` */
  readonly name: string;
  readonly source: string | Uint8Array;
}

/**
 * The file a person means: the one given (an address, a path, also one below the first folder), the one in the active
 * editor, or one they pick.
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

export async function readCallListFile(uri: vscode.Uri): Promise<CallListFile> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // Saved text is read as bytes: an editor that guessed the encoding wrong has lost what a byte was.
  if (document !== undefined && (document.isDirty || document.isUntitled)) {
    return { uri, name, source: document.getText() };
  }
  try {
    return { uri, name, source: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    throw new HumanError(
      `“${name}” cannot be read. It may have been moved or deleted: save it again, then try once more.`,
      {
        cause: error,
      },
    );
  }
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

function activeUri(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (
    document !== undefined &&
    (listEnding.test(document.uri.path) || csvLanguage.test(document.languageId))
  ) {
    return document.uri;
  }
  // A file too large for the editor's text model, or shown by a table editor, is known by its tab alone.
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return uri !== undefined && listEnding.test(uri.path) ? uri : undefined;
}
