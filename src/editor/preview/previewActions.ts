import * as vscode from 'vscode';
import type { ProblemCode } from '../../contacts/problems.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { CallLists } from '../callLists.ts';
import { editorRange } from '../editorRange.ts';
import type { ActionSource } from '../fixes/actionSource.ts';

/** The light bulb on what would sound odd: hear it in its sentence first. */
export class PreviewActions implements ActionSource {
  readonly #lists: CallLists;

  constructor(lists: CallLists) {
    this.#lists = lists;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const list = (await this.#lists.current(document))?.list;
    const problem = list?.problems.find(
      (candidate) => isHeard(candidate.code) && editorRange(candidate).intersection(range) !== undefined,
    );
    if (problem === undefined) return [];
    const title = 'Preview what is said to this row…';
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: commandIds.previewRow, arguments: [document.uri, problem.line] };
    action.diagnostics = context.diagnostics.filter(({ code }) => code === problem.code);
    return [action];
  }
}

function isHeard(code: ProblemCode): boolean {
  return code.startsWith('revox.value.') || code.startsWith('revox.variable.empty');
}
