import * as vscode from 'vscode';
import { fileNameOf } from '../core/fileName.ts';
import type { CallList } from '../callList/callList.ts';
import type { CsvRecord } from '../callList/csv/records.ts';
import { listEnding } from '../callList/file/listEnding.ts';
import { HumanError } from '../core/errors.ts';
import type { CommandContext } from './context.ts';
import { checkWithProgress } from '../sending/check.ts';

/** A list with the text and the records it was found in. */
export interface OpenedList {
  readonly list: CallList;
  readonly text: string;
  readonly records: readonly CsvRecord[];
}

/**
 * Checks a list as the editor shows it, unsaved text included. Undefined: that was cancelled.
 * @throws HumanError for what no editor can open
 */
export async function openedList(context: CommandContext, uri: vscode.Uri): Promise<OpenedList | undefined> {
  const document = await openText(uri);
  const text = document.getText();
  const { options } = await context.reading.of(uri);
  const question = { ...options, variables: context.callLists.variables(uri) };
  const file = { uri, name: nameOf(uri).whole, source: text };
  const list = await checkWithProgress(file, question);
  if (list === undefined) return undefined;
  const { readRecords } = await import('../editor/listRecords.ts');
  return { list, text, records: await readRecords(text, list.dialect.delimiter) };
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    throw new HumanError(
      `“${nameOf(uri).whole}” cannot be opened in an editor, so neither can a part of it. A file above 50 MB has to be split first.`,
      { cause: error },
    );
  }
}

/** `november.csv` in its parts. */
export function nameOf(uri: vscode.Uri): {
  readonly whole: string;
  readonly base: string;
  readonly ending: string;
} {
  const whole = fileNameOf(uri);
  const ending = listEnding.exec(whole)?.[0] ?? '';
  return {
    whole,
    base: whole.slice(0, whole.length - ending.length),
    ending: ending === '' ? '.csv' : ending,
  };
}
