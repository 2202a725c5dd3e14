import * as vscode from 'vscode';
import { redact } from '../core/redact.ts';
import { setStatusBarMessage } from '../host/messages.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

export async function copyCampaignId(context: CommandContext, args: readonly unknown[]): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  const campaigns = await targetCampaigns(context, args, question('Copy the Id of a Campaign', true));
  if (campaigns.length === 0) return;
  await vscode.env.clipboard.writeText(campaigns.map((campaign) => campaign.id).join('\n'));
}

export async function copyCampaignAsJson(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [campaign] = await targetCampaigns(context, args, question('Copy a Campaign as JSON', false));
  if (campaign === undefined) return;
  const json = JSON.stringify(redact(await api.retrieveCampaign(campaign.id)), null, 2);
  await vscode.env.clipboard.writeText(json);
  void setStatusBarMessage('Copied the campaign as JSON, without its keys and tokens.', 5000);
}

function question(title: string, many: boolean) {
  return { title, many, suits: () => true, none: 'There are no campaigns to copy.' };
}
