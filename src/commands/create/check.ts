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

/** Reads and checks a list, with a progress that can be cancelled. Undefined: it was. */
export async function checkWithProgress(
  file: CallListFile,
  question: CheckQuestion,
): Promise<CallList | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Checking ${file.name}`, cancellable: true },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const { checkCallList } = await import('../../contacts/callList.ts');
      const { assistantVariables } = await import('../../contacts/placeholders.ts');
      try {
        return await checkCallList(
          file.source,
          {
            ...(question.defaultRegion === undefined ? {} : { defaultRegion: question.defaultRegion }),
            ...(question.assistant === undefined
              ? {}
              : { variables: assistantVariables(question.assistant) }),
          },
          abort.signal,
        );
      } catch (error) {
        if (isAbort(error)) return undefined;
        throw error;
      }
    },
  );
}
