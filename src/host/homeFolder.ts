import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** The home folder of the machine that the extension runs on, for files that have no better place. */
export function homeFolder(): vscode.Uri {
  return vscode.Uri.file(homedir());
}
