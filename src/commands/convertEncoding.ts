import * as vscode from 'vscode';
import { isUtf8, otherEncodings, readAs, sampleWords } from '../callList/file/otherEncoding.ts';
import { HumanError } from '../core/errors.ts';
import { showQuickPick } from '../host/messages.ts';
import { applyOrThrow } from '../editor/applyOrThrow.ts';
import { editorRange } from '../editor/editorRange.ts';
import { lineChanges } from '../editor/lineChanges.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/**
 * Reads the file in the encoding it was written in and puts that text into the editor: one step to undo,
 * UTF-8 once it is saved.
 */
export async function convertEncoding(given: unknown, encoding: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (document.isUntitled || document.isDirty) {
    throw new HumanError(
      `“${name}” has changes that are not saved, and reading the file again would lose them. Save or undo them first.`,
    );
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (isUtf8(bytes)) {
    throw new HumanError(
      `“${name}” is UTF-8 already. Any � was already in the file when it was saved, and the original letter is lost. Export the list again as CSV UTF-8.`,
    );
  }
  if (!/^utf-?8/i.test(document.encoding)) {
    // it was read correctly; VS Code's own command saves it in another encoding
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    return;
  }
  const { version } = document;
  const label = otherEncodings.find((known) => known.label === encoding)?.label ?? (await pick(bytes));
  if (label === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of lineChanges(document.getText(), readAs(bytes, label))) {
    edit.replace(uri, editorRange(range), text);
  }
  if (document.version !== version)
    throw new HumanError(`“${name}” has changed, so nothing was converted. Try again.`);
  await applyOrThrow(edit, `“${name}” could not be changed, so nothing was converted. Try again.`);
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Offers each encoding with some of the file's words as they read in it, so that a person sees which is
 * right.
 */
async function pick(bytes: Uint8Array): Promise<string | undefined> {
  const items = otherEncodings.map(({ label, name }) => ({
    label: name,
    detail: sampleWords(readAs(bytes, label)).join('   '),
    encoding: label,
  }));
  const chosen = await showQuickPick(items, {
    title: 'Convert Encoding to UTF-8',
    placeHolder: 'Choose the encoding in which these words are readable',
    matchOnDetail: true,
  });
  return chosen?.encoding;
}
