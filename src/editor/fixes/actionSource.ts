import * as vscode from 'vscode';

/** What can be done about one kind of trouble in a call list. */
export interface ActionSource {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<readonly vscode.CodeAction[]>;
}

/** Fixing on save asks for these by their kind. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('revox');
