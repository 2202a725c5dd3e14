import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { SubmitOrder, CampaignSubmitter } from '../host/campaignSubmitter.ts';
import { withProgress } from '../host/messages.ts';
import type { CreateStep } from '../launch/createInSteps.ts';
import type { Submission } from '../launch/submission.ts';

/** Cancelling stops the waiting; what became of the request is found out all the same. */
export async function submitWithProgress(
  submitter: CampaignSubmitter,
  order: Omit<SubmitOrder, 'signal' | 'onStep'>,
): Promise<Submission> {
  const { name, contacts } = order.request;
  const count = plural(contacts.length, 'contact');
  const title = `Creating ${quoted(name)} with ${count}`;
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        progress.report({ message: 'Finding out whether it was created…' });
        abort.abort();
      });
      const onStep = (step: CreateStep) => {
        if (!abort.signal.aborted) progress.report({ message: stepText(step, contacts.length) });
      };
      return submitter.submit({ ...order, signal: abort.signal, onStep });
    },
  );
}

function stepText(step: CreateStep, contacts: number): string {
  switch (step) {
    case 'creating':
      return 'Sending the list…';
    case 'checking':
      return `Checking ${plural(contacts, 'contact')} on the server…`;
    case 'launching':
      return 'Launching…';
  }
}
