import * as vscode from 'vscode';
import type { CallList } from '../contacts/callList.ts';
import type { Severity } from '../contacts/problems.ts';
import { DisposableStore } from '../host/disposables.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** More would bury the editor; the summary above them says how many there are. */
const maxShown = 1000;

/** What was found in a call list, in the Problems view and under its cells, until the list is edited or closed. */
export class ListProblems implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #diagnostics = this.#disposables.add(vscode.languages.createDiagnosticCollection('revox'));

  constructor() {
    const forget = (document: vscode.TextDocument) => this.#diagnostics.delete(document.uri);
    this.#disposables.add(vscode.workspace.onDidCloseTextDocument(forget));
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) forget(document);
      }),
    );
  }

  set(uri: vscode.Uri, list: CallList): void {
    this.#diagnostics.set(
      uri,
      list.problems.slice(0, maxShown).map((problem) => {
        const range = new vscode.Range(
          problem.line - 1,
          problem.startCharacter,
          problem.endLine - 1,
          problem.endCharacter,
        );
        const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
        diagnostic.source = 'Revox';
        diagnostic.code = problem.code;
        return diagnostic;
      }),
    );
  }

  /** Opens the list and puts its problems in front. */
  async show(uri: vscode.Uri): Promise<void> {
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
