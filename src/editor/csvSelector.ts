import type * as vscode from 'vscode';

/** Files that may be call lists, whatever other extensions call their language. Most are none: providers look before they speak. */
export const csvSelector: vscode.DocumentSelector = [
  { language: 'csv' },
  { language: 'tsv' },
  { language: 'dynamic csv' },
  { pattern: '**/*.{csv,CSV,Csv,tsv,TSV,Tsv,txt,TXT}' },
];
