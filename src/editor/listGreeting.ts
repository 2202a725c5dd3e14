import * as vscode from 'vscode';
import { commandIds } from '../host/commandIds.ts';
import { ContextKey } from '../host/contextKeys.ts';
import { DisposableStore } from '../host/disposables.ts';
import { greetsCallLists, onDidChangeSetting } from '../host/settings.ts';
import type { CallLists } from './callLists.ts';
import { csvSelector, isNotebookCell } from './csvSelector.ts';
import { greetingChars, greetingText, wholeLines } from './greetingText.ts';
import type { ListReading } from './listReading.ts';
import type { RememberedLists } from './rememberedLists.ts';

/** The file in front is a call list, or looks like one: its editor's title has a button. */
const inFrontKey = new ContextKey<boolean>('revox.callListInFront');

interface Greeting {
  readonly version: number;
  /** Undefined: the file does not look like a call list. */
  readonly title: string | undefined;
  /** 0-based line that it is above. */
  readonly line: number;
}

/**
 * One muted line above the header of a CSV that looks like a call list and that nobody has checked yet. It
 * marks nothing in the file. Only the beginning of the file is read.
 */
export class ListGreeting implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #lists: CallLists;
  readonly #reading: ListReading;
  readonly #dismissed: RememberedLists;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #greetings = new Map<string, Greeting>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(lists: CallLists, reading: ListReading, dismissed: RememberedLists) {
    this.#lists = lists;
    this.#reading = reading;
    this.#dismissed = dismissed;
    const { window, workspace, languages } = vscode;
    this.#disposables.add(languages.registerCodeLensProvider(csvSelector, this));
    this.#disposables.add(window.onDidChangeActiveTextEditor(() => void this.#updateFront()));
    this.#disposables.add(lists.onDidChange(() => this.#refresh()));
    this.#disposables.add(onDidChangeSetting(['greetCallLists', 'defaultRegion'], () => this.#refresh()));
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => this.#greetings.delete(uri.toString())),
    );
    void this.#updateFront();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const greeting = await this.#greet(document);
    if (greeting?.title === undefined) return [];
    const { line, title } = greeting;
    const range = new vscode.Range(line, 0, line, 0);
    const targets = [document.uri];
    return [
      { title, tooltip: 'Check this call list', command: commandIds.checkCallList, arguments: targets },
      { title: 'Check', command: commandIds.checkCallList, arguments: targets },
      { title: 'Prepare Campaign…', command: commandIds.openLaunchSheet, arguments: targets },
      {
        title: 'Hide',
        tooltip: 'Do not show this line for this file again',
        command: commandIds.dismissGreeting,
        arguments: targets,
      },
    ].map((command) => new vscode.CodeLens(range, command));
  }

  /** Hides the line above this file permanently in this workspace. */
  async dismiss(uri: vscode.Uri): Promise<void> {
    await this.#dismissed.add(uri.toString());
    this.#refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #refresh(): void {
    this.#greetings.clear();
    this.#changed.fire();
    void this.#updateFront();
  }

  async #updateFront(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const isList = document !== undefined && this.#lists.isCallList(document);
    const greeting = document === undefined || isList ? undefined : await this.#greet(document);
    if (vscode.window.activeTextEditor?.document !== document) return;
    inFrontKey.set(isList || greeting?.title !== undefined);
  }

  async #greet(document: vscode.TextDocument): Promise<Greeting | undefined> {
    const { uri, version } = document;
    if (!isCsv(document) || !greetsCallLists() || this.#lists.isCallList(document)) return undefined;
    if (this.#dismissed.has(uri.toString())) return undefined;
    const known = this.#greetings.get(uri.toString());
    if (known?.version === version) return known;
    const greeting = await this.#read(document);
    this.#greetings.set(uri.toString(), greeting);
    return greeting;
  }

  async #read(document: vscode.TextDocument): Promise<Greeting> {
    const { version } = document;
    const end = document.positionAt(greetingChars);
    const beginning = document.getText(new vscode.Range(new vscode.Position(0, 0), end));
    const isWhole = document.offsetAt(document.lineAt(document.lineCount - 1).range.end) <= greetingChars;
    try {
      const { checkCallList } = await import('../callList/checkCallList.ts');
      const { options } = await this.#reading.of(document.uri);
      const list = await checkCallList(isWhole ? beginning : wholeLines(beginning), options);
      return { version, title: greetingText(list, isWhole), line: list.dialect.headerLine - 1 };
    } catch {
      // It is no list at all, and nobody asked for a check, so no reason is shown.
      return { version, title: undefined, line: 0 };
    }
  }
}

/**
 * A text file may hold anything, so the line is shown only above files that are tables by name or language.
 */
function isCsv({ uri, languageId }: vscode.TextDocument): boolean {
  if (isNotebookCell(uri)) return false;
  return /\.(csv|tsv|tab)$/i.test(uri.path) || /^(csv|tsv|dynamic csv|csv \(.+\))$/.test(languageId);
}
