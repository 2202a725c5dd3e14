import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where files go that have no better place, on the machine the extension runs on. */
export function homeFolder(): vscode.Uri {
  return vscode.Uri.file(homedir());
}
