import type * as vscode from 'vscode';
import type { Connection } from '../core/connection.ts';
import { Emitter } from '../core/emitter.ts';
import { HumanError } from '../core/errors.ts';
import type { SandboxProcess } from './sandboxProcess.ts';
import type { KeyStore } from './keyStore.ts';
import { apiBaseUrl, onDidChangeSetting } from './settings.ts';

/**
 * Which server is talked to: Revox at the address of the setting, or the sandbox while it runs. Whoever listens
 * drops all it knows of the connection before.
 */
export class Connections implements vscode.Disposable {
  readonly #keys: KeyStore;
  readonly #sandbox: SandboxProcess;
  readonly #changed = new Emitter<void>();
  readonly #subscription: vscode.Disposable;
  /** An address from the environment that the person agreed to use in this window. */
  #sessionBaseUrl: string | undefined;
  #current: Connection | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(keys: KeyStore, sandbox: SandboxProcess) {
    this.#keys = keys;
    this.#sandbox = sandbox;
    this.#current = this.#serviceIfUsable();
    this.#subscription = onDidChangeSetting(['apiBaseUrl'], () => {
      if (this.#current?.kind !== 'sandbox') this.#use(this.#serviceIfUsable());
    });
  }

  /**
   * Undefined while the address in the settings cannot be used. It is never replaced by the usual one: whoever
   * meant a test server must not call real people because of a slip.
   */
  get current(): Connection | undefined {
    return this.#current;
  }

  /** Revox itself, as the settings say, whether or not the sandbox runs. Throws a HumanError where they are wrong. */
  service(): Connection {
    return { kind: 'service', baseUrl: this.#sessionBaseUrl ?? apiBaseUrl() };
  }

  /** The connection, or a HumanError that says why there is none. */
  required(): Connection {
    return this.#current ?? this.service();
  }

  useForSession(baseUrl: string): void {
    this.#sessionBaseUrl = baseUrl;
    this.#use(this.service());
  }

  async startSandbox(): Promise<void> {
    const running = await this.#sandbox.start(() => this.#use(this.#serviceIfUsable()));
    this.#keys.setForSession(running.connection, running.key);
    this.#use(running.connection);
  }

  stopSandbox(): void {
    this.#sandbox.stop();
    this.#use(this.#serviceIfUsable());
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #use(connection: Connection | undefined): void {
    if (connection?.kind === this.#current?.kind && connection?.baseUrl === this.#current?.baseUrl) return;
    this.#current = connection;
    this.#changed.fire();
  }

  #serviceIfUsable(): Connection | undefined {
    try {
      return this.service();
    } catch (error) {
      if (error instanceof HumanError) return undefined;
      throw error;
    }
  }
}
