import * as vscode from 'vscode';
import { fileNameOf } from '../core/fileName.ts';
import { HumanError } from '../core/errors.ts';
import { folderOf, readSmallFile, workspaceFiles } from '../host/workspaceFiles.ts';
import { filesBeside } from './suppression/suppressionFiles.ts';
import { listEndings } from '../callList/file/listEnding.ts';
import type { CampaignFile, ReadCampaignFile } from '../launch/draft/campaignFile.ts';

const maxBytes = 1024 * 1024;
const ending = '.campaign.json';
const beside = listEndings.flatMap((name) => [`.${name}`, `.${name.toUpperCase()}`]);

export function isCampaignFile(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith(ending);
}

/** `lists/acme.campaign.json` of `lists/acme.csv`; undefined for a list without a file. */
export function campaignFileOf(list: vscode.Uri): vscode.Uri | undefined {
  const folder = folderOf(list);
  const name = fileNameOf(list);
  return folder && vscode.Uri.joinPath(folder, `${name.replace(/\.[^.]*$/, '')}${ending}`);
}

/**
 * Campaign files of this list, in any case of their letters; more than one only where the disk tells case
 * apart.
 */
function campaignFilesBeside(list: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const uri = campaignFileOf(list);
  return uri === undefined
    ? Promise.resolve([])
    : filesBeside(workspaceFiles, folderOf(list), [fileNameOf(uri)]);
}

/** @throws HumanError where there is no list beside the file */
export async function listOfCampaignFile(uri: vscode.Uri): Promise<vscode.Uri> {
  const base = uri.path.slice(0, -ending.length);
  for (const listEnding of beside) {
    const list = uri.with({ path: `${base}${listEnding}` });
    if ((await workspaceFiles.kindOf(list)) === 'file') return list;
  }
  const name = base.slice(base.lastIndexOf('/') + 1);
  throw new HumanError(
    `There is no call list for this campaign file. Put “${name}.csv” (or .tsv, .tab, .txt) in the same folder.`,
  );
}

/** A campaign file as it is now, and what is wrong with it. */
export interface FoundCampaignFile {
  readonly uri: vscode.Uri;
  /** The name as it is shown. */
  readonly name: string;
  readonly file: CampaignFile | undefined;
  /** Why it cannot be used, in a sentence; undefined when it can. */
  readonly problem: string | undefined;
}

/** The campaign file beside a list, unsaved text included; undefined where there is none. Never rejects. */
export async function readCampaignFileBeside(
  list: vscode.Uri,
  nowMs: number,
): Promise<FoundCampaignFile | undefined> {
  const usual = campaignFileOf(list);
  if (usual === undefined) return undefined;
  const unlisted = [usual];
  const [uri, ...more] = await campaignFilesBeside(list).catch(() => unlisted);
  if (uri === undefined) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const problem = (why: string) => `“${name}” cannot be used. ${why}`;
  if (more.length > 0) {
    const others = more.map((other) => `“${vscode.workspace.asRelativePath(other)}”`).join(', ');
    const why = `${others} is in the same folder, and only one of them can be used. Remove the other.`;
    return { uri, name, file: undefined, problem: problem(why) };
  }
  try {
    const text = await textOf(uri);
    const { readCampaignFile, findingText } = await import('../launch/draft/campaignFile.ts');
    const { file, findings }: ReadCampaignFile = readCampaignFile(text, nowMs);
    const error = findings.find(({ severity }) => severity === 'error');
    return { uri, name, file, problem: error && problem(findingText(error)) };
  } catch (error) {
    const why =
      error instanceof HumanError ? error.message : 'The file cannot be opened: check that you may read it.';
    return {
      uri,
      name,
      file: undefined,
      problem: problem(why),
    };
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  return open?.getText() ?? new TextDecoder().decode(await readSmallFile(uri, maxBytes));
}
