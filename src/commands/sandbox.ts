import * as vscode from 'vscode';
import type { Disposable } from '../core/emitter.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

export function registerStartSandbox(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.startSandbox, async () => {
    await vscode.window.withProgress(
      { location: { viewId: 'revox.campaigns' }, title: 'Starting the Revox sandbox' },
      () => context.connections.startSandbox(),
    );
    await vscode.commands.executeCommand('revox.campaigns.focus');
    await context.refresh.refresh();
    void vscode.window.showInformationMessage(
      'You are in the Revox sandbox: everything works as it does with Revox, hours pass in seconds, and nobody is called.',
    );
  });
}

/** A practice that becomes the real thing without a word would be the worst that can happen: it is said, and nothing is connected. */
export function warnWhenSandboxEnds(context: CommandContext): Disposable {
  return context.connections.onDidEndSandbox(() => {
    void vscode.window.showWarningMessage(
      'The sandbox ended by itself, and nothing is connected now. Start it again, or go back to Revox, in the Revox view.',
    );
  });
}

export function registerStopSandbox(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.stopSandbox, async () => {
    if (context.connections.absence === 'sandbox ended') {
      context.connections.stopSandbox();
      return;
    }
    if (context.connections.current?.kind !== 'sandbox') {
      void vscode.window.showInformationMessage('The sandbox is not running.');
      return;
    }
    const stop = 'Leave Sandbox';
    const chosen = await vscode.window.showInformationMessage(
      'Leave the sandbox?',
      {
        modal: true,
        detail: 'What you practised on there is forgotten. The campaigns of your Revox account come back.',
      },
      stop,
    );
    if (chosen === stop) context.connections.stopSandbox();
  });
}
