import * as vscode from 'vscode';
import type { Row } from '../../core/row.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { transcriptOpenedKey } from '../../host/contextKeys.ts';
import { OpenedPage } from '../openedPage.ts';
import { PageShell } from '../pageShell.ts';
import type { PanelContext } from '../panelContext.ts';
import { TranscriptDocuments } from './transcriptDocuments.ts';
import type { TranscriptPanel, TranscriptTarget } from './transcriptPanel.ts';

export const transcriptViewType = 'revox.transcript';

/**
 * The one transcript panel of a window: the next call replaces the last one. Heavy modules load with the
 * first.
 */
export class TranscriptPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #documents: TranscriptDocuments;
  readonly #disposables = new DisposableStore();
  #open: OpenedPage<TranscriptPanel> | undefined;

  constructor(context: PanelContext) {
    this.#context = context;
    this.#documents = this.#disposables.add(new TranscriptDocuments(context));
  }

  get active(): TranscriptPanel | undefined {
    return this.#open?.panel.active === true ? this.#open.side : undefined;
  }

  async open(target: TranscriptTarget): Promise<void> {
    transcriptOpenedKey.set(true);
    if (this.#open !== undefined) {
      (await this.#open.loaded)?.show(target);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      transcriptViewType,
      'Transcript',
      vscode.ViewColumn.Beside,
    );
    await this.#add(panel, { target });
  }

  openDocument(row: Row): Promise<void> {
    return this.#documents.open(row);
  }

  dispose(): void {
    this.#open?.dispose();
    this.#disposables.dispose();
  }

  async #add(
    panel: vscode.WebviewPanel,
    given: { readonly target: TranscriptTarget } | { readonly saved: unknown },
  ): Promise<void> {
    const shell = new PageShell(panel, { extensionUri: this.#context.extensionUri, page: 'transcript' });
    const open = new OpenedPage(shell, async () => {
      const { TranscriptPanel, savedTarget } = await import('./transcriptPanel.ts');
      const target = 'target' in given ? given.target : savedTarget(given.saved);
      return () => new TranscriptPanel(this.#context, this.#documents, shell, target);
    });
    this.#open = open;
    panel.onDidDispose(() => {
      if (this.#open === open) this.#open = undefined;
    });
    await open.loaded;
  }

  /** Restores a page after a reload, or closes it if its state cannot be read, such as another version's. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      if (this.#open !== undefined) panel.dispose();
      else await this.#add(panel, { saved: state });
    } catch {
      panel.dispose();
    }
  }
}
