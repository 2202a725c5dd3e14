import * as vscode from 'vscode';

/** Commands report their own errors, so the result is not awaited. */
export function runCommand(id: string, ...args: readonly unknown[]): undefined {
  void vscode.commands.executeCommand(id, ...args);
}
