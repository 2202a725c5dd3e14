import * as vscode from 'vscode';
import type { ProblemCode } from '../../callList/problems.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { ActionRequest } from '../fixes/actionSource.ts';

/** Code actions on values that may sound wrong: preview them in their sentence. */
export function previewActions({ document, here, context }: ActionRequest): vscode.CodeAction[] {
  const problem = here.find(({ code }) => isHeard(code));
  if (problem === undefined) return [];
  const title = 'Preview what is said to this row…';
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandIds.previewRow, arguments: [document.uri, problem.line] };
  action.diagnostics = context.diagnostics.filter(({ code }) => code === problem.code);
  return [action];
}

function isHeard(code: ProblemCode): boolean {
  return code.startsWith('revox.value.') || code.startsWith('revox.variable.empty');
}
