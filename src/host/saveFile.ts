import * as vscode from 'vscode';
import { messageOf } from '../core/errors.ts';
import { homeFolder } from './homeFolder.ts';
import { showErrorMessage, showInformationMessage } from './messages.ts';

export interface FileToSave {
  readonly title: string;
  /** With its extension. */
  readonly name: string;
  readonly filters: Readonly<Record<string, string[]>>;
  readonly bytes: Uint8Array;
  /** The subject of the error message, such as `The rows`. */
  readonly what: string;
}

/**
 * Asks for a place and writes the file. If it cannot be written, the person can choose another place.
 * @returns undefined when the person cancelled
 */
export async function saveFile({ title, name, filters, bytes, what }: FileToSave) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? homeFolder();
  for (;;) {
    const target = await vscode.window.showSaveDialog({
      title,
      defaultUri: vscode.Uri.joinPath(folder, name),
      filters,
    });
    if (target === undefined) return undefined;
    try {
      await vscode.workspace.fs.writeFile(target, bytes);
      return target;
    } catch (error) {
      const again = 'Choose Another Place';
      const problem = `${what} cannot be saved there. ${messageOf(error)}`;
      if ((await showErrorMessage(problem, { modal: true }, again)) !== again) return undefined;
    }
  }
}

/** @param remark a sentence about what was changed in the file; empty: nothing */
export async function offerSavedFile(target: vscode.Uri, remark = ''): Promise<void> {
  const open = 'Open';
  const saved = [`Saved ${vscode.workspace.asRelativePath(target)}.`, remark].filter(Boolean).join(' ');
  if ((await showInformationMessage(saved, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}
