import type * as vscode from 'vscode';
import { originOf, type Connection } from '../core/connection.ts';
import { Emitter } from '../core/emitter.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import type { Log } from '../core/ports.ts';

const prefix = 'revox.apiKey ';
/** The origins that keys are stored for: the secret storage cannot be asked which secrets it holds. */
const originsName = 'revox.keyOrigins';

/**
 * API keys, one for each host: a key is never sent to another host than the one it was given for. Kept in VS
 * Code's SecretStorage; on machines without a keyring for the session only.
 */
export class KeyStore implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #log: Log;
  readonly #memory: vscode.Memento;
  readonly #session = new Map<string, string>();
  readonly #known = new Set<string>();
  readonly #changed = new Emitter<void>();
  readonly #subscription: vscode.Disposable;

  /** Fires when a key was added, removed or changed, in this window or another. */
  readonly onDidChange = this.#changed.event;

  /** @param memory shared by all windows */
  constructor(secrets: vscode.SecretStorage, memory: vscode.Memento, log: Log) {
    this.#memory = memory;
    this.#secrets = secrets;
    this.#log = log;
    this.#subscription = secrets.onDidChange((event) => {
      if (event.key.startsWith(prefix)) this.#changed.fire();
    });
  }

  /** Every key that this window has read or stored, so that the log can redact it. */
  get known(): ReadonlySet<string> {
    return this.#known;
  }

  async get(connection: Connection): Promise<string | undefined> {
    const key = await this.#read(connection);
    if (key !== undefined) this.#known.add(key);
    return key;
  }

  async #read(connection: Connection): Promise<string | undefined> {
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

  /** Whether a key was given for this connection and not removed, be it there or lost with a window. */
  wasGiven(connection: Connection): boolean {
    return this.#origins().includes(originOf(connection));
  }

  /** Resolves to where the key is now: `stored`, or `session` when the machine has no usable keyring. */
  async set(connection: Connection, key: string): Promise<'stored' | 'session'> {
    const name = secretName(connection);
    this.#known.add(key);
    try {
      // The origin is written first: a key without one could never be removed.
      await this.#rememberOrigin(connection);
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
    this.#known.add(key);
    this.#session.set(secretName(connection), key);
    this.#changed.fire();
  }

  /** Throws a HumanError when the system keeps the key in spite of it. */
  async remove(connection: Connection): Promise<void> {
    const name = secretName(connection);
    this.#session.delete(name); // a key of this window does not say whether another one is stored
    try {
      await this.#secrets.delete(name);
      const others = this.#origins().filter((origin) => origin !== originOf(connection));
      await this.#memory.update(originsName, others);
    } catch (error) {
      this.#log.warn(`The system's key store cannot be written: ${messageOf(error)}`);
      throw new HumanError(
        "The key could not be removed from the system's key store. Unlock it, then remove the key again.",
        { cause: error },
      );
    } finally {
      this.#changed.fire();
    }
  }

  /**
   * Removes the keys of all hosts, whatever connection they were given for.
   * @throws HumanError when the system keeps one in spite of it
   */
  async removeAll(current: readonly Connection[]): Promise<void> {
    this.#session.clear();
    const names = new Set([...this.#origins().map((origin) => prefix + origin), ...current.map(secretName)]);
    try {
      for (const name of names) await this.#secrets.delete(name);
      await this.#memory.update(originsName, undefined);
    } catch (error) {
      this.#log.warn(`The system's key store cannot be written: ${messageOf(error)}`);
      throw new HumanError(
        "A key could not be removed from the system's key store. Unlock it, then try again.",
        { cause: error },
      );
    } finally {
      this.#changed.fire();
    }
  }

  #origins(): readonly string[] {
    const stored = this.#memory.get<unknown>(originsName);
    return Array.isArray(stored) ? stored.filter((origin) => typeof origin === 'string') : [];
  }

  async #rememberOrigin(connection: Connection): Promise<void> {
    const origins = this.#origins();
    const origin = originOf(connection);
    if (!origins.includes(origin)) await this.#memory.update(originsName, [...origins, origin]);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function secretName(connection: Connection): string {
  return `${prefix}${originOf(connection)}`;
}
