import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { CampaignFile, ReadCampaignFile } from '../launch/campaignFile.ts';

const ending = '.campaign.json';
const listEndings = ['.csv', '.tsv', '.tab', '.txt', '.CSV', '.TSV', '.TAB', '.TXT'];

export function isCampaignFile(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith(ending);
}

/** `lists/acme.campaign.json` of `lists/acme.csv`; undefined for a list without a file. */
export function campaignFileOf(list: vscode.Uri): vscode.Uri | undefined {
  if (list.scheme === 'untitled') return undefined;
  return list.with({ path: `${list.path.replace(/\.[^./]*$/, '')}${ending}`, query: '', fragment: '' });
}

/** @throws HumanError where there is no list beside the file */
export async function listOfCampaignFile(uri: vscode.Uri): Promise<vscode.Uri> {
  const base = uri.path.slice(0, -ending.length);
  for (const listEnding of listEndings) {
    const list = uri.with({ path: `${base}${listEnding}` });
    if (await exists(list)) return list;
  }
  const name = base.slice(base.lastIndexOf('/') + 1);
  throw new HumanError(
    `There is no call list for this campaign. It has to stand beside it as “${name}.csv”, or .tsv, .tab or .txt.`,
  );
}

/** A campaign file as it stands now, and what is wrong with it. */
export interface FoundCampaignFile {
  readonly uri: vscode.Uri;
  /** As it is shown. */
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
  const uri = campaignFileOf(list);
  if (uri === undefined || !(await exists(uri))) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const problem = (why: string) => `“${name}” cannot be used. ${why}`;
  try {
    const text = await textOf(uri);
    const { readCampaignFile, findingText } = await import('../launch/campaignFile.ts');
    const { file, findings }: ReadCampaignFile = readCampaignFile(text, nowMs);
    const error = findings.find(({ severity }) => severity === 'error');
    return { uri, name, file, problem: error && problem(findingText(error)) };
  } catch {
    return {
      uri,
      name,
      file: undefined,
      problem: problem('The file cannot be opened: check that you may read it.'),
    };
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  return open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** What cannot be looked at is there: it says something that is not known. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}
