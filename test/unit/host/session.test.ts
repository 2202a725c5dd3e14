import assert from 'node:assert/strict';
import { CampaignStore } from '../../../src/core/campaignStore.ts';
import type { Connection } from '../../../src/core/connection.ts';
import { Connections } from '../../../src/host/connections.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import { Session } from '../../../src/host/session.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { TypedAddress } from '../support/typedAddress.ts';

const one: Connection = { kind: 'service', baseUrl: 'https://one.example' };
const two: Connection = { kind: 'service', baseUrl: 'https://two.example' };
const practice = {
  connection: { kind: 'sandbox', baseUrl: 'http://127.0.0.1:4010' },
  key: 'sandbox-key',
} as const;

/** A secret storage that answers at once, or, while it is held, when the test says so. */
class SlowSecrets extends MemorySecrets {
  isHeld = false;
  readonly #waiting: { name: string; answer: () => void }[] = [];

  override async get(name: string): Promise<string | undefined> {
    const value = await super.get(name);
    if (this.isHeld) await new Promise<void>((answer) => this.#waiting.push({ name, answer }));
    return value;
  }

  get isAsked(): boolean {
    return this.#waiting.length > 0;
  }

  /** Answers what was asked first. */
  answerFirst(): void {
    this.#waiting.shift()?.answer();
  }

  /** Answers everything that was asked for this host. */
  answer({ baseUrl }: Connection): void {
    for (const { name, answer } of this.#waiting) if (name.includes(baseUrl)) answer();
  }
}

/** Everything that follows without waiting for the test has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the session', () => {
  let address: TypedAddress;
  let secrets: SlowSecrets;
  let memory: MemoryMemento;
  let keys: KeyStore;
  let connections: Connections;
  let store: CampaignStore;
  let session: Session;
  let shown: { connection?: string; hasKey?: boolean };
  let endSandbox: () => void;

  beforeEach(() => {
    address = new TypedAddress(one.baseUrl);
    secrets = new SlowSecrets();
    memory = new MemoryMemento();
    keys = keysIn(secrets);
    const sandbox = {
      start: (onExit: () => void) => {
        endSandbox = onExit;
        return Promise.resolve(practice);
      },
      stop: () => undefined,
    };
    connections = new Connections(keys, sandbox, address);
    store = new CampaignStore({ clock: { now: () => 0 }, fingerprint: ({ id }) => id });
    shown = {};
    session = new Session({
      connections,
      keys,
      store,
      context: {
        connection: { set: (connection) => (shown.connection = connection) },
        hasKey: { set: (hasKey) => (shown.hasKey = hasKey) },
      },
      log: { warn: () => undefined } as never,
    });
  });

  afterEach(() => session.dispose());

  function keysIn(secrets: MemorySecrets): KeyStore {
    return new KeyStore(secrets, memory, { warn: () => undefined } as never);
  }

  it('connects where there is a key for the address', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    assert.notEqual(store.api, undefined);
    assert.deepEqual(shown, { connection: 'service', hasKey: true });
  });

  it('knows that no key was given, and connects with the first one that is', async () => {
    await session.ready();
    assert.deepEqual([store.api, session.settled, session.isKeyLost], [undefined, true, false]);
    assert.deepEqual(shown, { connection: 'service', hasKey: false });
    await keys.set(one, 'mine');
    await settled();
    assert.notEqual(store.api, undefined);
    assert.equal(shown.hasKey, true);
  });

  it('is ready with a key that was given a moment ago', async () => {
    await session.ready();
    secrets.isHeld = true;
    await keys.set(one, 'mine');
    const ready = session.ready();
    await settled();
    secrets.isHeld = false;
    secrets.answer(one);
    await ready;
    assert.notEqual(store.api, undefined);
  });

  it('is ready with a key that was given while the store was asked for one', async () => {
    secrets.isHeld = true;
    let isReady = false;
    const ready = session.ready().then(() => (isReady = true));
    await settled();
    await keys.set(one, 'mine');
    await settled();
    secrets.answerFirst();
    await settled();
    assert.deepEqual([session.settled, isReady], [true, false]);
    secrets.isHeld = false;
    secrets.answerFirst();
    await ready;
    assert.notEqual(store.api, undefined);
  });

  it('knows that the system has lost the key', async () => {
    await keysIn(new MemorySecrets()).set(one, 'mine');
    await session.ready();
    assert.deepEqual([store.api, session.isKeyLost], [undefined, true]);
    await keys.set(one, 'again');
    await session.ready();
    assert.equal(session.isKeyLost, false);
  });

  it('looks the key up once for all who wait, and does not say that there is none before that', async () => {
    await keys.set(one, 'mine');
    let connects = 0;
    store.onDidConnect((api) => (connects += api === undefined ? 0 : 1));
    secrets.isHeld = true;
    const waiting = Promise.all([session.ready(), session.ready()]);
    await settled();
    assert.deepEqual([secrets.isAsked, session.settled, shown.hasKey], [true, false, undefined]);
    secrets.answer(one);
    await waiting;
    await session.ready();
    assert.deepEqual([session.settled, connects], [true, 1]);
  });

  it('says that it has settled when the store is connected', async () => {
    await keys.set(one, 'mine');
    await settled();
    const seen: boolean[] = [];
    session.onDidSettle(() => seen.push(session.settled && store.api !== undefined));
    await session.restart();
    assert.deepEqual(seen, [true]);
  });

  it('leaves nothing of the address before while the next key is looked up', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    secrets.isHeld = true;
    address.type(two.baseUrl);
    await settled();
    assert.deepEqual([store.api, session.settled], [undefined, false]);
  });

  it('connects to the newest address, whichever key is found first', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    secrets.isHeld = true;
    const first = session.restart();
    await settled();
    address.type(two.baseUrl);
    const ready = session.ready();
    await settled();
    secrets.answer(two);
    await ready;
    secrets.answer(one);
    await first;
    assert.deepEqual([store.api, shown.hasKey], [undefined, false], 'there is no key for the second address');
  });

  it('lets who waits for the first address wait for the newest', async () => {
    await keys.set(two, 'of two');
    secrets.isHeld = true;
    const ready = session.ready();
    await settled();
    address.type(two.baseUrl);
    await settled();
    secrets.answer(one);
    await settled();
    assert.equal(store.api, undefined);
    secrets.answer(two);
    await ready;
    assert.notEqual(store.api, undefined);
  });

  it('uses a changed key, and none that was removed', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    const before = store.api;
    await keys.set(one, 'another');
    await settled();
    assert.notEqual(store.api, before);
    await keys.remove(one);
    await settled();
    assert.deepEqual([store.api, shown.hasKey, session.isKeyLost], [undefined, false, false]);
  });

  it('stays connected when the key of another host changes', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    const before = store.api;
    await keys.set(two, 'of two');
    await settled();
    assert.equal(store.api, before);
  });

  it('is in the sandbox while that runs, and still after that ended by itself', async () => {
    await connections.startSandbox();
    await session.ready();
    assert.notEqual(store.api, undefined);
    assert.deepEqual(shown, { connection: 'sandbox', hasKey: true });
    endSandbox();
    await session.ready();
    assert.equal(store.api, undefined);
    assert.deepEqual(shown, { connection: 'sandbox', hasKey: false });
    connections.stopSandbox();
    await session.ready();
    assert.equal(shown.connection, 'service');
  });

  it('has neither a connection nor a lost key while the address cannot be used', async () => {
    await keys.set(one, 'mine');
    address.type('not an address');
    await session.ready();
    assert.deepEqual([store.api, session.settled, session.isKeyLost], [undefined, true, false]);
    assert.deepEqual(shown, { connection: 'service', hasKey: false });
  });

  it('stays as it is once its window has closed', async () => {
    await keys.set(one, 'mine');
    await session.ready();
    const before = store.api;
    session.dispose();
    address.type(two.baseUrl);
    await keys.set(one, 'another');
    await settled();
    assert.equal(store.api, before);
  });
});
