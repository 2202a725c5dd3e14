import type * as vscode from 'vscode';
import { campaignCapabilities, type Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
import { showWarningMessage } from '../host/messages.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { namedCampaigns } from './namedCampaigns.ts';
import { forEachCampaign, reportOutcomes } from '../sending/campaignOutcomes.ts';
import { cancel } from '../sending/cancelling.ts';
import { targetCampaigns } from './targets.ts';

export async function cancelCampaigns(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Cancel Campaigns',
    many: true,
    suits: (campaign) => campaignCapabilities(campaign, context.clock.now()).cancelable,
    none: 'There is no campaign to cancel: only running, scheduled and paused ones can be.',
  });
  if (campaigns.length === 0 || !(await confirmed(campaigns))) return;
  const outcomes = await forEachCampaign(campaigns, 'Cancelling', (campaign) =>
    cancel(context, api, campaign),
  );
  void reportOutcomes(context, outcomes, 'cancelled');
}

async function confirmed(campaigns: readonly Campaign[]): Promise<boolean> {
  const { subject, object, lines } = namedCampaigns(campaigns);
  // Enter presses the first button other than the close button, and a cancelled campaign cannot be started
  // again.
  // VS Code's own "Cancel" would mean the opposite here, so another close button replaces it.
  const choices: vscode.MessageItem[] = [
    { title: campaigns.length === 1 ? 'Keep Campaign' : 'Keep Campaigns' },
    { title: `Cancel ${object}` },
    { title: 'Close', isCloseAffordance: true },
  ];
  const detail = [...lines, ...consequences(campaigns)].join('\n');
  const question = `Cancel ${subject}?`;
  const chosen = await showWarningMessage(question, { modal: true, detail }, ...choices);
  return chosen !== undefined && chosen === choices[1];
}

function consequences(campaigns: readonly Campaign[]): readonly string[] {
  const sum = (pick: (campaign: Campaign) => number | undefined) =>
    campaigns.reduce((total, campaign) => total + (pick(campaign) ?? 0), 0);
  const waiting = sum((campaign) => (campaign.row_stats?.pending ?? 0) + (campaign.row_stats?.retry ?? 0));
  const calling = sum((campaign) => campaign.row_stats?.calling);
  return [
    `${waiting === 0 ? 'Calls' : plural(waiting, 'call')} that did not start yet will not be made. ` +
      `${calling === 0 ? 'Calls' : plural(calling, 'call')} in progress will be allowed to finish.`,
    'Rows and transcripts stay. A cancelled campaign cannot be started again.',
  ];
}
