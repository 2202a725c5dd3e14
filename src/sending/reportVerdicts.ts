import * as vscode from 'vscode';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import { commandIds } from '../host/commandIds.ts';
import { reportError } from '../host/reportError.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { ReconciledCalls } from '../launch/calls/callsReconciler.ts';
import type { ReconciledLaunch } from '../launch/create/launchReconciler.ts';
import { launchState, type LaunchIntent } from '../launch/journal/launchIntent.ts';
import type { Asked } from '../launch/comparison/verify.ts';
import type { SendingServices } from './sendingServices.ts';

/** Reports the result of launches whose answer was lost, also those of windows that were closed. */
export function reportVerdicts(context: SendingServices): vscode.Disposable {
  const listening = context.launches.onDidSettle((verdict) => {
    tell(context, verdict).catch((error: unknown) => void reportError(error, context.log));
  });
  const listeningToCalls = context.launches.onDidSettleCalls((calls) => {
    tellCalls(context, calls).catch((error: unknown) => void reportError(error, context.log));
  });
  return new vscode.Disposable(() => {
    listening.dispose();
    listeningToCalls.dispose();
  });
}

/** Also of launches whose window is gone. */
async function tellCalls(context: SendingServices, calls: ReconciledCalls): Promise<void> {
  const { intent } = calls.entry;
  const name = quoted(intent.name);
  switch (calls.kind) {
    case 'launched': {
      const { api } = context.store;
      if (api !== undefined) context.store.put(api, calls.campaign);
      void showInformationMessage(
        `${name}: ${formatCount(calls.launched)} of ${plural(intent.count, 'call')} are launched. The answer was lost; the calls themselves show it.`,
      );
      return;
    }
    case 'not launched':
      await offer(`${name} was not launched: its window was closed before anything was sent.`, {
        title: 'Launch…',
        run: () => vscode.commands.executeCommand(commandIds.launchCampaign, intent.campaignId),
      });
      return;
    case 'cannot tell':
      await offer(
        `It is not known whether the launch of ${name} arrived. It will not be sent again automatically.`,
        {
          title: 'Resolve…',
          run: () => vscode.commands.executeCommand(commandIds.settleLaunch, { id: intent.id }),
        },
      );
  }
}

async function tell(context: SendingServices, verdict: ReconciledLaunch): Promise<void> {
  const { intent } = verdict.entry;
  const sent = `sent ${formatWhen(intent.startedMs, context.clock.now())}`;
  switch (verdict.kind) {
    case 'created': {
      const { api } = context.store;
      if (api === undefined) return;
      if (intent.inSteps !== undefined) {
        context.store.put(api, verdict.campaign);
        await offer(
          `${quoted(intent.name)} was created and all its contacts match. The answer was lost, so nothing was launched and nobody is called.`,
          {
            title: 'Launch…',
            run: () => vscode.commands.executeCommand(commandIds.launchCampaign, verdict.campaign.id),
          },
        );
        return;
      }
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
        title: 'Resolve…',
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

/** Asks all questions again, including the last confirmation. */
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
