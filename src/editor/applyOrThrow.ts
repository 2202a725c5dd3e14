import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';

/**
 * Applies an edit. VS Code refuses one without an error where the file is read-only or has changed meanwhile.
 * @throws HumanError with `problem` when it does
 */
export async function applyOrThrow(edit: vscode.WorkspaceEdit, problem: string): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new HumanError(problem);
}
