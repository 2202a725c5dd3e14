import * as vscode from 'vscode';
import type { Row } from '../../core/row.ts';
import { DisposableStore } from '../../host/disposables.ts';
import type { PanelContext } from '../panelContext.ts';

/**
 * Transcripts as read-only documents, so that find, folding, outline, diff and chat work on them as on any
 * text.
 */
export class TranscriptDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  static readonly scheme = 'revox-transcript';
  readonly #context: PanelContext;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** In memory only, while a document is open: transcripts are never stored. */
  readonly #texts = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  constructor(context: PanelContext) {
    this.#context = context;
    const { scheme } = TranscriptDocuments;
    this.#disposables.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  async open(row: Row): Promise<void> {
    const number = row.row_index === undefined ? row.id : String(row.row_index + 1);
    const uri = vscode.Uri.from({
      scheme: TranscriptDocuments.scheme,
      path: `/${row.id.replaceAll('/', '-')}/Transcript of row ${number.replaceAll('/', '-')}.md`,
    });
    const { transcriptMarkdown } = await import('./transcriptMarkdown.ts');
    this.#texts.set(uri.toString(), transcriptMarkdown(row, this.#context.clock.now()));
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.toString()) ??
      'Transcripts are not kept when the window closes. Open this one again from the rows of its campaign.\n'
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
