import * as vscode from 'vscode';
import type { Row } from '../../core/row.ts';
import { DisposableStore } from '../../host/disposables.ts';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { SavedTranscript } from '../contract/protocolTranscript.ts';
import { checkQuestion } from '../rows/rowsParams.ts';
import { TranscriptDocuments } from './transcriptDocuments.ts';
import { TranscriptPanel, type TranscriptTarget } from './transcriptPanel.ts';

/** The one transcript panel of a window: the next call is read where the last one was. */
export class TranscriptPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #documents: TranscriptDocuments;
  readonly #disposables = new DisposableStore();
  #open: TranscriptPanel | undefined;

  constructor(context: PanelContext) {
    this.#context = context;
    this.#documents = this.#disposables.add(new TranscriptDocuments(context));
    this.#disposables.add(
      vscode.window.registerWebviewPanelSerializer(TranscriptPanel.viewType, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
    );
  }

  get active(): TranscriptPanel | undefined {
    return this.#open?.panel.active === true ? this.#open : undefined;
  }

  open(target: TranscriptTarget): void {
    if (this.#open !== undefined) {
      this.#open.show(target);
      return;
    }
    const { viewType } = TranscriptPanel;
    this.#add(vscode.window.createWebviewPanel(viewType, 'Transcript', vscode.ViewColumn.Beside), target);
  }

  openDocument(row: Row): Promise<void> {
    return this.#documents.open(row);
  }

  dispose(): void {
    this.#open?.dispose();
    this.#disposables.dispose();
  }

  #add(panel: vscode.WebviewPanel, target: TranscriptTarget): void {
    const transcript = new TranscriptPanel(this.#context, this.#documents, panel, target);
    this.#open = transcript;
    panel.onDidDispose(() => {
      transcript.dispose();
      if (this.#open === transcript) this.#open = undefined;
    });
  }

  /** A state that cannot be read (another version wrote it) is no panel at all. */
  #restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const { campaignId, question, rowId } = (state ?? {}) as Partial<
        Record<keyof SavedTranscript, unknown>
      >;
      const place = { rowId: textParam(rowId), question: checkQuestion(question) };
      if (this.#open !== undefined) panel.dispose();
      else this.#add(panel, { campaignId: textParam(campaignId), ...place });
    } catch {
      panel.dispose();
    }
    return Promise.resolve();
  }
}
