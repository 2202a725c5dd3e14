import type * as vscode from 'vscode';

/** Language ids of Rainbow CSV besides `csv` and `tsv`. */
const rainbowLanguages = [
  'dynamic csv',
  'csv (semicolon)',
  'csv (pipe)',
  'csv (whitespace)',
  'csv (tilde)',
  'csv (caret)',
  'csv (colon)',
  'csv (double quote)',
  'csv (equals)',
  'csv (dot)',
  'csv (hyphen)',
];

/**
 * Files that may be call lists, whatever language id other extensions give them. Most are not call lists, so
 * providers check first.
 */
export const csvSelector: readonly vscode.DocumentFilter[] = [
  ...['csv', 'tsv', ...rainbowLanguages].map((language) => ({ language })),
  { pattern: '**/*.{[cC][sS][vV],[tT][sS][vV],[tT][aA][bB],[tT][xX][tT]}' },
];

/** A cell is in no folder of its own, so no suppression list beside it would be found. */
export function isNotebookCell({ scheme }: vscode.Uri): boolean {
  return scheme === 'vscode-notebook-cell';
}
