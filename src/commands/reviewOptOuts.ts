import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { outcomeText } from '../core/outcomeText.ts';
import { showInformationMessage, showQuickPick } from '../host/messages.ts';
import { mayOptOut } from '../insights/campaignReport.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import type { OptOutLine } from '../insights/talkFacts.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { putOnSuppressionList } from './neverCallAgain.ts';
import { originOf } from './newCsvFromRows.ts';
import { readFacts } from './readFacts.ts';
import { targetCampaigns } from './targets.ts';

interface ReviewItem extends vscode.QuickPickItem {
  readonly person: PersonFacts;
}

/**
 * People who may have asked not to be called again, each with the line they said. Whom a person ticks goes on
 * the suppression list; nobody is ticked beforehand, and nobody is suppressed by a phrase alone.
 */
export async function reviewOptOuts(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Who Asked Not to Be Called Again',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  const people = campaigns.length === 0 ? undefined : await readFacts(context, api, campaigns);
  if (people === undefined) return;
  const found = oncePerNumber(people.filter(mayOptOut));
  if (found.length === 0) {
    void showInformationMessage(
      'No opt-outs found in call outcomes or in what people said. Phrases are understood best in English, French, German, Spanish, Italian and Portuguese, and in part in other languages.',
    );
    return;
  }
  const chosen = await showQuickPick(found.map(reviewItem), {
    title: `May Not Want to Be Called Again: ${plural(found.length, 'Person', 'People')}`,
    placeHolder: 'Read the lines, and tick who goes on the suppression list',
    canPickMany: true,
    matchOnDetail: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  const numbers = chosen.map(({ person }) => person.phone);
  await putOnSuppressionList(context, { list: await listOf(context, chosen), numbers });
}

/** A number that is in several rows or campaigns is reviewed once, with what was said where there is that. */
function oncePerNumber(people: readonly PersonFacts[]): readonly PersonFacts[] {
  const found = new Map<string, PersonFacts>();
  for (const person of people) {
    const known = found.get(person.phone);
    if (known === undefined || lineOf(known) === undefined) found.set(person.phone, person);
  }
  return [...found.values()];
}

function lineOf({ attempts }: PersonFacts): OptOutLine | undefined {
  return attempts.findLast(({ optOut }) => optOut !== undefined)?.optOut;
}

function reviewItem(person: PersonFacts): ReviewItem {
  const line = lineOf(person);
  const said = line === undefined ? '' : 'said in a call';
  const quote = line === undefined ? person.outcomeSummary : `“${line.quote}”`;
  return {
    label: person.phone,
    description: person.outcome === undefined ? said : outcomeText(person.outcome),
    detail: quote ?? 'No line is quoted: the outcome of the call says so.',
    person,
  };
}

/** The call list that the first of them came from; its suppression lists count. */
async function listOf(context: CommandContext, chosen: readonly ReviewItem[]): Promise<vscode.Uri> {
  const people = chosen.map(({ person }) => person);
  const address = await originOf(context, people);
  if (address !== undefined) return vscode.Uri.parse(address);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    throw new HumanError(
      'It is not known which call list these campaigns came from. Open the folder of your lists, so that a suppression list can be made there.',
    );
  }
  return vscode.Uri.joinPath(folder, 'contacts.csv');
}
