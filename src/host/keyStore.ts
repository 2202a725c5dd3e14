import type * as vscode from 'vscode';
import { originOf, type Connection } from '../core/connection.ts';
import { Emitter } from '../core/emitter.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import type { Log } from '../core/ports.ts';

const prefix = 'revox.apiKey ';

/**
 * API keys, one for each host: a key is never sent to another host than the one it was given for. Kept in VS Code's
 * SecretStorage; on machines without a keyring for the session only.
 */
export class KeyStore implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #log: Log;
  readonly #session = new Map<string, string>();
  readonly #changed = new Emitter<void>();
  readonly #subscription: vscode.Disposable;

  /** A key came, went or changed, in this window or another. */
  readonly onDidChange = this.#changed.event;

  constructor(secrets: vscode.SecretStorage, log: Log) {
    this.#secrets = secrets;
    this.#log = log;
    this.#subscription = secrets.onDidChange((event) => {
      if (event.key.startsWith(prefix)) this.#changed.fire();
    });
  }

  async get(connection: Connection): Promise<string | undefined> {
    const name = secretName(connection);
    const session = this.#session.get(name);
    if (session !== undefined) return session;
    try {
      return await this.#secrets.get(name);
    } catch (error) {
      this.#log.warn(`The system's key store cannot be read: ${messageOf(error)}`);
      return undefined;
    }
  }

  /** Resolves to where the key is now: `stored`, or `session` when the machine has no usable keyring. */
  async set(connection: Connection, key: string): Promise<'stored' | 'session'> {
    const name = secretName(connection);
    try {
      await this.#secrets.store(name, key);
      this.#session.delete(name);
      return 'stored';
    } catch (error) {
      this.#log.warn(`The system's key store cannot be written: ${messageOf(error)}`);
      this.setForSession(connection, key);
      return 'session';
    }
  }

  /** For keys that must not outlive the window: the sandbox's, or one from the environment. */
  setForSession(connection: Connection, key: string): void {
    this.#session.set(secretName(connection), key);
    this.#changed.fire();
  }

  /** Throws a HumanError when the system keeps the key in spite of it. */
  async remove(connection: Connection): Promise<void> {
    const name = secretName(connection);
    const inSession = this.#session.delete(name);
    try {
      await this.#secrets.delete(name);
    } catch (error) {
      this.#log.warn(`The system's key store cannot be written: ${messageOf(error)}`);
      if (inSession) return;
      throw new HumanError(
        "The key could not be removed from the system's key store. Unlock it, then remove the key again.",
        { cause: error },
      );
    } finally {
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function secretName(connection: Connection): string {
  return `${prefix}${originOf(connection)}`;
}
