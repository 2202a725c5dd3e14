import type * as vscode from 'vscode';
import type { CallList, CallListOptions } from '../callList/callList.ts';
import type { ListChoices } from '../callList/listChoices.ts';
import type { LiveCallList, TextEdit } from '../callList/live/liveCallList.ts';
import { HumanError, isAbort } from '../core/errors.ts';

/**
 * A list as it was when it was checked. Its large parts are computed when they are read, so read them before
 * the text changes.
 */
export interface CheckedList {
  readonly list: CallList;
  /** The version of the document that was checked. */
  readonly version: number;
  readonly text: string;
  /** What was chosen about how it is read. */
  readonly choices: ListChoices;
}

/** Applies changes to a text that was read as a whole. */
interface Live {
  readonly list: LiveCallList;
  readonly choices: ListChoices;
  readonly eol: vscode.EndOfLine;
}

/** How a list is to be read, asked whenever all of it is read, and who is notified. */
export interface WatchedListHost {
  readonly reading: () => Promise<{ readonly options: CallListOptions; readonly choices: ListChoices }>;
  readonly onChecked: (list: CallList) => void;
  /** @param why undefined for a text without anything in it */
  readonly onUnreadable: (why: string | undefined) => void;
}

/** How reading a whole text ended; a newer reading may have superseded it. */
type Reading = 'ended' | 'superseded';

/** The pause in typing after which problems are shown: short enough to seem immediate. */
const typingPauseMs = 150;

/** One open document that is a call list: read as a whole once, then again only around what is typed. */
export class WatchedList implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #host: WatchedListHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #checked: CheckedList | undefined;
  #live: Live | undefined;
  /** The reading of the whole text that is in progress. */
  #running: Promise<Reading> | undefined;
  /** Changes that came while the whole text is being read. */
  #pending: TextEdit[] = [];

  constructor(document: vscode.TextDocument, host: WatchedListHost) {
    this.#document = document;
    this.#host = host;
  }

  /** The last check, which may be older than the text. */
  get checked(): CheckedList | undefined {
    return this.#checked;
  }

  /** The check of the document as it is now; undefined when it is no list at all, or changing. */
  async current(): Promise<CheckedList | undefined> {
    const { version } = this.#document;
    const isCurrent = (): boolean => this.#checked?.version === version && this.#document.version === version;
    // again wherever another check of the same text took the place of the one waited for
    while (!isCurrent() && this.#document.version === version) {
      if ((await (this.#running ?? this.#check())) === 'ended') break;
    }
    return isCurrent() ? this.#checked : undefined;
  }

  /** Reads the whole text again after a pause in typing. */
  scheduleRead(delayMs = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), delayMs);
  }

  /** The list options have changed, so the last check is outdated. */
  rereadWithOptions(): void {
    this.#abort?.abort();
    this.#checked = undefined;
    this.#live = undefined;
    this.#running = undefined;
    this.scheduleRead();
  }

  /** Applies changes at once; problems are shown when the typing pauses. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const live = this.#live;
    // the line ends of a document can change without any change of its content
    if (changes.length === 0 && (live === undefined || live.eol === this.#document.eol)) return;
    const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    }));
    if (this.#running !== undefined) {
      this.#pending.push(...edits);
      return;
    }
    if (live !== undefined && this.#apply(live, edits)) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#notify(), typingPauseMs);
      return;
    }
    this.#live = undefined;
    this.scheduleRead(typingPauseMs);
  }

  /** False when the whole text has to be read again. */
  #apply(live: Live, edits: readonly TextEdit[]): boolean {
    const document = this.#document;
    if (live.eol !== document.eol || !live.list.apply(edits) || live.list.length !== lengthOf(document))
      return false;
    this.#take(live);
    return true;
  }

  #take({ list, choices }: Live): void {
    const document = this.#document;
    this.#checked = {
      list: list.list,
      version: document.version,
      choices,
      get text() {
        return document.getText();
      },
    };
  }

  #notify(): void {
    if (this.#checked?.version === this.#document.version) this.#host.onChecked(this.#checked.list);
  }

  #check(): Promise<Reading> {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#live = undefined;
    this.#pending = [];
    const running = this.#readAll(abort.signal).finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #readAll(signal: AbortSignal): Promise<Reading> {
    const { eol, version } = this.#document;
    const text = this.#document.getText();
    try {
      const { options, choices } = await this.#host.reading();
      const { LiveCallList } = await import('../callList/live/liveCallList.ts');
      const live = { list: await LiveCallList.open(text, options, signal), choices, eol };
      // it may have been closed meanwhile, or another check begun
      if (signal.aborted) return 'superseded';
      // A list that cannot be read in parts refuses even to apply no change.
      if (this.#document.version === version) this.#take(live);
      else if (!this.#apply(live, this.#pending)) {
        this.scheduleRead(typingPauseMs);
        return 'ended';
      }
      this.#live = live;
      this.#notify();
    } catch (error) {
      if (isAbort(error) || signal.aborted) return 'superseded';
      if (!(error instanceof HumanError)) throw error;
      this.#checked = undefined;
      this.#host.onUnreadable(text.trim() === '' ? undefined : error.message);
      // it may be a list by now
      if (this.#pending.length > 0) this.scheduleRead(typingPauseMs);
    }
    return 'ended';
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }
}

/** In characters. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
