import type * as vscode from 'vscode';
import type { CallList, CallListOptions } from '../../callList/callList.ts';
import type { Reading } from '../../editor/listReading.ts';
import type { CommandContext } from '../context.ts';
import { readCallListFile, type CallListFile } from '../../sending/callListFile.ts';
import { checkWithProgress } from '../../sending/check.ts';

/** A list, how it is read, and what is found when it is read like that. */
export interface CheckedChoices {
  readonly uri: vscode.Uri;
  readonly file: CallListFile;
  readonly reading: Reading;
  /** What the assistant of the list asks for, where that is known. */
  readonly variables: readonly string[] | undefined;
  readonly list: CallList;
}

/** @param extra instead of what is chosen: to see what a choice would change. Undefined: cancelled */
export async function checkForChoices(
  context: CommandContext,
  uri: vscode.Uri,
  extra: CallListOptions = {},
): Promise<CheckedChoices | undefined> {
  const file = await readCallListFile(uri);
  const reading = await context.reading.of(uri);
  const variables = context.callLists.variables(uri);
  const list = await checkWithProgress(file, { ...reading.options, variables, ...extra });
  return list && { uri, file, reading, variables, list };
}
