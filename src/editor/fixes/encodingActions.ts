import * as vscode from 'vscode';
import type { Problem } from '../../callList/problems.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { ActionRequest } from './actionSource.ts';

/** The light bulb where letters could not be read: the file in another encoding, converted to UTF-8. */
export function encodingActions({ document, here, context }: ActionRequest): vscode.CodeAction[] {
  // Reading it again from the file would lose what was typed.
  if (document.isUntitled || document.isDirty) return [];
  const problem = here.find(isUnread);
  if (problem === undefined) return [];
  const action = (title: string, ...encoding: readonly string[]): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { title, command: commandIds.convertEncoding, arguments: [document.uri, ...encoding] };
    made.diagnostics = context.diagnostics.filter(({ code }) => code === problem.code);
    return made;
  };
  return [
    action('Read the file as Windows-1252 and convert it to UTF-8', 'windows-1252'),
    action('Convert the file from another encoding to UTF-8…'),
  ];
}

/** Whether the editor could not read the text; text that was encoded as UTF-8 twice is repaired in place. */
function isUnread({ code, value }: Problem): boolean {
  return (
    code === 'revox.file.encodingGuessed' ||
    (code === 'revox.cell.garbled' && value?.includes('\ufffd') === true)
  );
}
