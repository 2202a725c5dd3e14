import * as vscode from 'vscode';
import type { TextRange } from '../callList/problems.ts';

/** Converts a range with 1-based lines; the editor counts lines from 0. */
export function editorRange({ line, startCharacter, endLine, endCharacter }: TextRange): vscode.Range {
  return new vscode.Range(line - 1, startCharacter, endLine - 1, endCharacter);
}
