import * as vscode from 'vscode';
import { maxSuppressionBytes } from './suppressionReader.ts';
import { readSmallFile, workspaceFiles } from '../../host/workspaceFiles.ts';
import { applyOrThrow } from '../applyOrThrow.ts';
import { openDocument } from '../callLists.ts';

/**
 * Puts numbers at the end of a suppression list, which is made if it is not there. A file keeps its encoding:
 * what is added is ASCII. Where somebody is editing it, it is an edit like theirs, to undo and to save.
 * @param numbers E.164
 */
export async function addToSuppressionList(
  uri: vscode.Uri,
  numbers: readonly string[],
): Promise<'saved' | 'unsaved'> {
  const { addedRows } = await import('../../callList/suppression/addedRows.ts');
  const document = openDocument(uri);
  if (document?.isDirty === true) {
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(uri, end, await addedRows(document.getText(), numbers));
    await applyOrThrow(
      edit,
      'The suppression list could not be changed, so nobody was added to it. Save or close the file, then try again.',
    );
    return 'unsaved';
  }
  const bytes = await bytesOf(uri);
  const { decode } = await import('../../callList/file/decode.ts');
  const { Pace } = await import('../../callList/pace.ts');
  const { chunks, encoding } =
    bytes.length === 0 ? { chunks: [], encoding: 'utf-8' } : await decode(bytes, new Pace());
  const added = await addedRows(chunks.join(''), numbers);
  await vscode.workspace.fs.writeFile(uri, Buffer.concat([bytes, encoded(added, encoding)]));
  return 'saved';
}

/**
 * Nothing for a file that is not there; one that cannot be read is an error, because it must not be written
 * over.
 */
async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  const isThere = (await workspaceFiles.kindOf(uri)) !== undefined;
  return isThere ? readSmallFile(uri, maxSuppressionBytes) : new Uint8Array();
}

function encoded(ascii: string, encoding: string): Uint8Array {
  if (!encoding.startsWith('utf-16')) return Buffer.from(ascii, 'latin1');
  const bytes = Buffer.from(ascii, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
