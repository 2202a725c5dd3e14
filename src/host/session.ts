import { RevoxClient } from '../api/revoxClient.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { Emitter, type Disposable } from '../core/emitter.ts';
import type { Log } from '../core/ports.ts';
import type { Connections } from './connections.ts';
import type { ContextKey } from './contextKeys.ts';
import { DisposableStore } from './disposables.ts';
import type { KeyStore } from './keyStore.ts';

/** What `when` clauses know of the session. */
export interface SessionContext {
  readonly connection: Pick<ContextKey<'service' | 'sandbox'>, 'set'>;
  readonly hasKey: Pick<ContextKey<boolean>, 'set'>;
}

export interface SessionParts {
  readonly connections: Connections;
  readonly keys: KeyStore;
  readonly store: CampaignStore;
  readonly context: SessionContext;
  readonly log: Log;
}

/** Keeps the store on the current connection and key, and restarts it when either changes. */
export class Session implements Disposable {
  readonly #connections: Connections;
  readonly #keys: KeyStore;
  readonly #store: CampaignStore;
  readonly #context: SessionContext;
  readonly #log: Log;
  readonly #disposables = new DisposableStore();
  readonly #settledEvent = new Emitter<void>();
  #settled = false;
  #key: string | undefined;
  #isKeyLost = false;
  /** The newest start wins: reading the key takes a moment. */
  #starts = 0;
  #started: Promise<void> | undefined;
  /** The newest look at a key that changed somewhere: it restarts the store where that is the key in use. */
  #keyCheck: Promise<void> | undefined;

  /** It is known now whether there is a key. */
  readonly onDidSettle = this.#settledEvent.event;

  constructor({ connections, keys, store, context, log }: SessionParts) {
    this.#connections = connections;
    this.#keys = keys;
    this.#store = store;
    this.#context = context;
    this.#log = log;
    this.#disposables.add(connections.onDidChange(() => void this.restart()));
    this.#disposables.add(
      keys.onDidChange(() => {
        this.#keyCheck = this.#keyMayHaveChanged();
      }),
    );
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
    let check: Promise<void> | undefined;
    let started: Promise<void> | undefined;
    do {
      check = this.#keyCheck; // who has just given a key must not be told that there is none
      await check;
      started = this.#started ?? this.restart();
      await started;
    } while (started !== this.#started || check !== this.#keyCheck); // another one overtook this one
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
    this.#context.connection.set(
      connection?.kind ?? (this.#connections.absence === 'sandbox ended' ? 'sandbox' : 'service'),
    );
    this.#key = key;
    this.#isKeyLost = connection !== undefined && key === undefined && this.#keys.wasGiven(connection);
    this.#context.hasKey.set(key !== undefined);
    this.#settled = true;
    if (connection !== undefined && key !== undefined) {
      this.#store.connect(new RevoxClient({ connection, key: () => Promise.resolve(key), log: this.#log }));
    }
    this.#settledEvent.fire();
  }
}
