import * as vscode from 'vscode';
import { openDocument } from '../editor/callLists.ts';
import { callListCheckedKey } from '../host/contextKeys.ts';
import { largeBytes } from '../host/fileBytes.ts';
import { showInformationMessage } from '../host/messages.ts';
import type { CommandContext } from './context.ts';
import { chooseCallList, readCallListFile } from '../sending/callListFile.ts';
import { checkWithProgress, showReadingCancelled } from '../sending/check.ts';

/**
 * Checks a file as a call list, now and after each change. Calls nobody. Where there is a connection, the
 * service is asked who was called before.
 */
export async function checkListFile(context: CommandContext, given: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  if (uri === undefined) return;
  const file = await readCallListFile(uri);
  if ((file.bytes ?? 0) <= largeBytes) await openQuietly(uri);
  const variables = context.callLists.variables(uri);
  const { options } = await context.reading.of(uri);
  const list = await checkWithProgress(file, { ...options, variables });
  if (list === undefined) {
    showReadingCancelled(file, 'Check it again to have it read.');
    return;
  }
  await context.callLists.addCheck(uri, list, undefined);
  callListCheckedKey.set(true);
  void context.listHistories.read(uri, list.contacts);
  const { summarySentence } = await import('../callList/summary.ts');
  const show = 'Show Problems';
  const chosen = await showInformationMessage(
    `${file.name}: ${summarySentence(list)}`,
    ...(list.problems.length === 0 ? [] : [show]),
  );
  if (chosen === show) await context.listProblems.show(uri);
}

/**
 * The editor is where the marks are. A file that none can open is checked all the same, and the summary says
 * what was found.
 */
async function openQuietly(uri: vscode.Uri): Promise<void> {
  try {
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    await vscode.window.showTextDocument(document, { preview: false });
  } catch {
    // binary, or beyond the size of text models: the check itself says what is wrong with it, if anything is
  }
}
