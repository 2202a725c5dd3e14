import * as vscode from 'vscode';
import type { Disposable } from '../core/emitter.ts';
import type { Connections } from '../host/connections.ts';
import { DisposableStore } from '../host/disposables.ts';
import { showWarningMessage } from '../host/messages.ts';

/**
 * Shows in the status bar that the sandbox is on, so that practice is never mistaken for the real service.
 */
export function showSandboxStatus(connections: Connections): Disposable {
  const disposables = new DisposableStore();
  const item = disposables.add(
    vscode.window.createStatusBarItem('revox.sandbox', vscode.StatusBarAlignment.Left),
  );
  item.name = 'Revox Sandbox';
  item.text = '$(beaker) Revox sandbox';
  item.tooltip = 'You are using the Revox sandbox: nobody is called. Click to leave it.';
  item.command = 'revox.stopSandbox';
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  const update = () => {
    if (connections.current?.kind === 'sandbox') item.show();
    else item.hide();
  };
  disposables.add(connections.onDidChange(update));
  update();
  return disposables;
}

/** Practice must never turn into real calls unnoticed: a message is shown, and nothing is connected. */
export function warnWhenSandboxEnds(connections: Connections): Disposable {
  return connections.onDidEndSandbox(() => {
    void showWarningMessage(
      'The sandbox stopped unexpectedly, and you are not connected to any server. Start it again or switch back to Revox in the Revox view.',
    );
  });
}
