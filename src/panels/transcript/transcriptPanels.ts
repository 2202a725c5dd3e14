import * as vscode from 'vscode';
import type { Row } from '../../core/row.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { transcriptOpenedKey } from '../../host/contextKeys.ts';
import type { PanelContext } from '../panelContext.ts';
import { TranscriptDocuments } from './transcriptDocuments.ts';
import type { TranscriptPanel, TranscriptTarget } from './transcriptPanel.ts';

export const transcriptViewType = 'revox.transcript';

/**
 * The one transcript panel of a window: the next call is read where the last one was. What is heavy loads
 * with the first.
 */
export class TranscriptPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #documents: TranscriptDocuments;
  readonly #disposables = new DisposableStore();
  #open: TranscriptPanel | undefined;

  constructor(context: PanelContext) {
    this.#context = context;
    this.#documents = this.#disposables.add(new TranscriptDocuments(context));
  }

  get active(): TranscriptPanel | undefined {
    return this.#open?.panel.active === true ? this.#open : undefined;
  }

  async open(target: TranscriptTarget): Promise<void> {
    transcriptOpenedKey.set(true);
    const { TranscriptPanel } = await import('./transcriptPanel.ts');
    if (this.#open !== undefined) {
      this.#open.show(target);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      transcriptViewType,
      'Transcript',
      vscode.ViewColumn.Beside,
    );
    this.#add(new TranscriptPanel(this.#context, this.#documents, panel, target));
  }

  openDocument(row: Row): Promise<void> {
    return this.#documents.open(row);
  }

  dispose(): void {
    this.#open?.dispose();
    this.#disposables.dispose();
  }

  #add(transcript: TranscriptPanel): void {
    this.#open = transcript;
    transcript.panel.onDidDispose(() => {
      transcript.dispose();
      if (this.#open === transcript) this.#open = undefined;
    });
  }

  /** Takes a page back after a reload. A state that cannot be read, such as another version's, closes it. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const { TranscriptPanel, savedTarget } = await import('./transcriptPanel.ts');
      const target = savedTarget(state);
      if (this.#open !== undefined) panel.dispose();
      else this.#add(new TranscriptPanel(this.#context, this.#documents, panel, target));
    } catch {
      panel.dispose();
    }
  }
}
