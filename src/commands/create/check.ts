import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { CallList } from '../../contacts/callList.ts';
import type { Assistant } from '../../core/assistant.ts';
import { isAbort } from '../../core/errors.ts';
import type { CallListFile } from './callListFile.ts';

export interface CheckQuestion {
  readonly defaultRegion: string | undefined;
  /** With it, the columns it uses are known. */
  readonly assistant?: Assistant | undefined;
}

/** A short list is checked before a progress could be read: it is shown only for those that take longer. */
const progressAfterMs = 600;

/** Reads and checks a list; a long one shows a progress that can be cancelled. Undefined: it was. */
export async function checkWithProgress(
  file: CallListFile,
  question: CheckQuestion,
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
  { defaultRegion, assistant }: CheckQuestion,
  signal: AbortSignal,
): Promise<CallList | undefined> {
  const { checkCallList } = await import('../../contacts/callList.ts');
  const { assistantVariables } = await import('../../contacts/placeholders.ts');
  const variables = assistant === undefined ? undefined : assistantVariables(assistant);
  try {
    return await checkCallList(file.source, { defaultRegion, variables }, signal);
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
}
