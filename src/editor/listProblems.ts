import * as vscode from 'vscode';
import type { CallList } from '../callList/callList.ts';
import type { Severity } from '../callList/problems.ts';
import { problemSeverity } from '../host/settings.ts';
import { showList } from './showList.ts';
import { markAtTop, marksOf, readSeverities, type ProblemMark } from './shownProblems.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Shows the problems of call lists in the Problems view and under their cells. */
export class ListProblems implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('revox');

  set(uri: vscode.Uri, { problems, problemTotals }: CallList): void {
    const severities = readSeverities(problemSeverity(uri));
    this.#show(uri, marksOf(problems, severities, undefined, problemTotals));
  }

  /** For a file that is no call list at all. */
  setUnreadable(uri: vscode.Uri, why: string): void {
    this.#show(uri, [markAtTop(why, 'error')]);
  }

  clear(uri: vscode.Uri): void {
    this.#diagnostics.delete(uri);
  }

  /** Opens the list and puts its problems in front. */
  async show(uri: vscode.Uri): Promise<void> {
    await showList(uri);
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }

  #show(uri: vscode.Uri, marks: readonly ProblemMark[]): void {
    this.#diagnostics.set(uri, marks.map(toDiagnostic));
  }

  dispose(): void {
    this.#diagnostics.dispose();
  }
}

function toDiagnostic(mark: ProblemMark): vscode.Diagnostic {
  const range = new vscode.Range(mark.startLine, mark.startCharacter, mark.endLine, mark.endCharacter);
  const diagnostic = new vscode.Diagnostic(range, mark.message, severities[mark.severity]);
  diagnostic.source = 'Revox';
  if (mark.code !== undefined) diagnostic.code = mark.code;
  return diagnostic;
}
