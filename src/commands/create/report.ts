import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../../core/campaign.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import { messageOf } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { plural } from '../../core/format.ts';
import type { Submission } from '../../launch/submit.ts';
import { differences } from '../../launch/verify.ts';
import { stateName } from '../../views/presentation.ts';
import { cancelAtOnce } from '../cancelCampaign.ts';
import type { CommandContext } from '../context.ts';

/** Tells the person what became of their campaign, without a word more than is known. */
export async function reportSubmission(
  context: CommandContext,
  api: CampaignApi,
  request: CreateCampaignRequest,
  submission: Exclude<Submission, { kind: 'refused' }>,
): Promise<void> {
  switch (submission.kind) {
    case 'created':
      await created(context, api, request, submission.campaign);
      return;
    case 'not seen':
      await ambiguous(
        context,
        `The answer was lost, and the server does not list “${request.name}” so far. It may still appear.`,
        `${messageOf(submission.error)}\n\nLook at the campaigns again in a few minutes before you create it once more: otherwise people may be called twice. It was sent once and is never sent again by itself.`,
      );
      return;
    case 'unsure':
      await ambiguous(
        context,
        `It cannot be told whether “${request.name}” was created.`,
        `${messageOf(submission.error)}\n\n${candidatesText(submission.candidates)} Look at the campaigns before you create it once more: otherwise people may be called twice.`,
      );
      return;
  }
}

async function created(
  context: CommandContext,
  api: CampaignApi,
  request: CreateCampaignRequest,
  campaign: Campaign,
): Promise<void> {
  const nowMs = context.clock.now();
  const found = differences(request, campaign, nowMs);
  context.store.put(api, campaign);
  void context.refresh.refresh();
  // The tree may be busy with itself: to find the campaign in it must never hold back what follows.
  void reveal(context, campaign.id);
  if (found.some((difference) => difference.alarm)) {
    await alarm(context, api, campaign, found.map((difference) => difference.sentence).join('\n'));
    return;
  }
  const state = stateName(campaign, campaignState(campaign, nowMs)).toLowerCase();
  const remarks = found.map((difference) => ` ${difference.sentence}`).join('');
  const contacts = plural(request.contacts.length, 'contact');
  void vscode.window.showInformationMessage(
    `“${campaign.name}” was created with ${contacts}: ${state}.${remarks}`,
  );
}

/** The campaign is not what was asked for, and people may be called: loud, and with the way to stop it at hand. */
async function alarm(
  context: CommandContext,
  api: CampaignApi,
  campaign: Campaign,
  detail: string,
): Promise<void> {
  // "Cancel" next to "Cancel Campaign" would be a riddle.
  const choices: vscode.MessageItem[] = [
    { title: 'Cancel Campaign' },
    { title: 'Leave It as It Is', isCloseAffordance: true },
  ];
  const message = `“${campaign.name}” is not as you asked`;
  const chosen = await vscode.window.showErrorMessage(message, { modal: true, detail }, ...choices);
  if (chosen === choices[0]) await cancelAtOnce(context, api, campaign);
}

async function ambiguous(context: CommandContext, message: string, detail: string): Promise<void> {
  const choices: vscode.MessageItem[] = [
    { title: 'Show Campaigns' },
    { title: 'Close', isCloseAffordance: true },
  ];
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...choices);
  if (chosen !== choices[0]) return;
  await vscode.commands.executeCommand('revox.campaigns.focus');
  await context.refresh.refresh();
}

function candidatesText(candidates: readonly Campaign[]): string {
  if (candidates.length === 0) return 'The list of campaigns cannot be read either.';
  const ids = candidates.map((campaign) => `“${campaign.name}” (${campaign.id})`).join(', ');
  return `These new campaigns could be it: ${ids}.`;
}

async function reveal(context: CommandContext, id: string): Promise<void> {
  try {
    if (!context.tree.shown.some((campaign) => campaign.id === id)) context.tree.filter = '';
    await context.view.reveal(context.tree.campaignNode(id), { select: true, focus: true });
  } catch (error) {
    context.log.warn(`the new campaign could not be shown in the tree: ${messageOf(error)}`);
  }
}
