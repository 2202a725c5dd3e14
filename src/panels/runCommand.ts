import * as vscode from 'vscode';

/** Commands tell the person themselves what went wrong, so nobody waits for them. */
export function runCommand(id: string, ...args: readonly unknown[]): undefined {
  void vscode.commands.executeCommand(id, ...args);
}
