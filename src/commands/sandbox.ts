import * as vscode from 'vscode';
import { campaignState } from '../core/campaign.ts';
import type { CommandContext } from './context.ts';
import { showInformationMessage, withProgress } from '../host/messages.ts';

export async function startSandbox(context: CommandContext): Promise<void> {
  await withProgress({ location: { viewId: 'revox.campaigns' }, title: 'Starting the Revox sandbox' }, () =>
    context.connections.startSandbox(),
  );
  await vscode.commands.executeCommand('revox.campaigns.focus');
  await context.refresh.refresh();
  await showFinishedCampaign(context);
}

/** Expands a sample whose calls can be read, so that the command to read them is visible. */
async function showFinishedCampaign({ tree, view, clock }: CommandContext): Promise<void> {
  const finished = tree.shown.find((campaign) => campaignState(campaign, clock.now()) === 'completed');
  if (finished === undefined) return;
  await view.reveal(tree.campaignNode(finished.id), { select: true, focus: true, expand: true });
}

export async function stopSandbox(context: CommandContext): Promise<void> {
  if (context.connections.absence === 'sandbox ended') {
    context.connections.stopSandbox();
    return;
  }
  if (context.connections.current?.kind !== 'sandbox') {
    void showInformationMessage('The sandbox is not running.');
    return;
  }
  const stop = 'Leave Sandbox';
  const chosen = await showInformationMessage(
    'Leave the sandbox?',
    {
      modal: true,
      detail:
        'Everything in the sandbox is discarded, and the campaigns of your Revox account are shown again.',
    },
    'Go Back',
    stop,
  );
  if (chosen === stop) context.connections.stopSandbox();
}
