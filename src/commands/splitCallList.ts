import * as vscode from 'vscode';
import type { CallList } from '../contacts/callList.ts';
import type { CsvRecord } from '../contacts/records.ts';
import { HumanError } from '../core/errors.ts';
import { openUntitledCsv } from '../editor/untitledCsv.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { chooseCallList } from './create/callListFile.ts';
import { checkWithProgress } from './create/check.ts';
import { commandIds } from '../host/commandIds.ts';

interface Checked {
  readonly list: CallList;
  readonly text: string;
  readonly records: readonly CsvRecord[];
}

/** Who is left out, with the reason, as a file to repair or to hand back. */
export function registerOpenExcludedRows(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.openExcludedRows, async (given?: unknown) => {
    const uri = await chooseCallList(given);
    const checked = uri && (await check(context, uri));
    if (uri === undefined || checked === undefined) return;
    const { list, records, text } = checked;
    const { read, ready, blank } = list.counts;
    if (read - blank === ready) {
      void vscode.window.showInformationMessage(`Nobody is left out of “${nameOf(uri).whole}”.`);
      return;
    }
    const { excludedCsv } = await import('../editor/listCsv.ts');
    const { base, ending } = nameOf(uri);
    await openUntitledCsv(`${base}-left-out`, ending, excludedCsv(list, records, text));
  });
}

/** Who can be called, and nobody else. */
export function registerOpenCleanList(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.openCleanList, async (given?: unknown) => {
    const uri = await chooseCallList(given);
    const checked = uri && (await check(context, uri));
    if (uri === undefined || checked === undefined) return;
    const { list, records, text } = checked;
    const { base, ending, whole } = nameOf(uri);
    if (list.counts.ready === 0) {
      const { summarySentence } = await import('../contacts/summary.ts');
      throw new HumanError(`Nobody on “${whole}” can be called. ${summarySentence(list)}`);
    }
    const { cleanCsv } = await import('../editor/listCsv.ts');
    await openUntitledCsv(`${base}-clean`, ending, cleanCsv(list, records, text));
  });
}

/** As the editor shows it, unsaved text included. */
async function check(context: CommandContext, uri: vscode.Uri): Promise<Checked | undefined> {
  const document = await openText(uri);
  const text = document.getText();
  const { options } = await context.reading.of(uri);
  const question = { ...options, variables: context.callLists.variables(uri) };
  const file = { uri, name: nameOf(uri).whole, source: text };
  const list = await checkWithProgress(file, question);
  if (list === undefined) return undefined;
  const { readRecords } = await import('../editor/listRecords.ts');
  return { list, text, records: await readRecords(text) };
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    throw new HumanError(
      `“${nameOf(uri).whole}” cannot be opened in an editor, so neither can a part of it. A file above 50 MB has to be split first.`,
      { cause: error },
    );
  }
}

function nameOf(uri: vscode.Uri): { readonly whole: string; readonly base: string; readonly ending: string } {
  const whole = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const ending = /\.(?:csv|tsv|txt)$/i.exec(whole)?.[0] ?? '';
  return {
    whole,
    base: whole.slice(0, whole.length - ending.length),
    ending: ending === '' ? '.csv' : ending,
  };
}
