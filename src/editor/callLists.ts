import * as vscode from 'vscode';
import type { CallList } from '../contacts/callList.ts';
import type { ListChoices } from '../contacts/listChoices.ts';
import { HumanError, isAbort } from '../core/errors.ts';
import { DisposableStore } from '../host/disposables.ts';
import { callListGlobs, onDidChangeSetting } from '../host/settings.ts';
import type { ListProblems } from './listProblems.ts';
import type { ListReading } from './listReading.ts';
import type { RememberedLists } from './rememberedLists.ts';

/** A list as it was when it was checked. */
export interface CheckedList {
  readonly list: CallList;
  /** The version of the document that was checked. */
  readonly version: number;
  readonly text: string;
  /** What was chosen about how it is read. */
  readonly choices: ListChoices;
}

/** What is going on with one open document. */
interface Watched {
  timer?: ReturnType<typeof setTimeout> | undefined;
  abort?: AbortController | undefined;
  checked?: CheckedList | undefined;
  /** The check under way, and of which version. */
  running?: { readonly version: number; readonly done: Promise<void> } | undefined;
}

/** Long enough not to check every letter, short enough to seem immediate. */
const typingPauseMs = 250;
/** Larger files are checked when somebody asks, not while they type. In characters. */
const maxLiveChars = 2 * 1024 * 1024;

/**
 * The open documents that are call lists, because a person said so (a command, a campaign, a folder's setting), checked while
 * they are edited. Other CSV files are left alone, and so is what is closed.
 */
export class CallLists implements vscode.Disposable {
  readonly #remembered: RememberedLists;
  readonly #reading: ListReading;
  readonly #problems: ListProblems;
  readonly #disposables = new DisposableStore();
  readonly #watched = new Map<string, Watched>();
  /** What the assistant of the last campaign made from a list asks for; as long as the window is open. */
  readonly #variables = new Map<string, readonly string[]>();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** Fires when a document became a call list, was checked, or is none any more. */
  readonly onDidChange = this.#changed.event;

