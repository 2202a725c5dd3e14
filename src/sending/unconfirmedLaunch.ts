import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { formatWhen, plural } from '../core/format.ts';
import { toMs } from '../core/timestamp.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage, showQuickPick, showWarningMessage } from '../host/messages.ts';
import { isOpen, launchState, type LaunchEntry, type LaunchStep } from '../launch/journal/launchIntent.ts';
import { matchLaunch } from '../launch/create/matchLaunch.ts';
import { stateName } from '../views/presentation.ts';
import type { SendingServices } from './sendingServices.ts';

interface AnswerItem extends vscode.QuickPickItem {
  readonly is?: Campaign;
  readonly gone?: true;
}

/**
 * Asks the person what happened to a launch that the list of campaigns cannot tell, and records the answer.
 */
export async function settleEntry(context: SendingServices, entry: LaunchEntry): Promise<void> {
  if (!isOpen(entry)) {
    await acknowledge(context, entry);
    return;
  }
  const { intent } = entry;
  const nowMs = context.clock.now();
  const others = await context.submitter.journal.others(entry);
  const { candidates } = matchLaunch(entry, context.store.state.campaigns, { ...others, counted: true });
  const items: readonly AnswerItem[] = [
    ...candidates.map((campaign) => candidateItem(campaign, nowMs)),
    {
      label: '$(clock) I cannot tell yet',
      detail: 'The extension looks for it whenever the campaigns are refreshed. Nothing is sent until then.',
    },
    {
      label: '$(circle-slash) It was not created…',
      detail: 'Refresh the campaigns and look for it first.',
      gone: true,
    },
  ];
  const answer = await showQuickPick(items, {
    title: `“${intent.name}”, sent ${formatWhen(intent.startedMs, nowMs)} with ${plural(intent.contacts, 'contact')}`,
    placeHolder:
      candidates.length === 0 ? 'The server does not list it. Was it created?' : 'Which one is it?',
    ignoreFocusOut: true,
  });
  const atMs = context.clock.now();
  if (answer?.is !== undefined) {
    const { id: campaignId } = answer.is;
    await settle(context, entry, { state: 'confirmed', atMs, campaignId, by: 'person' });
  } else if (answer?.gone === true && (await reallyGone(intent.name))) {
    await settle(context, entry, { state: 'absent', atMs, by: 'person' });
  }
}

function candidateItem(campaign: Campaign, nowMs: number): AnswerItem {
  const createdMs = toMs(campaign.created_at);
  const facts = [
    stateName(campaign, campaignState(campaign, nowMs)).toLowerCase(),
    campaign.row_stats && plural(campaign.row_stats.total, 'contact'),
    createdMs === undefined ? undefined : `created ${formatWhen(createdMs, nowMs)}`,
  ].filter((fact) => fact !== undefined);
  return {
    label: `$(check) It is this one: ${campaign.name}`,
    description: facts.join(' · '),
    detail: campaign.id,
    is: campaign,
  };
}

async function reallyGone(name: string): Promise<boolean> {
  const sure = 'It Was Not Created';
  const chosen = await showWarningMessage(
    `Are you sure that “${name}” was not created?`,
    {
      modal: true,
      detail:
        'After that, the same list can be launched again. If the campaign was created after all, the same people are called twice.',
    },
    'Go Back',
    sure,
  );
  return chosen === sure;
}

/** It was not created, and the user has confirmed so: the list can be launched again, with all questions. */
async function acknowledge(context: SendingServices, entry: LaunchEntry): Promise<void> {
  const again = 'Create It Again…';
  const { name, list, startedMs } = entry.intent;
  const chosen = await showInformationMessage(
    `“${name}” was not created`,
    {
      modal: true,
      detail: `It was sent once, ${formatWhen(startedMs, context.clock.now())}, and the answer was lost. More than a quarter of an hour later the server still does not list it.`,
    },
    'Close',
    ...(list === undefined ? [] : [again]),
  );
  if (chosen === undefined) return;
  if (launchState(entry) === 'absent') {
    await settle(context, entry, { state: 'seen', atMs: context.clock.now() });
  }
  if (chosen === again && list !== undefined) {
    await vscode.commands.executeCommand(commandIds.createCampaign, vscode.Uri.parse(list));
  }
}

async function settle(context: SendingServices, entry: LaunchEntry, step: LaunchStep): Promise<void> {
  const written = await context.submitter.journal.record(entry, step);
  await context.launches.reconcile();
  if (written === undefined) {
    throw new HumanError('Another window has already resolved this launch. Check the campaigns.');
  }
}
