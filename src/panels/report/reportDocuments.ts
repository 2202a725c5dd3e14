import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';

/**
 * Reports, search results and comparisons as read-only Markdown: find, diff, chat and git work on them as on
 * any text.
 */
export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  static readonly scheme = 'revox-report';
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** In memory only, while a document is open. */
  readonly #texts = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  constructor() {
    const { scheme } = ReportDocuments;
    this.#disposables.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** Makes a document, without showing it. */
  put(id: string, name: string, text: string): vscode.Uri {
    const safe = (part: string) => part.replaceAll(/[/\\]/g, '-').slice(0, 100);
    const uri = vscode.Uri.from({ scheme: ReportDocuments.scheme, path: `/${safe(id)}/${safe(name)}.md` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  /** @param id a document replaces an earlier one of the same id; `name` is shown on the tab */
  async open(id: string, name: string, text: string): Promise<void> {
    const uri = this.put(id, name, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.toString()) ??
      'Reports are not kept when the window closes. Open this one again from its campaign.\n'
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
