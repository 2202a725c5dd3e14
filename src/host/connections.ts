import type { Connection } from '../core/connection.ts';
import { Emitter, type Disposable } from '../core/emitter.ts';
import { HumanError } from '../core/errors.ts';
import type { SandboxProcess } from './sandboxProcess.ts';
import type { KeyStore } from './keyStore.ts';

/** The address of the service in the settings of VS Code. */
export interface AddressSetting {
  /** @throws HumanError when it cannot be used */
  readonly read: () => string;
  readonly onDidChange: (listener: () => void) => Disposable;
}

/**
 * Which server is used: Revox at the address in the settings, or the sandbox while it runs. Listeners must
 * discard everything they know of the previous connection.
 */
export class Connections implements Disposable {
  readonly #keys: KeyStore;
  readonly #sandbox: Pick<SandboxProcess, 'start' | 'stop'>;
  readonly #address: AddressSetting;
  readonly #changed = new Emitter<void>();
  readonly #sandboxEnded = new Emitter<void>();
  readonly #subscription: Disposable;
  /** An address from the environment that the person agreed to use in this window. */
  #sessionBaseUrl: string | undefined;
  #current: Connection | undefined;
  #ended = false;

  readonly onDidChange = this.#changed.event;
  /** Whether the sandbox ended unexpectedly. There is then no connection until the person chooses one. */
  readonly onDidEndSandbox = this.#sandboxEnded.event;

  constructor(keys: KeyStore, sandbox: Pick<SandboxProcess, 'start' | 'stop'>, address: AddressSetting) {
    this.#keys = keys;
    this.#sandbox = sandbox;
    this.#address = address;
    this.#current = this.#serviceIfUsable();
    this.#subscription = address.onDidChange(() => {
      this.#sessionBaseUrl = undefined; // the setting overrides the session address
      if (this.#current?.kind !== 'sandbox' && !this.#ended) this.#use(this.#serviceIfUsable());
    });
  }

  /**
   * Undefined while the address in the settings is not valid, and after the sandbox stopped unexpectedly.
   * There is no fallback, because a typo or a crash must not switch a test to the real service.
   */
  get current(): Connection | undefined {
    return this.#current;
  }

  /**
   * Revox itself, as the settings say, whether or not the sandbox runs. Throws a HumanError where they are
   * wrong.
   */
  service(): Connection {
    return { kind: 'service', baseUrl: this.#sessionBaseUrl ?? this.#address.read() };
  }

  /** The connection, or a HumanError that says why there is none. */
  required(): Connection {
    if (this.#ended)
      throw new HumanError('The sandbox has ended. Start it again, or leave it to go back to Revox.');
    return this.#current ?? this.service();
  }

  useForSession(baseUrl: string): void {
    this.#sessionBaseUrl = baseUrl;
    this.#use(this.service());
  }

  /** Why there is no connection, where there is none. */
  get absence(): 'address' | 'sandbox ended' | undefined {
    if (this.#current !== undefined) return undefined;
    return this.#ended ? 'sandbox ended' : 'address';
  }

  async startSandbox(): Promise<void> {
    const running = await this.#sandbox.start(() => {
      this.#ended = true;
      this.#use(undefined);
      this.#sandboxEnded.fire();
    });
    this.#ended = false;
    this.#keys.setForSession(running.connection, running.key);
    this.#use(running.connection);
  }

  stopSandbox(): void {
    this.#sandbox.stop();
    this.#ended = false;
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
