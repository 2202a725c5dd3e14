import * as vscode from 'vscode';
import type { TextRange } from '../callList/problems.ts';

/** The editor counts lines from 0. */
export function editorRange({ line, startCharacter, endLine, endCharacter }: TextRange): vscode.Range {
  return new vscode.Range(line - 1, startCharacter, endLine - 1, endCharacter);
}
