import * as vscode from 'vscode';
import { commandIds } from '../host/commandIds.ts';
import { decisionsText } from '../callList/decisions.ts';
import { summarySentence } from '../callList/summary.ts';
import { withoutIcons } from '../core/plainText.ts';
import { problemSeverity } from '../host/settings.ts';
import type { CallLists } from './callLists.ts';
import { csvSelector } from './csvSelector.ts';
import { choicesSentence } from './choiceText.ts';
import { lensTitle } from './lensText.ts';
import { readSeverities } from './shownProblems.ts';

/** The line above the header of a call list: what was found, and the actions. Other CSV files have none. */
export class ListLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #lists: CallLists;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(lists: CallLists) {
    this.#lists = lists;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      lists.onDidChange(() => this.#changed.fire()),
      vscode.languages.registerCodeLensProvider(csvSelector, this),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!this.#lists.isCallList(document)) return [];
    const { list, choices = {} } = this.#lists.last(document) ?? {};
    // The first check takes a moment, and its result decides about the line.
    if (list === undefined) return [];
    const line = list.dialect.headerLine - 1;
    const range = new vscode.Range(line, 0, line, 0);
    const found = {
      title: lensTitle(list, readSeverities(problemSeverity(document.uri))),
      tooltip: summarySentence(list),
      command: 'workbench.panel.markers.view.focus',
    };
    const check = { title: 'Check', command: commandIds.checkCallList, arguments: [document.uri] };
    const preview = {
      title: 'Preview',
      tooltip: 'What the assistant says to a row',
      command: commandIds.previewRow,
      arguments: [document.uri],
    };
    const create = {
      title: 'Prepare Campaign…',
      command: commandIds.openLaunchSheet,
      arguments: [document.uri],
    };
    const decisions = decisionsText(list);
    const decided =
      decisions === undefined
        ? undefined
        : {
            title: decisions,
            tooltip: 'Change how this list is read',
            command: commandIds.listChoices,
            arguments: [document.uri],
          };
    const sentence = choicesSentence(choices);
    const chosen =
      sentence === undefined
        ? undefined
        : {
            title: 'Read as chosen',
            tooltip: sentence,
            command: commandIds.listChoices,
            arguments: [document.uri],
          };
    return (
      [found, decided, chosen, check, preview, create]
        .filter((command) => command !== undefined)
        // VS Code draws icons in a code lens, and a decision contains column names of the list.
        .map((command) => ({ ...command, title: withoutIcons(command.title) }))
        .map((command) => new vscode.CodeLens(range, command))
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
