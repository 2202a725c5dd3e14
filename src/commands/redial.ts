import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { formatWhen, plural } from '../core/format.ts';
import { commandIds } from '../host/commandIds.ts';
import { showWarningMessage } from '../host/messages.ts';
import { cohorts } from '../insights/cohorts.ts';
import { peopleGroup, type PeopleGroup } from '../panels/peopleGroup.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { newCsvFromPeople } from './newCsvFromRows.ts';
import { readFacts } from './readFacts.ts';
import { targetCampaigns } from './targets.ts';

/**
 * Makes a new list of everybody who was not reached and will not be called again, and opens it on the launch
 * sheet. Who was put on such a list before is remembered, and is put on another one only after a question.
 */
export async function redial(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const group = peopleGroup(args[0]) ?? (await notReached(context, args));
  if (group === undefined) return;
  if (group.people.length === 0) {
    throw new HumanError(
      'Everybody was reached, or is still being called: there is nobody to call again yet.',
    );
  }
  const { redials, clock } = context;
  const nowMs = clock.now();
  const rowIds = group.people.map(({ rowId }) => rowId);
  const before = redials.of(rowIds);
  if (before.count > 0) {
    const again = 'Redial All the Same';
    const who = plural(before.count, 'of these people is', 'of these people are');
    const when = before.latestMs === undefined ? '' : `, the last time ${formatWhen(before.latestMs, nowMs)}`;
    const question = `${who} on a redial list already${when}. Call them once more?`;
    const options = { modal: true, detail: 'Nobody is called before you have launched the new campaign.' };
    if ((await showWarningMessage(question, options, 'Go Back', again)) !== again) return;
  }
  const uri = await newCsvFromPeople(context, group);
  if (uri === undefined) return;
  await redials.remember(rowIds, nowMs);
  await vscode.commands.executeCommand(commandIds.openLaunchSheet, uri);
}

async function notReached(
  context: CommandContext,
  args: readonly unknown[],
): Promise<PeopleGroup | undefined> {
  const api = await apiOrAsk(context);
  if (api === undefined) return undefined;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Redial the People Not Reached',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  const people = campaigns.length === 0 ? undefined : await readFacts(context, api, campaigns);
  if (people === undefined) return undefined;
  const members = cohorts(people).find(({ key }) => key === 'notReached')?.people ?? [];
  return { label: 'Not reached', people: members };
}
