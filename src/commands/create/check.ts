import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { CallList, CallListOptions } from '../../contacts/callList.ts';
import { isAbort } from '../../core/errors.ts';
import type { CallListFile } from './callListFile.ts';

/** A short list is checked before a progress could be read: it is shown only for those that take longer. */
const progressAfterMs = 600;

/** Reads and checks a list; a long one shows a progress that can be cancelled. Undefined: it was. */
export async function checkWithProgress(
  file: CallListFile,
  question: CallListOptions,
): Promise<CallList | undefined> {
  const abort = new AbortController();
  const checked = check(file, question, abort.signal);
  const first = await Promise.race([checked, wait(progressAfterMs, 'slow' as const)]);
  if (first !== 'slow') return first;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Checking ${file.name}`, cancellable: true },
    (_progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      return checked;
    },
  );
}

async function check(
  file: CallListFile,
  question: CallListOptions,
  signal: AbortSignal,
): Promise<CallList | undefined> {
  const { checkCallList } = await import('../../contacts/checkCallList.ts');
  try {
    return await checkCallList(file.source, question, signal);
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
}
