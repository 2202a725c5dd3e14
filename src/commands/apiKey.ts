import * as vscode from 'vscode';
import { checkBaseUrl, originOf, type Connection } from '../core/connection.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import {
  createInputBox,
  showErrorMessage,
  showInformationMessage,
  showQuickPick,
  showWarningMessage,
} from '../host/messages.ts';
import { RevoxClient } from '../api/revoxClient.ts';
import type { CommandContext } from './context.ts';

export async function setApiKey(context: CommandContext): Promise<void> {
  if ((await offerEnvironment(context)) === 'done') return;
  const connection = context.connections.service();
  const key = await askForKey(context, connection);
  if (key === undefined) return;
  // The sandbox goes only when its place can be taken.
  context.connections.stopSandbox();
  const kept = await context.keys.set(connection, key);
  const host = new URL(connection.baseUrl).host;
  await vscode.commands.executeCommand('revox.campaigns.focus');
  if (kept === 'session') {
    void showWarningMessage(
      `${host} accepted the key, but this system has no key store that VS Code can use. The key is kept until this window closes.`,
    );
  } else {
    void showInformationMessage(`${host} accepted the key. It is in the secret storage.`);
  }
}

/**
 * A masked box that stays open until the server accepts the key, so that a rejected key or a lost connection
 * never loses what was typed.
 * @returns undefined when the box was closed
 */
function askForKey(context: CommandContext, connection: Connection): Promise<string | undefined> {
  const box = createInputBox();
  box.title = `Revox API key for ${new URL(connection.baseUrl).host}`;
  box.prompt = 'Find it in the Revox dashboard under “API Keys”. Press Enter to check and store it.';
  box.placeholder = 'Paste the key';
  box.password = true;
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    const abort = new AbortController();
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidHide(() => {
      abort.abort();
      resolve(undefined);
      box.dispose();
    });
    box.onDidAccept(async () => {
      const key = box.value.trim();
      const shape = problemWithShape(key);
      if (shape !== undefined || box.busy) {
        box.validationMessage = shape;
        return;
      }
      box.busy = true;
      box.enabled = false;
      const problem = await problemWithKey(context, connection, key, abort.signal);
      box.busy = false;
      box.enabled = true;
      if (problem === undefined) {
        resolve(key);
        box.hide();
      } else {
        box.validationMessage = problem;
      }
    });
    box.show();
  });
}

/** A key must be valid in a header; the server checks the rest. */
function problemWithShape(key: string): string | undefined {
  if (key === '') return 'Paste the API key here.';
  return /^[\x21-\x7e]+$/.test(key)
    ? undefined
    : 'A key has no spaces, line breaks or accents. Copy it again from the Revox dashboard.';
}

async function problemWithKey(
  context: CommandContext,
  connection: Connection,
  key: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const good = await new RevoxClient({
      connection,
      key: () => Promise.resolve(key),
      log: context.log,
    }).checkKey(signal);
    return good
      ? undefined
      : 'The server does not accept this key. Check that you copied the whole key and that it has not been revoked.';
  } catch (error) {
    return `The key could not be checked. ${messageOf(error)}`;
  }
}

/**
 * A key in the environment is for terminals and tests: used only when the person says so, kept for this
 * window only.
 */
async function offerEnvironment(context: CommandContext): Promise<'done' | 'type'> {
  const key = process.env.REVOX_API_KEY?.trim();
  if (key === undefined || problemWithShape(key) !== undefined) return 'type';
  const baseUrl = environmentBaseUrl();
  const connection: Connection =
    baseUrl === undefined ? context.connections.service() : { kind: 'service', baseUrl };
  const isUsual = originOf(connection) === originOf(context.connections.service());
  const fromEnvironment = {
    label: '$(terminal) Use the key from the environment',
    description: `REVOX_API_KEY, for ${originOf(connection)}`,
    detail: `${isUsual ? '' : 'This is not the address in your settings. '}Until this window closes. Nothing is stored.`,
  };
  const typed = {
    label: '$(key) Paste a key',
    description: `for ${new URL(context.connections.service().baseUrl).host}`,
  };
  const chosen = await showQuickPick([fromEnvironment, typed], { title: 'Revox API key' });
  if (chosen === undefined) return 'done';
  if (chosen === typed) return 'type';
  const problem = await problemWithKey(context, connection, key, AbortSignal.timeout(60_000));
  if (problem !== undefined) {
    void showErrorMessage(`REVOX_API_KEY cannot be used. ${problem}`);
    return 'done';
  }
  context.connections.stopSandbox();
  if (baseUrl !== undefined) context.connections.useForSession(baseUrl);
  context.keys.setForSession(connection, key);
  return 'done';
}

/** An address that was meant but cannot be used is an error: the key must not go to the usual one instead. */
function environmentBaseUrl(): string | undefined {
  const text = process.env.REVOX_BASE_URL;
  if (text === undefined || text.trim() === '') return undefined;
  const checked = checkBaseUrl(text);
  if ('problem' in checked) throw new HumanError(`REVOX_BASE_URL cannot be used. ${checked.problem}`);
  return checked.baseUrl;
}

export async function removeApiKey(context: CommandContext): Promise<void> {
  const connection = context.connections.service();
  const host = new URL(connection.baseUrl).host;
  if ((await context.keys.get(connection)) === undefined) {
    void showInformationMessage(`There is no API key for ${host} to remove.`);
    return;
  }
  const remove = 'Remove Key';
  const chosen = await showWarningMessage(
    `Remove the API key for ${host}?`,
    {
      modal: true,
      detail:
        'Running campaigns continue. The key is only removed from this editor, and you can set it again at any time.',
    },
    'Go Back',
    remove,
  );
  if (chosen !== remove) return;
  await context.keys.remove(connection);
  void showInformationMessage(`The API key for ${host} is removed.`);
}
