import * as vscode from 'vscode';
import { Pace } from '../callList/pace.ts';
import { callCapabilities } from '../core/callCapabilities.ts';
import type { Campaign } from '../core/campaign.ts';
import { formatWhen, plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage, showQuickPick, showWarningMessage } from '../host/messages.ts';
import { notReached } from '../insights/cohorts.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import { nobodyToCall } from '../insights/nobodyToCall.ts';
import { callableAgain, type CallableAgain } from '../insights/redialPlan.ts';
import { peopleGroup, type PeopleGroup } from '../panels/peopleGroup.ts';
import { launchWaiting } from '../sending/launchWaiting.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { openListOf, originOf } from './newCsvFromRows.ts';
import { readFacts } from './readFacts.ts';
import { targetCampaigns } from './targets.ts';
import { withoutProtected } from './withoutProtected.ts';

/**
 * Calls people again whom nobody reached and nobody calls now: by the same calls where the service
 * allows it and attempts are left, else by a new list on the launch sheet. It is remembered: who was
 * redialled before is not redialled again without a question.
 */
export async function redial(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const group = peopleGroup(args[0]) ?? (await askForNotReached(context, api, args));
  if (group === undefined) return;
  if (!(await mayBeRedialled(context, group.people))) return;
  const address = await originOf(context, group.people);
  const people = await withoutProtected(context, api, group, address);
  if (people === undefined) return;
  const way = await chooseWay(context, api, people);
  if (way === undefined) return;
  const nowMs = context.clock.now();
  const { redials } = context;
  if (way.kind === 'same calls') {
    const callIds = way.calls.map(({ callId }) => callId);
    const end = await launchWaiting(context, api, way.campaign, { callIds, again: true });
    if (end === undefined || end.kind === 'refused') return;
    await redials.remember(numbersOf(way.calls), nowMs);
    return;
  }
  const uri = await openListOf(context, { label: group.label, people }, address);
  await redials.remember(numbersOf(people), nowMs);
  const assistantId = campaignOf(context, people)?.assistant_id;
  await vscode.commands.executeCommand(commandIds.openLaunchSheet, uri, { assistantId });
}

function numbersOf(people: readonly { readonly phone: string }[]): readonly string[] {
  return people.map(({ phone }) => phone);
}

/** The campaign of these people, where all are of one that is known. */
function campaignOf({ store }: CommandContext, people: readonly PersonFacts[]): Campaign | undefined {
  const [first, ...others] = new Set(people.map(({ campaignId }) => campaignId));
  return first === undefined || others.length > 0 ? undefined : store.campaign(first);
}

async function mayBeRedialled(
  { redials, clock }: CommandContext,
  people: readonly PersonFacts[],
): Promise<boolean> {
  const before = await redials.of(numbersOf(people));
  if (before.count === 0) return true;
  const again = 'Redial Anyway';
  const who = plural(before.count, 'of these people was', 'of these people were');
  const when = before.latestMs === undefined ? '' : `, last ${formatWhen(before.latestMs, clock.now())}`;
  const question = `${who} already redialled${when}. Call them again?`;
  const options = { modal: true, detail: 'Nobody is called until you confirm again.' };
  return (await showWarningMessage(question, options, 'Go Back', again)) === again;
}

type Way =
  | {
      readonly kind: 'same calls';
      readonly campaign: Campaign;
      readonly calls: readonly CallableAgain[];
    }
  | { readonly kind: 'new campaign' };

/** Asks only where there is a choice. @returns undefined when the person cancelled */
async function chooseWay(
  context: CommandContext,
  api: CampaignApi,
  people: readonly PersonFacts[],
): Promise<Way | undefined> {
  const campaign = campaignOf(context, people);
  if (campaign === undefined || campaign.is_cancelled) return { kind: 'new campaign' };
  if (!callCapabilities('completed', api.server).includes('again')) return { kind: 'new campaign' };
  const { rules } = readCallingRules(campaign.call_retry_config ?? campaign.assistant?.call_retry_config);
  const callable = await new Pace().between(callableAgain(people, rules.maxAttempts));
  if (callable.length === 0) return { kind: 'new campaign' };
  const items: readonly (vscode.QuickPickItem & { readonly way: Way })[] = [
    {
      label: '$(debug-restart) The same calls again',
      description: plural(callable.length, 'person', 'people'),
      detail: `In “${campaign.name}”. The service repeats calls that have attempts left.`,
      way: { kind: 'same calls', campaign, calls: callable },
    },
    {
      label: '$(new-file) A new campaign',
      description: plural(people.length, 'person', 'people'),
      detail: 'Opens a list of these people on the launch sheet, with its own attempts and rules.',
      way: { kind: 'new campaign' },
    },
  ];
  return (await showQuickPick(items, { title: 'Redial: How?', placeHolder: 'Nobody is called yet' }))?.way;
}

async function askForNotReached(
  context: CommandContext,
  api: CampaignApi,
  args: readonly unknown[],
): Promise<PeopleGroup | undefined> {
  const campaigns = await targetCampaigns(context, args, {
    title: 'Redial the People Not Reached',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  const people = campaigns.length === 0 ? undefined : await readFacts(context, api, campaigns);
  if (people === undefined) return undefined;
  const members = await new Pace().between(notReached(people));
  if (members.length > 0) return { label: 'Not reached', people: members };
  void showInformationMessage(nobodyToCall(people));
  return undefined;
}
