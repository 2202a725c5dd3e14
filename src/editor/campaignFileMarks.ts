import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables.ts';
import { isCampaignFile } from './campaignFiles.ts';

/** The most marks that are shown: more would hide the text, and finding the place of each takes time. */
const maxMarks = 100;

/** What is wrong in the campaign files that are open, at its place; what the schema cannot know included. */
export class CampaignFileMarks implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #marks = this.#disposables.add(vscode.languages.createDiagnosticCollection('revox campaign'));

  constructor() {
    const { workspace } = vscode;
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => void this.#mark(document)));
    this.#disposables.add(workspace.onDidChangeTextDocument(({ document }) => void this.#mark(document)));
    this.#disposables.add(workspace.onDidCloseTextDocument(({ uri }) => this.#marks.delete(uri)));
    for (const document of workspace.textDocuments) void this.#mark(document);
  }

  async #mark(document: vscode.TextDocument): Promise<void> {
    if (!isCampaignFile(document.uri)) return;
    const { version } = document;
    const { readCampaignFile } = await import('../launch/draft/campaignFile.ts');
    const { placesIn } = await import('../launch/draft/campaignFileText.ts');
    if (document.isClosed || document.version !== version) return;
    const text = document.getText();
    const { isJson, findings } = readCampaignFile(text, Date.now());
    // broken JSON is marked by the editor itself, where it breaks
    const shown = isJson ? findings.slice(0, maxMarks) : [];
    const placeOf = placesIn(text);
    this.#marks.set(
      document.uri,
      shown.map(({ path, message, severity }) => {
        const { start, end } = placeOf(path) ?? { start: 0, end: 1 };
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const { Error, Warning } = vscode.DiagnosticSeverity;
        const mark = new vscode.Diagnostic(range, message, severity === 'error' ? Error : Warning);
        mark.source = 'Revox';
        return mark;
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
