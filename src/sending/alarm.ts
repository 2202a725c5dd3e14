import type * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignApi } from '../core/ports.ts';
import { showErrorMessage } from '../host/messages.ts';
import { cancelAtOnce } from './cancelling.ts';
import type { SendingServices } from './sendingServices.ts';

/**
 * The campaign is not what was asked for, and people may be called: a modal message that offers to cancel it.
 */
export async function alarm(
  context: SendingServices,
  api: CampaignApi,
  campaign: Campaign,
  detail: string,
): Promise<void> {
  // Without a closing button of ours VS Code adds "Cancel", which is ambiguous beside "Cancel Campaign".
  const choices: vscode.MessageItem[] = [
    { title: 'Cancel Campaign' },
    { title: 'Leave It as It Is', isCloseAffordance: true },
  ];
  const message = `“${campaign.name}” does not match your settings`;
  const chosen = await showErrorMessage(message, { modal: true, detail }, ...choices);
  if (chosen === choices[0]) await cancelAtOnce(context, api, campaign);
}
