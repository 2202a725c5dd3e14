import * as vscode from 'vscode';
import type { CommandContext } from './context.ts';

export async function startSandbox(context: CommandContext): Promise<void> {
  await vscode.window.withProgress(
    { location: { viewId: 'revox.campaigns' }, title: 'Starting the Revox sandbox' },
    () => context.connections.startSandbox(),
  );
  await vscode.commands.executeCommand('revox.campaigns.focus');
  await context.refresh.refresh();
  void vscode.window.showInformationMessage('Sandbox on: no real calls. An hour passes in seconds.');
}

export async function stopSandbox(context: CommandContext): Promise<void> {
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
}
