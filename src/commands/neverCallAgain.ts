import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { showInformationMessage, showQuickPick } from '../host/messages.ts';
import { folderOf } from '../host/workspaceFiles.ts';
import { addToSuppressionList } from '../editor/suppression/suppressionWriter.ts';
import type { Panels } from './chosenRows.ts';
import { chosenCampaignId, mapChosenRows } from './chosenRows.ts';
import type { CommandContext } from './context.ts';
import { chooseCallList } from '../sending/callListFile.ts';
import { openedList } from './openedList.ts';

/** Numbers that are never to be called again, and the list whose suppression lists they join. */
export interface PeopleToSuppress {
  readonly list: vscode.Uri;
  /** E.164, each once. */
  readonly numbers: readonly string[];
}

/**
 * Puts whoever asked for it on a suppression list: the rows under the cursor of a call list, or those
 * selected in a campaign.
 */
export async function neverCallAgain(
  context: CommandContext,
  panels: Panels,
  [given, line]: readonly unknown[],
): Promise<void> {
  const inPanel = panels.rows.active !== undefined || panels.transcript.active !== undefined;
  const people =
    inPanel && typeof line !== 'number'
      ? await fromSelectedRows(context, panels)
      : await fromListLines(context, given, line);
  if (people !== undefined) await putOnSuppressionList(context, people);
}

/** Asks for the file, writes the numbers to it, and says so. */
export async function putOnSuppressionList(context: CommandContext, people: PeopleToSuppress): Promise<void> {
  const { suppressions } = await context.reading.fresh(people.list);
  const wanted = people.numbers.filter((number) => suppressions.numbers?.has(number) !== true);
  const what = numbersText(people.numbers);
  if (wanted.length === 0) {
    const name = suppressions.numbers?.listOf?.(people.numbers[0] ?? '') ?? 'a suppression list';
    void showInformationMessage(
      `${what} on ${name} already: no new campaign from this list calls ${them(people.numbers)}.`,
    );
    return;
  }
  const file = await chooseFile(people.list, suppressions.lists, wanted);
  if (file === undefined) return;
  const end = await addToSuppressionList(file, wanted);
  const name = vscode.workspace.asRelativePath(file);
  const open = 'Open the File';
  const saved = end === 'saved' ? '' : ' The file has unsaved changes, including this one. Save it.';
  const chosen = await showInformationMessage(
    `${what} on ${name} now, so no new campaign from this list calls ${them(people.numbers)}. Existing campaigns are not affected and may still call ${them(people.numbers)}.${saved}`,
    open,
  );
  if (chosen === open) await vscode.window.showTextDocument(file);
}

async function fromListLines(
  context: CommandContext,
  given: unknown,
  line: unknown,
): Promise<PeopleToSuppress | undefined> {
  const uri = await chooseCallList(typeof given === 'string' ? vscode.Uri.parse(given) : given);
  const opened = uri && (await openedList(context, uri));
  if (uri === undefined || opened === undefined) return undefined;
  const { list, records } = opened;
  const { recordAt } = await import('../editor/listRecords.ts');
  const { readPhone } = await import('../callList/phone/readPhone.ts');
  const { options } = await context.reading.of(uri);
  const rows = new Set(linesOf(uri, line).map((chosen) => recordAt(records, chosen)));
  const numbers = new Set<string>();
  for (const row of rows) {
    const cell = list.phoneColumn === undefined ? undefined : row?.cells[list.phoneColumn];
    if (row === undefined || cell === undefined || row.line < list.dialect.headerLine) continue;
    if (list.dialect.hasHeader && row.line === list.dialect.headerLine) continue;
    const verdict = readPhone(cell, { region: options.defaultRegion, repairs: options.repairs });
    if (verdict.e164 === undefined) {
      throw new HumanError(
        `The number in line ${row.line} cannot be read, so it cannot be put on a suppression list. ${verdict.problem.message}`,
      );
    }
    numbers.add(verdict.e164);
  }
  if (numbers.size === 0) {
    throw new HumanError(
      'Put the cursor on the row of the person who is not to be called again, then try again.',
    );
  }
  return { list: uri, numbers: [...numbers] };
}

/** 1-based; all that the selections of the list's editor touch. */
function linesOf(uri: vscode.Uri, line: unknown): number[] {
  if (typeof line === 'number') return [line];
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return (editor?.selections ?? []).flatMap(({ start, end }) => {
    // A selection of whole lines ends at the start of the line below, which is not part of it.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index + 1);
  });
}

async function fromSelectedRows(context: CommandContext, panels: Panels): Promise<PeopleToSuppress> {
  const numbers = [...new Set(await mapChosenRows(panels, (row) => row.phone_number))];
  const campaignId = chosenCampaignId(panels);
  const address = campaignId === undefined ? undefined : await context.provenances.listOf(campaignId);
  if (address === undefined) {
    throw new HumanError(
      'It is not known which call list this campaign came from, so neither is its suppression list. Open the call list and use this command on the row there.',
    );
  }
  return { list: vscode.Uri.parse(address), numbers };
}

/** One of the lists that count for this call list, or a new one beside it. */
async function chooseFile(
  list: vscode.Uri,
  known: readonly {
    readonly name: string;
    readonly uri: vscode.Uri;
    readonly list: { readonly numbers: ReadonlySet<string> };
  }[],
  numbers: readonly string[],
): Promise<vscode.Uri | undefined> {
  const items = known.map(({ name, uri, list: { numbers: on } }) => ({
    label: name,
    description: plural(on.size, 'number'),
    uri,
  }));
  const folder = folderOf(list);
  const beside = folder && vscode.Uri.joinPath(folder, 'suppression.csv');
  if (beside !== undefined && !known.some(({ uri }) => uri.toString() === beside.toString())) {
    const label = vscode.workspace.asRelativePath(beside);
    items.push({ label, description: 'new, beside the list', uri: beside });
  }
  if (items.length === 0) {
    throw new HumanError('Save the list first. Its suppression list is created in the same folder.');
  }
  const chosen = await showQuickPick(items, {
    title: `Never Call ${numbers.length === 1 ? (numbers[0] ?? '') : plural(numbers.length, 'Number')} Again`,
    placeHolder: 'The suppression list to put it on',
  });
  return chosen?.uri;
}

/** `+33199001201 is`, `3 numbers are` */
function numbersText(numbers: readonly string[]): string {
  return numbers.length === 1 ? `${numbers[0] ?? ''} is` : `${plural(numbers.length, 'number')} are`;
}

function them(numbers: readonly string[]): string {
  return numbers.length === 1 ? 'it' : 'them';
}
