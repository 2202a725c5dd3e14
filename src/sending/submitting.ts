import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignSubmitter, SubmitOrder } from '../host/campaignSubmitter.ts';
import { withProgress } from '../host/messages.ts';
import type { Submission } from '../launch/create/submission.ts';
import type { SendingStep } from '../core/sendingStep.ts';
import { stepText, withdrawalText, withdrawnText } from './sendingStepText.ts';

/** Shows the progress in its own place, and may cancel. */
export interface SubmitWatch {
  readonly signal: AbortSignal;
  readonly onStep: (step: SendingStep) => void;
}

/**
 * Cancelling stops the waiting; what happened to the request is found out all the same. A notification may
 * lie upon the page that sends: where such a page shows the progress, only the status bar has it besides.
 */
export async function submitWithProgress(
  submitter: CampaignSubmitter,
  order: Omit<SubmitOrder, 'signal' | 'onStep'>,
  watch?: SubmitWatch,
): Promise<Submission> {
  const { name, contacts } = order.request;
  const title = `Creating ${quoted(name)} with ${plural(contacts.length, 'contact')}`;
  const location =
    watch === undefined ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  const cancellable = watch === undefined;
  return withProgress({ location, title, cancellable }, async (progress, token) => {
    const abort = new AbortController();
    const withdraw = () => {
      progress.report({ message: withdrawnText });
      watch?.onStep({ text: withdrawnText, withdrawal: '' });
      abort.abort();
    };
    const onCancel = token.onCancellationRequested(withdraw);
    watch?.signal.addEventListener('abort', withdraw, { once: true });
    try {
      return await submitter.submit({
        ...order,
        signal: abort.signal,
        onStep: (step) => {
          if (abort.signal.aborted) return;
          const text = stepText(step, contacts.length);
          const withdrawal = withdrawalText(step, order.protocol);
          progress.report({ message: watch === undefined ? `${text} ${withdrawal}` : text });
          watch?.onStep({ text, withdrawal });
        },
      });
    } finally {
      onCancel.dispose();
      watch?.signal.removeEventListener('abort', withdraw);
    }
  });
}
