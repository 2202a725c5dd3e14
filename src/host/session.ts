import type * as vscode from 'vscode';
import { RevoxClient } from '../api/revoxClient.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { Emitter } from '../core/emitter.ts';
import type { Log } from '../core/ports.ts';
import type { Connections } from './connections.ts';
import { connectionContext, hasApiKeyContext } from './contextKeys.ts';
import { DisposableStore } from './disposables.ts';
import type { KeyStore } from './keyStore.ts';

/** Keeps the store on the current connection and key, and restarts it when either changes. */
export class Session implements vscode.Disposable {
  readonly #connections: Connections;
  readonly #keys: KeyStore;
  readonly #store: CampaignStore;
  readonly #log: Log;
  readonly #disposables = new DisposableStore();
  readonly #settledEvent = new Emitter<void>();
  #settled = false;
  #key: string | undefined;
  #isKeyLost = false;
  /** The newest start wins: reading the key takes a moment. */
  #starts = 0;
  #started: Promise<void> | undefined;

  /** It is known now whether there is a key. */
  readonly onDidSettle = this.#settledEvent.event;

  constructor(connections: Connections, keys: KeyStore, store: CampaignStore, log: Log) {
    this.#connections = connections;
    this.#keys = keys;
    this.#store = store;
    this.#log = log;
    this.#disposables.add(connections.onDidChange(() => void this.restart()));
    this.#disposables.add(keys.onDidChange(() => void this.#keyMayHaveChanged()));
  }

  /** False while the key is looked up: then "no key" must not be said yet. */
  get settled(): boolean {
    return this.#settled;
  }

  /** True: a key was given for this connection, and the system did not keep it. */
  get isKeyLost(): boolean {
    return this.#isKeyLost;
  }

  /** Resolves when the store knows whether there is a key. The first caller makes it happen. */
  async ready(): Promise<void> {
    let started: Promise<void> | undefined;
    do {
      started = this.#started ?? this.restart();
      await started;
    } while (started !== this.#started); // another start overtook this one
  }

  restart(): Promise<void> {
    // Deferred: a listener that asks for `ready` when the store's state changes must get this start, not
    // trigger another.
    this.#started = Promise.resolve().then(() => this.#start());
    return this.#started;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Keys of other hosts, and of the sandbox, come and go without touching this one. */
  async #keyMayHaveChanged(): Promise<void> {
    const connection = this.#connections.current;
    const key = connection && (await this.#keys.get(connection));
    if (key !== this.#key && connection === this.#connections.current) await this.restart();
  }

  async #start(): Promise<void> {
    const start = ++this.#starts;
    this.#settled = false;
    const connection = this.#connections.current;
    // What belongs to the connection before must not stay on the screen while the key is looked up.
    this.#store.connect(undefined);
    const key = connection === undefined ? undefined : await this.#keys.get(connection);
    if (start !== this.#starts) return;
    connectionContext.set(
      connection?.kind ?? (this.#connections.absence === 'sandbox ended' ? 'sandbox' : 'service'),
    );
    this.#key = key;
    this.#isKeyLost = connection !== undefined && key === undefined && this.#keys.wasGiven(connection);
    hasApiKeyContext.set(key !== undefined);
    this.#settled = true;
    if (connection !== undefined && key !== undefined) {
      this.#store.connect(new RevoxClient({ connection, key: () => Promise.resolve(key), log: this.#log }));
    }
    this.#settledEvent.fire();
  }
}
