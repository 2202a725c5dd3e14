import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { plural } from '../../core/format.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { submit, type Submission } from '../../launch/submit.ts';

/** Cancelling stops the waiting; what became of the request is found out all the same. */
export async function submitWithProgress(
  api: CampaignApi,
  request: CreateCampaignRequest,
  stillCurrent: () => boolean,
): Promise<Submission> {
  const title = `Creating “${request.name}” with ${plural(request.contacts.length, 'contact')}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        progress.report({ message: 'Finding out whether it was created…' });
        abort.abort();
      });
      return submit({ api, request, stillCurrent, signal: abort.signal, wait: (ms) => wait(ms) });
    },
  );
}
