import * as vscode from 'vscode';
import { formatWhen } from '../core/format.ts';
import { commandIds } from '../host/commandIds.ts';
import { reportError } from '../host/reportError.ts';
import { showWarningMessage } from '../host/messages.ts';
import type { ReconciledLaunch } from '../launch/launchReconciler.ts';
import { launchState, type LaunchIntent } from '../launch/launchIntent.ts';
import type { Asked } from '../launch/verify.ts';
import type { SendingServices } from './sendingServices.ts';

/** Tells what became of launches whose answer was lost, also those of windows that are gone. */
export function tellVerdicts(context: SendingServices): vscode.Disposable {
  const listening = context.launches.onDidSettle((verdict) => {
    tell(context, verdict).catch((error: unknown) => void reportError(error, context.log));
  });
  return new vscode.Disposable(() => listening.dispose());
}

async function tell(context: SendingServices, verdict: ReconciledLaunch): Promise<void> {
  const { intent } = verdict.entry;
  const sent = `sent ${formatWhen(intent.startedMs, context.clock.now())}`;
  switch (verdict.kind) {
    case 'created': {
      const { api } = context.store;
      if (api === undefined) return;
      const { reportCreated } = await import('./report.ts');
      await reportCreated(context, api, askedBy(intent), verdict.campaign, 'list');
      return;
    }
    case 'not created': {
      const neverLeft = launchState(verdict.entry) === 'withdrawn';
      await offer(
        neverLeft
          ? `“${intent.name}” was not created: its window was closed before anything was sent.`
          : `“${intent.name}”, ${sent}, was not created: a quarter of an hour later the server does not list it.`,
        again(intent),
      );
      return;
    }
    case 'unsure': {
      const settle = {
        title: 'What Became of It…',
        run: () => vscode.commands.executeCommand(commandIds.settleLaunch, { id: intent.id }),
      };
      await offer(
        `It is not known whether “${intent.name}”, ${sent}, was created: its window was closed before the answer came.`,
        settle,
      );
      return;
    }
  }
}

interface Offer {
  readonly title: string;
  readonly run: () => unknown;
}

async function offer(message: string, choice: Offer | undefined): Promise<void> {
  const titles = choice === undefined ? [] : [choice.title];
  const chosen = await showWarningMessage(message, ...titles);
  if (chosen !== undefined) await choice?.run();
}

/** With all questions asked anew, the last confirmation included. */
function again({ list }: LaunchIntent): Offer | undefined {
  if (list === undefined) return undefined;
  return {
    title: 'Create It Again…',
    run: () => vscode.commands.executeCommand(commandIds.createCampaign, vscode.Uri.parse(list)),
  };
}

function askedBy(intent: LaunchIntent): Asked {
  return {
    assistant_id: intent.assistantId,
    name: intent.name,
    launch: intent.launch,
    scheduled_at: intent.scheduledAt,
    contacts: { length: intent.contacts },
  };
}
