import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { applyOrThrow } from '../editor/applyOrThrow.ts';
import { campaignFileOf } from '../editor/campaignFiles.ts';
import type { CommandContext } from './context.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/**
 * Saves how a list is read, and the campaign last made of it, in a file beside it, for review and reuse.
 */
export async function saveCampaignFile(context: CommandContext, given: unknown): Promise<void> {
  const list = await chooseCallList(given);
  if (list === undefined) return;
  const { choices, campaignFile } = await context.reading.of(list);
  const uri = campaignFile?.uri ?? campaignFileOf(list);
  if (uri === undefined)
    throw new HumanError('Save the call list first. Its campaign file is saved in the same folder.');
  if (campaignFile?.problem !== undefined) throw new HumanError(`${campaignFile.problem} Fix it first.`);
  const exists = campaignFile !== undefined;
  const { writeCampaignFile } = await import('../launch/draft/writeCampaignFile.ts');
  const before = exists ? (await vscode.workspace.openTextDocument(uri)).getText() : undefined;
  const text = writeCampaignFile({ spec: context.lastSpecs.of(list), list: choices }, before);
  await writeWithUndo(uri, text, exists);
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** Through the editor where there is a file already, so that the earlier text can be restored. */
async function writeWithUndo(uri: vscode.Uri, text: string, exists: boolean): Promise<void> {
  if (!exists) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  const problem = 'The campaign file could not be changed. Save or close it, then try again.';
  await applyOrThrow(edit, problem);
  if (!(await document.save()))
    throw new HumanError('The campaign file was changed, but not saved. Save it.');
}
