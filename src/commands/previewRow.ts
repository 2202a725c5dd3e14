import * as vscode from 'vscode';
import type { Assistant } from '../core/assistant.ts';
import { HumanError } from '../core/errors.ts';
import { openDocument } from '../editor/callLists.ts';
import type { SpokenPreviews } from '../editor/preview/spokenPreviews.ts';
import type { CommandContext } from './context.ts';
import { checkWithProgress } from '../sending/check.ts';
import { chooseCallList, readCallListFile } from '../sending/callListFile.ts';
import { lastAssistantOf, pickAssistant } from './previewAssistant.ts';

/** Previews what the assistant says to one row of a call list. */
export async function previewRow(
  context: CommandContext,
  previews: SpokenPreviews,
  [given, givenLine]: readonly unknown[],
): Promise<void> {
  const uri = await chooseCallList(typeof given === 'string' ? vscode.Uri.parse(given) : given);
  if (uri === undefined) return;
  const assistant = (await lastAssistantOf(context, uri)) ?? (await pickAssistant(context));
  if (assistant === undefined) return;
  const line = typeof givenLine === 'number' ? givenLine : await cursorLine(uri);
  if (await checkAgainst(context, uri, assistant)) await previews.show(uri, line);
}

/** Moves to the next row (1) or the previous one (-1). */
export async function previewNeighbour(previews: SpokenPreviews, by: 1 | -1): Promise<void> {
  const list = previews.activeList ?? vscode.window.activeTextEditor?.document.uri;
  if (list !== undefined) await previews.step(list, by);
}

export async function previewWithAssistant(context: CommandContext, previews: SpokenPreviews): Promise<void> {
  const uri = previews.activeList;
  if (uri === undefined) throw new HumanError('Open the preview of a row first, then choose who speaks.');
  const assistant = await pickAssistant(context);
  if (assistant !== undefined) await checkAgainst(context, uri, assistant);
}

/** The list has to be open: the preview follows its cursor. */
export async function cursorLine(uri: vscode.Uri): Promise<number> {
  const visible = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const editor = visible ?? (await vscode.window.showTextDocument(uri, { preview: false }));
  return editor.selection.active.line + 1;
}

/** Checks the list against this assistant from now on. @returns false when that was cancelled */
export async function checkAgainst(
  context: CommandContext,
  uri: vscode.Uri,
  assistant: Assistant,
): Promise<boolean> {
  const { assistantPlaceholders } = await import('../callList/values/placeholders.ts');
  const placeholders = assistantPlaceholders(assistant);
  const variables = placeholders.map(({ name }) => name);
  const known = context.callLists.variables(uri);
  const document = openDocument(uri);
  const isChecked = document !== undefined && (await context.callLists.current(document)) !== undefined;
  if (!isChecked || JSON.stringify(known) !== JSON.stringify(variables)) {
    const { options } = await context.reading.of(uri);
    const file = await readCallListFile(uri);
    const list = await checkWithProgress(file, { ...options, variables, placeholders });
    if (list === undefined) return false;
    await context.callLists.addCheck(uri, list, variables);
  }
  context.listAssistants.set(uri, assistant);
  return true;
}
