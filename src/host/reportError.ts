import * as vscode from 'vscode';
import { ApiError, HumanError, isAbort } from '../core/errors.ts';
import { showErrorMessage } from './messages.ts';
import { PolicyError } from '../launch/gate/launchPolicy.ts';
import type { OutputLog } from './outputLog.ts';

interface Remedy {
  readonly title: string;
  readonly command: string;
  readonly argument?: string;
}

/**
 * Turns any thrown thing into one notification, with its remedy as a button. Withdrawn requests are silent.
 */
export async function reportError(error: unknown, log: OutputLog): Promise<void> {
  if (isAbort(error)) return;
  const known = error instanceof HumanError;
  if (!known) log.unexpected(error);
  const message = known
    ? error.message
    : 'Something went wrong in the Revox extension. The Revox output has the details.';
  const remedies = remediesFor(error);
  const chosen = await showErrorMessage(message, ...remedies.map((remedy) => remedy.title));
  const remedy = remedies.find((candidate) => candidate.title === chosen);
  if (remedy !== undefined) await vscode.commands.executeCommand(remedy.command, remedy.argument);
}

function remediesFor(error: unknown): readonly Remedy[] {
  if (error instanceof PolicyError) {
    const command = 'workbench.action.openSettings';
    return [{ title: 'Show Setting', command, argument: error.setting }];
  }
  const showLog = { title: 'Show Output', command: 'revox.showLog' };
  if (!(error instanceof ApiError)) return error instanceof HumanError ? [] : [showLog];
  switch (error.reason) {
    case 'auth':
      return [{ title: 'Set API Key', command: 'revox.setApiKey' }];
    case 'not found':
      return [{ title: 'Refresh', command: 'revox.refreshCampaigns' }];
    case 'unreadable':
      return [{ title: 'Open Settings', command: 'revox.openSettings' }, showLog];
    case 'forbidden':
    case 'rejected':
    case 'rate limited':
      return [];
    case 'offline':
    case 'timeout':
    case 'server':
      return [showLog];
  }
}
