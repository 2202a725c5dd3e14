import * as vscode from 'vscode';
import { decisionsText } from '../callList/decisions.ts';
import { leftOutCount, summarySentence } from '../callList/summary.ts';
import { formatCount, withFullStop } from '../core/format.ts';
import { DisposableStore } from '../host/disposables.ts';
import { createLanguageStatusItem } from '../host/messages.ts';
import { choicesSentence } from './choiceText.ts';
import type { CallLists } from './callLists.ts';
import { csvSelector } from './csvSelector.ts';

/**
 * Among the facts about the file in front (behind `{}` in the status bar): how many of a call list are ready.
 */
export class ListStatus implements vscode.Disposable {
  readonly #lists: CallLists;
  readonly #disposables = new DisposableStore();
  #item: vscode.LanguageStatusItem | undefined;

  constructor(lists: CallLists) {
    this.#lists = lists;
    this.#disposables.add(lists.onDidChange(() => this.#update()));
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(() => this.#update()));
    this.#update();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const checked =
      document === undefined || !this.#lists.isCallList(document) ? undefined : this.#lists.last(document);
    if (checked === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    const { list, choices } = checked;
    const item = (this.#item ??= createLanguageStatusItem('revox.callList', csvSelector));
    item.name = 'Revox Call List';
    item.text = `${formatCount(list.counts.ready)} ready, ${formatCount(leftOutCount(list.counts))} left out`;
    const decisions = decisionsText(list);
    const decided = decisions === undefined ? undefined : withFullStop(decisions);
    item.detail = [summarySentence(list), decided, choicesSentence(choices)]
      .filter((text) => text !== undefined)
      .join(' ');
    item.command = { title: 'Show Problems', command: 'workbench.panel.markers.view.focus' };
  }

  dispose(): void {
    this.#item?.dispose();
    this.#disposables.dispose();
  }
}
