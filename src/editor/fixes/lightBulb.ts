import * as vscode from 'vscode';
import { csvSelector } from '../csvSelector.ts';
import { ListAction } from './listAction.ts';

/** What can be done about one kind of trouble in a call list. */
export interface ActionSource {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<readonly vscode.CodeAction[]>;
}

/** Fixing on save asks for these by their kind. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('revox');

/**
 * The light bulb in a call list: one provider, for VS Code shows those of several in an order of its own. The sources come from the
 * narrow to the wide: this cell, all cells like it, how the whole list is read.
 */
export class LightBulb implements vscode.CodeActionProvider {
  static register(...sources: readonly ActionSource[]): vscode.Disposable {
    return vscode.languages.registerCodeActionsProvider(csvSelector, new LightBulb(sources), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    });
  }

  readonly #sources: readonly ActionSource[];

  private constructor(sources: readonly ActionSource[]) {
    this.#sources = sources;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const found = await Promise.all(
      this.#sources.map((source) => source.provideCodeActions(document, range, context)),
    );
    const { only } = context;
    return found
      .flat()
      .filter(({ kind }) => only === undefined || (kind !== undefined && only.contains(kind)));
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (action instanceof ListAction) await action.resolve();
    return action;
  }
}