  constructor(remembered: RememberedLists, reading: ListReading, problems: ListProblems) {
    this.#remembered = remembered;
    this.#reading = reading;
    this.#problems = problems;
    const { workspace } = vscode;
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => this.#look(document, 0)));
    this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#edited(document);
      }),
    );
    this.#disposables.add(
      onDidChangeSetting(['callLists', 'defaultRegion', 'problemSeverity'], () => this.#lookAtAll()),
    );
    this.#disposables.add(
      reading.onDidChange((uri) => {
        for (const document of workspace.textDocuments)
          if (uri === undefined || document.uri.toString() === uri.toString()) this.#readOtherwise(document);
      }),
    );
    this.#lookAtAll();
  }

  isCallList(document: vscode.TextDocument): boolean {
    return this.#remembered.has(document.uri.toString()) || namedBySetting(document);
  }

  /** From now on this file is a call list, also after the window was closed. */
  async mark(uri: vscode.Uri): Promise<void> {
    await this.#remembered.add(uri.toString());
    const document = openDocument(uri);
    if (document !== undefined) this.#look(document, 0);
    this.#changed.fire(uri);
  }

  /** A check made elsewhere, for a campaign or a file that is not checked while typing: shown, and remembered with its question. */
  async take(uri: vscode.Uri, list: CallList, variables: readonly string[] | undefined): Promise<void> {
    if (variables !== undefined) this.#variables.set(uri.toString(), variables);
    this.#problems.set(uri, list);
    const document = openDocument(uri);
    if (document !== undefined && isLarge(document)) {
      const text = document.getText();
      const { choices } = await this.#reading.of(uri);
      this.#watch(document).checked = { list, version: document.version, text, choices };
    }
    await this.mark(uri);
  }

  variables(uri: vscode.Uri): readonly string[] | undefined {
    return this.#variables.get(uri.toString());
  }

  /** The last check of an open call list, which may be older than its text. */
  last(document: vscode.TextDocument): CheckedList | undefined {
    return this.#watched.get(document.uri.toString())?.checked;
  }

  /** The check of the document as it stands now; undefined when it is no call list, too large to be checked by itself, or changing. */
  async current(document: vscode.TextDocument): Promise<CheckedList | undefined> {
    if (!this.isCallList(document)) return undefined;
    const { version } = document;
    const fits = () => {
      const checked = this.last(document);
      return checked?.version === version && document.version === version ? checked : undefined;
    };
    let awaited: Watched['running'];
    while (fits() === undefined && !isLarge(document) && document.version === version) {
      if (this.#watch(document).running?.version !== version) void this.#check(document);
      const { running } = this.#watch(document);
      // checked, and it is no list; else another check of the same text took the place of the one waited for
      if (running === undefined || running === awaited) break;
      awaited = running;
      await running.done;
    }
    return fits();
  }

  /** What is known of the list is about another way to read it; a large one is checked again when somebody asks. */
  #readOtherwise(document: vscode.TextDocument): void {
    if (!this.isCallList(document)) return;
    const watched = this.#watch(document);
    watched.abort?.abort();
    watched.checked = undefined;
    watched.running = undefined;
    if (isLarge(document)) this.#problems.clear(document.uri);
    this.#look(document, 0);
    this.#changed.fire(document.uri);
  }

  #lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document, 0);
  }

  #look(document: vscode.TextDocument, delayMs: number): void {
    if (!this.isCallList(document)) {
      // a setting named it and does not any more
      if (this.#watched.has(document.uri.toString())) this.#forget(document);
      return;
    }
    const watched = this.#watch(document);
    if (isLarge(document)) return;
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => void this.#check(document), delayMs);
  }

  #edited(document: vscode.TextDocument): void {
    if (!this.isCallList(document)) return;
    const watched = this.#watch(document);
    watched.abort?.abort();
    if (isLarge(document)) {
      // the marks may be wrong now, and nobody asked for new ones
      this.#problems.clear(document.uri);
      watched.checked = undefined;
      this.#changed.fire(document.uri);
    }
    this.#look(document, typingPauseMs);
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const watched = this.#watch(document);
    clearTimeout(watched.timer);
    watched.abort?.abort();
    const abort = new AbortController();
    watched.abort = abort;
    const done = this.#checkText(document, watched, abort.signal);
    watched.running = { version: document.version, done };
    await done;
  }

  async #checkText(document: vscode.TextDocument, watched: Watched, signal: AbortSignal): Promise<void> {
    const { uri, version } = document;
    const text = document.getText();
    try {
      const { options: reading, choices } = await this.#reading.of(uri);
      const { checkCallList } = await import('../contacts/callList.ts');
      const options = { ...reading, variables: this.variables(uri) };
      const list = await checkCallList(text, options, signal);
      // read again after waiting: it may have been edited or closed
      if (signal.aborted || document.version !== version) return;
      watched.checked = { list, version, text, choices };
      this.#problems.set(uri, list);
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      if (!(error instanceof HumanError)) throw error;
      watched.checked = undefined;
      if (text.trim() === '') this.#problems.clear(uri);
      else this.#problems.setUnreadable(uri, error.message);
    }
    this.#changed.fire(uri);
  }

  #watch(document: vscode.TextDocument): Watched {
    const key = document.uri.toString();
    const watched = this.#watched.get(key) ?? {};
    this.#watched.set(key, watched);
    return watched;
  }

  #forget({ uri }: vscode.TextDocument): void {
    const watched = this.#watched.get(uri.toString());
    clearTimeout(watched?.timer);
    watched?.abort?.abort();
    this.#watched.delete(uri.toString());
    this.#problems.clear(uri);
    this.#changed.fire(uri);
  }

  dispose(): void {
    for (const { timer, abort } of this.#watched.values()) {
      clearTimeout(timer);
      abort?.abort();
    }
    this.#watched.clear();
    this.#disposables.dispose();
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

export function isLarge(document: vscode.TextDocument): boolean {
  const lastLine = document.lineAt(document.lineCount - 1);
  return document.offsetAt(lastLine.range.end) > maxLiveChars;
}

/** The patterns of `revox.callLists` are about files below the folder that the setting belongs to. */
function namedBySetting(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  return callListGlobs(document.uri).some(
    (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}
