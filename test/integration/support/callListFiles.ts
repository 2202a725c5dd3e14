import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/host/commandIds.ts';
import { until } from './until.ts';

export async function writeList(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The codes of the marks, in the file's order. */
export function codes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => code as string);
}

/** Opens it as a call list. The command itself ends when its notification does. */
export async function openChecked(uri: vscode.Uri, ...expected: string[]): Promise<vscode.TextDocument> {
  void vscode.commands.executeCommand(commandIds.checkCallList, uri);
  await marked(uri, ...expected);
  return vscode.workspace.openTextDocument(uri);
}

export async function marked(uri: vscode.Uri, ...expected: string[]): Promise<void> {
  try {
    await until('the marks', () =>
      JSON.stringify(codes(uri)) === JSON.stringify(expected) ? true : undefined,
    );
  } catch {
    assert.deepEqual(codes(uri), expected);
  }
}
