import * as vscode from 'vscode';
import type { ListGreeting } from '../editor/listGreeting.ts';
import { sampleList } from '../editor/sampleList.ts';
import { openUntitledCsv } from '../editor/untitledCsv.ts';

/** @param given the file's address; the one in the active editor when absent */
export async function dismissGreeting(greeting: ListGreeting, given: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (uri !== undefined) await greeting.dismiss(uri);
}

/** Opens a sample list as a new file that is not saved anywhere. */
export async function openSampleList(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  await openUntitledCsv('sample-call-list', '.csv', sampleList, folder);
}
