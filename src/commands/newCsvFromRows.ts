import * as vscode from 'vscode';
import { Pace, type Steps } from '../callList/pace.ts';
import type { Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { runsAsFormula } from '../core/spreadsheetCell.ts';
import { openNewCsv } from '../editor/untitledCsv.ts';
import { isOver } from '../host/campaignFacts.ts';
import {
  setStatusBarMessage,
  showInformationMessage,
  showQuickPick,
  showWarningMessage,
} from '../host/messages.ts';
import { cohorts, cohortTable } from '../insights/cohorts.ts';
import { visitInPieces } from '../insights/figure.ts';
import { nobodyToCall } from '../insights/nobodyToCall.ts';
import { personFacts, type PersonFacts } from '../insights/personFacts.ts';
import { peopleGroup, type PeopleGroup } from '../panels/peopleGroup.ts';
import { toCsv } from '../panels/tableText.ts';
import type { Panels } from './chosenRows.ts';
import { isAnyRowChosen, mapChosenRows } from './chosenRows.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { readFacts } from './readFacts.ts';
import { targetCampaigns } from './targets.ts';
import { withoutProtected } from './withoutProtected.ts';

/**
 * A call list of people of campaigns: those a page hands over, the selected rows, or a group that a person
 * chooses. It has the columns of the original list, the reason, and the last attempt, and opens as a call
 * list beside that list.
 */
export async function newCsvFromRows(
  context: CommandContext,
  panels: Panels,
  [given, ...rest]: readonly unknown[],
): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const group = await groupOf(context, panels, api, [given, ...rest]);
  if (group !== undefined) await newCsvFromPeople(context, group);
}

/**
 * A call list of these people, without those who must not be called. @returns undefined when the person
 * cancelled
 */
export async function newCsvFromPeople(
  context: CommandContext,
  group: PeopleGroup,
): Promise<vscode.Uri | undefined> {
  const api = await apiOrAsk(context);
  if (api === undefined) return undefined;
  const address = await originOf(context, group.people);
  const people = await withoutProtected(context, api, group, address);
  return people && openListOf(context, { label: group.label, people }, address);
}

/** A call list of exactly these people, opened beside the list they came from. */
export async function openListOf(
  context: CommandContext,
  { label, people }: PeopleGroup,
  address: string | undefined,
): Promise<vscode.Uri> {
  const pace = new Pace();
  const table = await pace.between(cohortTable(people, label.toLowerCase()));
  const { text, formulas } = await pace.between(csvOf(table));
  const uri = await openNewCsv(nameFor(label, address), text, folderOf(address));
  await context.callLists.mark(uri);
  void setStatusBarMessage(`${plural(people.length, 'person', 'people')} on the new list.`, 5000);
  warnOfFormulas(formulas);
  return uri;
}

/** The table as a file, and how many of its cells a spreadsheet would run. */
function* csvOf(
  table: readonly (readonly string[])[],
): Steps<{ readonly text: string; readonly formulas: number }> {
  const lines: string[] = [];
  let formulas = 0;
  yield* visitInPieces(table, (cells) => {
    lines.push(toCsv([cells]));
    for (const cell of cells) if (runsAsFormula(cell)) formulas += 1;
  });
  return { text: lines.join(''), formulas };
}

/**
 * Warns about cells that a spreadsheet would run. They are not escaped, because an assistant would say the
 * apostrophe.
 */
function warnOfFormulas(cells: number): void {
  if (cells === 0) return;
  const [begins, them] = cells === 1 ? ['begins', 'it'] : ['begin', 'them'];
  void showWarningMessage(
    `${plural(cells, 'cell')} of the new list ${begins} like a formula, and a spreadsheet would run ${them}. Edit the list in VS Code, or import its columns as text in the spreadsheet.`,
  );
}

/** @returns undefined when the person cancelled */
async function groupOf(
  context: CommandContext,
  panels: Panels,
  api: CampaignApi,
  args: readonly unknown[],
): Promise<PeopleGroup | undefined> {
  const group = peopleGroup(args[0]);
  if (group !== undefined) return group;
  const inPanel = panels.rows.active !== undefined || panels.transcript.active !== undefined;
  if (args[0] === undefined && inPanel && isAnyRowChosen(panels)) return selectedGroup(context, panels);
  const { campaignIds } = (args[0] ?? {}) as { readonly campaignIds?: unknown };
  const front = panels.rows.active?.campaignId;
  const targets =
    campaignIds === undefined
      ? args[0] === undefined && front !== undefined
        ? [front]
        : args
      : [campaignIds];
  const campaigns = await targetCampaigns(context, targets, {
    title: 'Follow-Up Calls: Campaigns',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  return campaigns.length === 0 ? undefined : chooseCohort(context, api, campaigns);
}

async function selectedGroup(context: CommandContext, panels: Panels): Promise<PeopleGroup> {
  const campaignId = panels.rows.active?.campaignId ?? panels.transcript.active?.campaignId ?? '';
  const campaign = context.store.campaign(campaignId);
  const campaignOver = campaign !== undefined && isOver(campaign, context.clock.now());
  const people = await mapChosenRows(panels, (row) => personFacts(row, { campaignId, campaignOver }));
  return { label: 'Selected', people };
}

async function chooseCohort(
  context: CommandContext,
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<PeopleGroup | undefined> {
  const people = await readFacts(context, api, campaigns);
  if (people === undefined) return undefined;
  const found = await new Pace().between(cohorts(people));
  const items = found.map(({ label, detail, reason, people: members }) => ({
    label,
    detail,
    description: plural(members.length, 'person', 'people'),
    group: { label: reason, people: members },
  }));
  if (items.length === 0) {
    void showInformationMessage(nobodyToCall(people));
    return undefined;
  }
  const chosen = await showQuickPick(items, {
    title: 'Follow-Up Calls',
    placeHolder: 'Choose the people for the new list',
    matchOnDetail: true,
  });
  return chosen?.group;
}

/** The address of the list that the first of these campaigns came from. */
export async function originOf(
  { provenances }: CommandContext,
  people: readonly PersonFacts[],
): Promise<string | undefined> {
  const lists = await provenances.lists();
  for (const campaignId of new Set(people.map((person) => person.campaignId))) {
    const address = lists.get(campaignId);
    if (address !== undefined) return address;
  }
  return undefined;
}

function folderOf(address: string | undefined): vscode.Uri | undefined {
  const uri = address === undefined ? undefined : vscode.Uri.parse(address);
  if (uri?.scheme === 'file') return vscode.Uri.joinPath(uri, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** `november-voicemail` */
function nameFor(label: string, address: string | undefined): string {
  const file = address?.slice(address.lastIndexOf('/') + 1) ?? '';
  const base = decodeURIComponent(file).replace(/\.[^.]*$/, '') || 'contacts';
  const words = label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${base}-${words}`.slice(0, 80);
}
