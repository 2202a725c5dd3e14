import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import type { SubmitOrder, CampaignSubmitter } from '../host/campaignSubmitter.ts';
import { withProgress } from '../host/messages.ts';
import type { Submission } from '../launch/submission.ts';

/** Cancelling stops the waiting; what became of the request is found out all the same. */
export async function submitWithProgress(
  submitter: CampaignSubmitter,
  order: Omit<SubmitOrder, 'signal'>,
): Promise<Submission> {
  const { name, contacts } = order.request;
  const title = `Creating “${name}” with ${plural(contacts.length, 'contact')}`;
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        progress.report({ message: 'Finding out whether it was created…' });
        abort.abort();
      });
      return submitter.submit({ ...order, signal: abort.signal });
    },
  );
}
