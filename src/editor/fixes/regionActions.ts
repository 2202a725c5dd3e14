import * as vscode from 'vscode';
import type { CallList } from '../../contacts/callList.ts';
import { commandIds } from '../../host/commandIds.ts';
import { editorRange } from '../editorRange.ts';
import type { ActionSource } from './actionSource.ts';
import type { CallLists } from '../callLists.ts';

const noRegion = 'revox.phone.noRegion';

/** The light bulb on a number without a country: the country these numbers seem to be from, for a person to agree to. */
export class RegionActions implements ActionSource {
  readonly #lists: CallLists;
  readonly #suggested = new WeakMap<CallList, Promise<{ region: string; name: string } | undefined>>();

  constructor(lists: CallLists) {
    this.#lists = lists;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const list = (await this.#lists.current(document))?.list;
    const isHere = list?.problems.some(
      (problem) => problem.code === noRegion && editorRange(problem).intersection(range) !== undefined,
    );
    if (list === undefined || isHere !== true) return [];
    const suggested = await this.#suggestion(list);
    if (suggested === undefined) return [];
    const { region, name } = suggested;
    const action = (target: 'folder' | 'user', where: string): vscode.CodeAction => {
      const title = `Set default country to ${name} (${region}) for ${where}`;
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      made.diagnostics = context.diagnostics.filter(({ code }) => code === noRegion);
      made.command = {
        title,
        command: commandIds.setDefaultRegion,
        arguments: [document.uri, region, target],
      };
      return made;
    };
    const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    return [...(inFolder ? [action('folder', 'this folder')] : []), action('user', 'all my folders')];
  }

  /** Worked out once a check: the light bulb is asked for whenever the cursor moves. */
  #suggestion(list: CallList): Promise<{ region: string; name: string } | undefined> {
    const suggested =
      this.#suggested.get(list) ??
      import('../../contacts/phone/regionGuess.ts').then(({ suggestedRegion }) => suggestedRegion(list));
    this.#suggested.set(list, suggested);
    return suggested;
  }
}
