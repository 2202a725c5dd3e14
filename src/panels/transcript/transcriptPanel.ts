import type * as vscode from 'vscode';
import { originOf } from '../../core/connection.ts';
import { HumanError } from '../../core/errors.ts';
import { oneLine } from '../../core/plainText.ts';
import type { Row } from '../../core/row.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { servePage, type PagePanel } from '../pagePanel.ts';
import { currentApi, type PanelContext } from '../panelContext.ts';
import type { PageShell } from '../pageShell.ts';
import { PanelRefresh } from '../panelRefresh.ts';
import { textParam } from '../params.ts';
import type {
  PlayRequest,
  SavedTranscript,
  TranscriptEvents,
  TranscriptReady,
  TranscriptRequests,
  TranscriptView,
} from '../contract/protocolTranscript.ts';
import { recordingOf } from './recording.ts';
import type { Handlers } from '../contract/rpcServer.ts';
import { personName } from '../rows/rowView.ts';
import { checkQuestion } from '../rows/rowsParams.ts';
import { RowsSource } from '../rows/rowsSource.ts';
import { RowCursor, type FoundRow, type RowPlace } from '../rows/rowCursor.ts';
import type { TranscriptDocuments } from './transcriptDocuments.ts';
import { transcriptHandlers } from './transcriptHandlers.ts';
import { transcriptView } from './transcriptView.ts';

export interface TranscriptTarget extends RowPlace {
  readonly campaignId: string;
  /** The rows it was opened from: what those have read need not be read again. */
  readonly source?: RowsSource | undefined;
  /** The turn to begin at. */
  readonly reveal?: TranscriptReady['reveal'];
}

/** What a page kept over a reload of the window. @throws InvalidParams when another version kept it */
export function savedTarget(state: unknown): TranscriptTarget {
  const { campaignId, question, rowId } = (state ?? {}) as Partial<Record<keyof SavedTranscript, unknown>>;
  return { campaignId: textParam(campaignId), rowId: textParam(rowId), question: checkQuestion(question) };
}

/** Statuses of calls that may still change. */
const unfinished: ReadonlySet<string> = new Set([
  'initializing',
  'queued_for_calling',
  'calling',
  'post_processing',
  'scheduled',
]);

/** The host's side of the transcript: the row with its links and its assistant stays here. */
export class TranscriptPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #context: PanelContext;
  readonly #documents: TranscriptDocuments;
  readonly #disposables = new DisposableStore();
  readonly #page: PagePanel<TranscriptRequests, TranscriptEvents>;
  readonly #refresh: PanelRefresh;
  #target: TranscriptTarget;
  #cursor: RowCursor;
  #playing: TranscriptReady['playing'];
  #shown = '';
  /** Rows that are read for this panel alone; undefined: they belong to the panel of rows. */
  #ownSource: RowsSource | undefined;
  #served = false;

  constructor(
    context: PanelContext,
    documents: TranscriptDocuments,
    shell: PageShell,
    target: TranscriptTarget,
  ) {
    this.#context = context;
    this.#documents = documents;
    this.panel = shell.panel;
    this.#target = target;
    this.#cursor = this.#newCursor(target);
    this.#page = servePage<TranscriptRequests, TranscriptEvents>(this.#disposables, {
      ...{ shell, log: context.log },
      handlers: this.#handlers(),
    });
    this.#refresh = this.#disposables.add(
      new PanelRefresh({
        panel: this.panel,
        active: () => unfinished.has(this.#cursor.found?.row.call?.status ?? ''),
        read: (signal) => this.#readAgain(signal),
        failed: () => undefined, // what is shown stays; the person can ask again
      }),
    );
    this.#disposables.add(context.store.onDidConnect(() => this.#connected()));
    this.#page.start();
  }

  /** The row that is shown, for commands. */
  get campaignId(): string {
    return this.#target.campaignId;
  }

  get rows(): readonly Row[] {
    const row = this.#cursor.found?.row;
    return row === undefined ? [] : [row];
  }

  show(target: TranscriptTarget): void {
    this.#target = target;
    this.#cursor = this.#newCursor(target);
    this.#playing = undefined;
    this.panel.reveal(undefined, false);
    this.#page.server.emit('restart', undefined);
  }

  dispose(): void {
    this.#ownSource?.dispose();
    this.#disposables.dispose();
  }

  #handlers(): Handlers<TranscriptRequests> {
    return transcriptHandlers({
      ready: (signal) => this.#ready(signal),
      refresh: async (signal) => this.#show(await this.#cursor.again(signal)),
      step: async (by, signal) => {
        const found = await this.#cursor.step(by, signal);
        this.#playing = undefined;
        return this.#show(found);
      },
      play: (request) => this.#play(request),
      row: () => this.#row(),
      serviceOrigin: () => this.#serviceOrigin(),
      campaignId: () => this.#target.campaignId,
      openDocument: (row) => this.#documents.open(row),
      nowMs: () => this.#context.clock.now(),
    });
  }

  async #ready(signal: AbortSignal): Promise<TranscriptReady> {
    try {
      const view = this.#show(await this.#cursor.current(signal));
      const { reveal } = this.#target;
      this.#target = { ...this.#target, reveal: undefined };
      return { view, playing: this.#playing, reveal };
    } finally {
      this.#served = true;
    }
  }

  #show(found: FoundRow): TranscriptView {
    const { campaignId } = this.#target;
    const { row, question, hasPrevious, hasNext, readMs } = found;
    const content = transcriptView(row, this.#serviceOrigin());
    const name = this.#context.store.campaign(campaignId)?.name ?? row.call?.campaign?.name ?? 'Campaign';
    this.panel.title = oneLine(personName(row) ?? row.phone_number);
    this.#shown = JSON.stringify(content);
    this.#refresh.restart();
    return { ...content, campaign: { id: campaignId, name }, question, hasPrevious, hasNext, readMs };
  }

  async #readAgain(signal: AbortSignal): Promise<boolean> {
    const before = this.#shown;
    const found = await this.#cursor.again(signal);
    const view = this.#show(found);
    if (this.#shown === before) return false;
    this.#page.server.emit('refreshed', view);
    return true;
  }

  /** A page may fetch nothing. To play a recording it is reloaded with this one origin allowed. */
  #play({ attemptId, fromMs }: PlayRequest): void {
    const url = recordingOf(this.#row(), attemptId, this.#serviceOrigin());
    this.#playing = { attemptId, url: url.href, fromMs };
    this.#page.load(url.origin);
  }

  #serviceOrigin(): string | undefined {
    const { current } = this.#context.connections;
    return current && originOf(current);
  }

  #row(): Row {
    const { found } = this.#cursor;
    if (found === undefined) throw new HumanError('The transcript has not loaded yet.');
    return found.row;
  }

  /** Forgets what was shown: it belongs to another account or server. */
  #connected(): void {
    if (!this.#served) return;
    this.#served = false;
    this.#playing = undefined;
    this.#cursor = this.#newCursor({ ...this.#target, source: undefined });
    this.#page.server.emit('restart', undefined);
  }

  #newCursor({ campaignId, source, rowId, question }: TranscriptTarget): RowCursor {
    const { clock } = this.#context;
    this.#ownSource?.dispose();
    const api = () => currentApi(this.#context);
    const rows = source ?? new RowsSource({ campaignId, api, clock });
    this.#ownSource = rows === source ? undefined : rows;
    return new RowCursor(rows, { rowId, question });
  }
}
