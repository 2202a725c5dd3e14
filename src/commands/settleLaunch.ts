import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { formatWhen, plural } from '../core/format.ts';
import { toMs } from '../core/timestamp.ts';
import { commandIds } from '../host/commandIds.ts';
import { isOpen, launchState, type LaunchEntry, type LaunchStep } from '../launch/launchIntent.ts';
import { matchLaunch } from '../launch/matchLaunch.ts';
import { stateName } from '../views/presentation.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

/** What became of a launch whose answer was lost: looked up again, and where the list cannot tell, said by the person. */
export async function settleLaunch(context: CommandContext, given: unknown): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  await context.refresh.refresh();
  await context.launches.reconcile();
  const entry = await chosenEntry(context.launches.unsettled, given, context.clock.now());
  if (entry !== undefined) await settleEntry(context, entry);
}

async function chosenEntry(
  entries: readonly LaunchEntry[],
  given: unknown,
  nowMs: number,
): Promise<LaunchEntry | undefined> {
  if (typeof given === 'object' && given !== null && 'id' in given) {
    return entries.find(({ intent }) => intent.id === given.id);
  }
  if (entries.length === 0) throw new HumanError('No launch is in doubt here.');
  if (entries.length === 1) return entries[0];
  const items = entries.map((entry) => ({
    label: entry.intent.name,
    description: `sent ${formatWhen(entry.intent.startedMs, nowMs)}`,
    entry,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Which launch?' }))?.entry;
}

interface AnswerItem extends vscode.QuickPickItem {
  readonly is?: Campaign;
  readonly gone?: true;
}

export async function settleEntry(context: CommandContext, entry: LaunchEntry): Promise<void> {
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
      detail: 'It is looked for whenever the campaigns are read. Nothing is sent meanwhile.',
    },
    {
      label: '$(circle-slash) It was not created…',
      detail: 'Look in the dashboard first.',
      gone: true,
    },
  ];
  const answer = await vscode.window.showQuickPick(items, {
    title: `“${intent.name}”, sent ${formatWhen(intent.startedMs, nowMs)} with ${plural(intent.contacts, 'contact')}`,
    placeHolder:
      candidates.length === 0 ? 'The server does not list it. What became of it?' : 'Which one is it?',
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
  const chosen = await vscode.window.showWarningMessage(
    `Was “${name}” surely not created?`,
    {
      modal: true,
      detail:
        'From then on the same list can be launched again. If it was created all the same, the same people are called twice.',
    },
    'Go Back',
    sure,
  );
  return chosen === sure;
}

/** It was not created, which the person now knows: the list can be launched again, with all questions asked anew. */
async function acknowledge(context: CommandContext, entry: LaunchEntry): Promise<void> {
  const again = 'Create It Again…';
  const { name, list, startedMs } = entry.intent;
  const chosen = await vscode.window.showInformationMessage(
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

async function settle(context: CommandContext, entry: LaunchEntry, step: LaunchStep): Promise<void> {
  const written = await context.submitter.journal.record(entry, step);
  await context.launches.reconcile();
  if (written === undefined) {
    throw new HumanError('Another window has found out meanwhile what became of it. Look at the campaigns.');
  }
}
