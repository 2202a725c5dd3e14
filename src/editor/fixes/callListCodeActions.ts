import * as vscode from 'vscode';
import type { AccountCountry } from '../accountCountry.ts';
import type { CallLists } from '../callLists.ts';
import { csvSelector } from '../csvSelector.ts';
import { editorRange } from '../editorRange.ts';
import type { ListReading } from '../listReading.ts';
import { fixAllKind, type ActionSource } from './actionSource.ts';
import { ListAction } from './listAction.ts';

/**
 * The light bulb in a call list: a single provider, because VS Code does not guarantee an order across
 * several. What it offers loads with the first request for a call list: VS Code asks about every other CSV
 * file, too.
 */
export class CallListCodeActions implements vscode.CodeActionProvider {
  static register(lists: CallLists, reading: ListReading, account: AccountCountry): vscode.Disposable {
    return vscode.languages.registerCodeActionsProvider(
      csvSelector,
      new CallListCodeActions(lists, reading, account),
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
      },
    );
  }

  readonly #lists: CallLists;
  readonly #reading: ListReading;
  readonly #account: AccountCountry;
  #sources: Promise<readonly ActionSource[]> | undefined;

  private constructor(lists: CallLists, reading: ListReading, account: AccountCountry) {
    this.#lists = lists;
    this.#reading = reading;
    this.#account = account;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (!this.#lists.isCallList(document)) return [];
    const checked = await this.#lists.current(document);
    if (checked === undefined) return [];
    const here = checked.list.problems.filter(
      (problem) => editorRange(problem).intersection(range) !== undefined,
    );
    const sources = await (this.#sources ??= this.#load());
    const request = { document, checked, here, context };
    const found = await Promise.all(sources.map(async (source) => source(request)));
    const { only } = context;
    return found
      .flat()
      .filter(({ kind }) => only === undefined || (kind !== undefined && only.contains(kind)));
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (action instanceof ListAction) await action.resolve();
    return action;
  }

  async #load(): Promise<readonly ActionSource[]> {
    const { actionSources } = await import('./actionSources.ts');
    return actionSources(this.#reading, this.#account);
  }
}
