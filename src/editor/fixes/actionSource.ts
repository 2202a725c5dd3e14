import * as vscode from 'vscode';
import type { Problem } from '../../callList/problems.ts';
import type { CheckedList } from '../watchedList.ts';

/** The list and selection for which code actions are requested. */
export interface ActionRequest {
  readonly document: vscode.TextDocument;
  readonly checked: CheckedList;
  /** The problems that the selection touches. */
  readonly here: readonly Problem[];
  readonly context: vscode.CodeActionContext;
}

/** A source of code actions for one kind of problem in a call list. */
export type ActionSource = (
  request: ActionRequest,
) => readonly vscode.CodeAction[] | Promise<readonly vscode.CodeAction[]>;

/** Fixing on save asks for these by their kind. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('revox');
