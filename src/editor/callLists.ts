import * as vscode from 'vscode';
import type { CallList } from '../callList/callList.ts';
import { pathTest } from '../callList/suppression/pathPattern.ts';
import { DisposableStore } from '../host/disposables.ts';
import { callListGlobs, onDidChangeSetting } from '../host/settings.ts';
import type { ListProblems } from './listProblems.ts';
import type { ListReading } from './listReading.ts';
import type { RememberedLists } from './rememberedLists.ts';
import { WatchedList, type CheckedList } from './watchedList.ts';

/**
 * The open documents that are call lists, because a person said so (a command, a campaign, a folder's
 * setting), checked while they are edited. Other CSV files are left alone, and so is what is closed.
 */
export class CallLists implements vscode.Disposable {
  readonly #remembered: RememberedLists;
  readonly #reading: ListReading;
  readonly #problems: ListProblems;
  readonly #disposables = new DisposableStore();
  readonly #watched = new Map<string, WatchedList>();
  /** What the assistant of the last campaign made from a list asks for; as long as the window is open. */
  readonly #variables = new Map<string, readonly string[]>();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** Fires when a document becomes a call list, was checked, or is no longer one. */
  readonly onDidChange = this.#changed.event;

  constructor(remembered: RememberedLists, reading: ListReading, problems: ListProblems) {
    this.#remembered = remembered;
    this.#reading = reading;
    this.#problems = problems;
    const { workspace } = vscode;
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => this.#watchIfCallList(document)));
    this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (this.isCallList(document)) this.#watch(document).edited(contentChanges);
      }),
    );
    this.#disposables.add(
      onDidChangeSetting(['callLists', 'defaultRegion', 'problemSeverity'], () => this.#watchAll()),
    );
    this.#disposables.add(
      reading.onDidChange((uri) => {
        for (const document of workspace.textDocuments)
          if (uri === undefined || document.uri.toString() === uri.toString())
            this.#rereadWithOptions(document);
      }),
    );
    this.#watchAll();
  }

  isCallList(document: vscode.TextDocument): boolean {
    return this.#remembered.has(document.uri.toString()) || namedBySetting(document);
  }

  /** Marks a file as a call list, also for later windows. */
  async mark(uri: vscode.Uri): Promise<void> {
    await this.#remembered.add(uri.toString());
    const document = openDocument(uri);
    if (document !== undefined) this.#watchIfCallList(document);
    this.#changed.fire(uri);
  }

  /**
   * A check made elsewhere, for a campaign or a file that no editor shows: its problems are shown, and its
   * question is remembered.
   */
  async addCheck(uri: vscode.Uri, list: CallList, variables: readonly string[] | undefined): Promise<void> {
    if (variables !== undefined) this.#variables.set(uri.toString(), variables);
    this.#problems.set(uri, list);
    await this.mark(uri);
  }

  variables(uri: vscode.Uri): readonly string[] | undefined {
    return this.#variables.get(uri.toString());
  }

  /** The last check of an open call list, which may be older than its text. */
  last(document: vscode.TextDocument): CheckedList | undefined {
    return this.#watched.get(document.uri.toString())?.checked;
  }

  /**
   * The check of the document as it is now; undefined when it is no call list, no list at all, or
   * changing.
   */
  async current(document: vscode.TextDocument): Promise<CheckedList | undefined> {
    return this.isCallList(document) ? this.#watch(document).current() : undefined;
  }

  #rereadWithOptions(document: vscode.TextDocument): void {
    if (!this.isCallList(document)) return;
    this.#watch(document).rereadWithOptions();
    this.#changed.fire(document.uri);
  }

  #watchAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#watchIfCallList(document);
  }

  #watchIfCallList(document: vscode.TextDocument): void {
    if (this.isCallList(document)) this.#watch(document).scheduleRead();
    // a setting named it and does not any more
    else if (this.#watched.has(document.uri.toString())) this.#forget(document);
  }

  #watch(document: vscode.TextDocument): WatchedList {
    const { uri } = document;
    const key = uri.toString();
    const known = this.#watched.get(key);
    if (known !== undefined) return known;
    const watched = new WatchedList(document, {
      reading: async () => {
        const { options, choices } = await this.#reading.of(uri);
        return { options: { ...options, variables: this.variables(uri) }, choices };
      },
      onChecked: (list) => {
        this.#problems.set(uri, list);
        this.#changed.fire(uri);
      },
      onUnreadable: (why) => {
        if (why === undefined) this.#problems.clear(uri);
        else this.#problems.setUnreadable(uri, why);
        this.#changed.fire(uri);
      },
    });
    this.#watched.set(key, watched);
    return watched;
  }

  #forget({ uri }: vscode.TextDocument): void {
    this.#watched.get(uri.toString())?.dispose();
    this.#watched.delete(uri.toString());
    this.#problems.clear(uri);
    this.#changed.fire(uri);
  }

  dispose(): void {
    for (const watched of this.#watched.values()) watched.dispose();
    this.#watched.clear();
    this.#disposables.dispose();
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

/** The patterns of `revox.callLists` are about files below the folder that the setting belongs to. */
function namedBySetting(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  const path = document.uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  return callListGlobs(document.uri).some((glob) => testOf(glob)?.(path) === true);
}

const maxTests = 200;
/** Each edit of each open file asks. */
const tests = new Map<string, ReturnType<typeof pathTest>>();

function testOf(glob: string): ReturnType<typeof pathTest> {
  const known = tests.get(glob);
  if (known !== undefined || tests.has(glob)) return known;
  if (tests.size >= maxTests) tests.clear();
  const test = pathTest(glob);
  tests.set(glob, test);
  return test;
}
