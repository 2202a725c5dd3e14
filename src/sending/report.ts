import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { formatWhen, plural } from '../core/format.ts';
import { errorForLog } from '../core/logText.ts';
import { campaignCreatedKey } from '../host/contextKeys.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import { isHeld } from '../launch/journal/stepJournal.ts';
import { foundText, type FoundBy, type Submission } from '../launch/create/submission.ts';
import { differences, type Asked } from '../launch/comparison/verify.ts';
import { stateName } from '../views/presentation.ts';
import type { SendingServices } from './sendingServices.ts';
import { settleEntry } from './unconfirmedLaunch.ts';
import { recordScheduleSupport } from './afterCreation.ts';
import { alarm } from './alarm.ts';

/** Reports what happened to a campaign, and only what is known. */
export async function reportSubmission(
  context: SendingServices,
  api: CampaignApi,
  asked: Asked,
  submission: Exclude<Submission, { kind: 'refused' }>,
): Promise<void> {
  switch (submission.kind) {
    case 'created':
      await reportCreated(context, api, asked, submission.campaign, submission.foundBy);
      return;
    case 'blocked':
      await blocked(context, submission.by);
      return;
    case 'appeared':
      context.store.put(api, submission.campaign);
      await showUnclearOutcome(
        context,
        `Nothing was sent: “${submission.campaign.name}” already exists.`,
        'It was created from the same list or contacts. To create another campaign anyway, give it a different name.',
      );
      return;
    case 'not seen':
      await showUnclearOutcome(
        context,
        `The answer was lost, and the server does not list “${asked.name}” so far. It may still appear.`,
        `${messageOf(submission.error)}\n\nIt was sent once and will not be sent again automatically. It stays at the top of the campaign list until its outcome is known; until then, no other campaign can be created from this list.`,
      );
      return;
    case 'unsure':
      await showUnclearOutcome(
        context,
        `It is not known whether “${asked.name}” was created.`,
        `${messageOf(submission.error)}\n\n${candidatesText(submission.candidates)} It stays at the top of the campaign list until you resolve it there; until then, no other campaign can be created from this list.`,
      );
      return;
  }
}

/** Also for a campaign whose answer was lost, once it is found. */
export async function reportCreated(
  context: SendingServices,
  api: CampaignApi,
  asked: Asked,
  campaign: Campaign,
  foundBy?: FoundBy,
): Promise<void> {
  const nowMs = context.clock.now();
  const found = differences(asked, campaign, nowMs);
  context.store.put(api, campaign);
  campaignCreatedKey.set(true);
  await recordScheduleSupport(context, api, asked, campaign);
  void context.refresh.refresh();
  // The tree may be redrawing: revealing the campaign in it must never delay what follows.
  void reveal(context, campaign.id);
  if (found.some((difference) => difference.alarm)) {
    await alarm(context, api, campaign, found.map((difference) => difference.sentence).join('\n'));
    return;
  }
  const state = stateName(campaign, campaignState(campaign, nowMs)).toLowerCase();
  const remarks = found.map((difference) => ` ${difference.sentence}`).join('');
  const contacts = plural(asked.contacts.length, 'contact');
  const isGoing = state === 'running' || state === 'scheduled';
  const what = isGoing ? `is ${state} (${contacts})` : `was created with ${contacts}: ${state}`;
  void showInformationMessage(`“${campaign.name}” ${what}.${foundText(foundBy)}${remarks}`);
}

/** For a second click, window or command: refers to the first one. */
async function blocked(
  context: SendingServices,
  by: Extract<Submission, { kind: 'blocked' }>['by'],
): Promise<void> {
  const nowMs = context.clock.now();
  const { name, startedMs } = by.intent;
  const isAlive = isHeld(by, nowMs);
  const gone = 'It Was Not Created…';
  const settle = 'Resolve…';
  const show = 'Show Campaigns';
  const chosen = await showWarningMessage(
    isAlive
      ? `Nothing was sent: “${name}” has been in creation from the same list or contacts since ${formatWhen(startedMs, nowMs)}.`
      : `Nothing was sent: it is not yet known whether “${name}”, sent ${formatWhen(startedMs, nowMs)} from the same list or contacts, was created.`,
    { modal: true, detail: 'Otherwise the same people might be called twice.' },
    ...(isAlive ? [show, gone] : [settle, show]),
  );
  if (chosen === settle || chosen === gone) await settleEntry(context, by);
  if (chosen === show) await showCampaigns(context);
}

async function showUnclearOutcome(context: SendingServices, message: string, detail: string): Promise<void> {
  const choices: vscode.MessageItem[] = [
    { title: 'Show Campaigns' },
    { title: 'Close', isCloseAffordance: true },
  ];
  const chosen = await showWarningMessage(message, { modal: true, detail }, ...choices);
  if (chosen === choices[0]) await showCampaigns(context);
}

async function showCampaigns(context: SendingServices): Promise<void> {
  await vscode.commands.executeCommand('revox.campaigns.focus');
  await context.refresh.refresh();
}

function candidatesText(candidates: readonly Campaign[]): string {
  if (candidates.length === 0) return 'The list of campaigns cannot be read either.';
  const ids = candidates.map((campaign) => `“${campaign.name}” (${campaign.id})`).join(', ');
  return `These new campaigns could be it: ${ids}.`;
}

export async function reveal(context: SendingServices, id: string): Promise<void> {
  try {
    if (!context.tree.shown.some((campaign) => campaign.id === id)) context.tree.filter = '';
    await context.view.reveal(context.tree.campaignNode(id), { select: true, focus: true });
  } catch (error) {
    context.log.warn(`the new campaign could not be shown in the tree: ${errorForLog(error)}`);
  }
}
