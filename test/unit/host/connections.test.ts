import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { Connections } from '../../../src/host/connections.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import type { RunningSandbox } from '../../../src/host/sandboxProcess.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { TypedAddress } from '../support/typedAddress.ts';

const one: Connection = { kind: 'service', baseUrl: 'https://one.example/api' };
const two: Connection = { kind: 'service', baseUrl: 'https://two.example/api' };
const practice: RunningSandbox = {
  connection: { kind: 'sandbox', baseUrl: 'http://127.0.0.1:4010' },
  key: 'sandbox-key',
};

/** A sandbox that starts and ends when the test says so. */
class SandboxByHand {
  isStopped = true;
  failsToStart = false;
  /** Ends it without being asked to. */
  end: () => void = () => assert.fail('the sandbox was not started');

  start(onExit: () => void): Promise<RunningSandbox> {
    if (this.failsToStart) return Promise.reject(new HumanError('The sandbox could not be started.'));
    this.isStopped = false;
    this.end = onExit;
    return Promise.resolve(practice);
  }

  stop(): void {
    this.isStopped = true;
  }
}

describe('the connection in use', () => {
  let address: TypedAddress;
  let sandbox: SandboxByHand;
  let keys: KeyStore;
  let connections: Connections;
  /** What was in use after each change. */
  let changes: (Connection | undefined)[];

  beforeEach(() => {
    address = new TypedAddress(one.baseUrl);
    sandbox = new SandboxByHand();
    keys = new KeyStore(new MemorySecrets(), new MemoryMemento(), { warn: () => undefined } as never);
    connections = new Connections(keys, sandbox, address);
    changes = [];
    connections.onDidChange(() => changes.push(connections.current));
  });

  describe('to the service', () => {
    it('follows the setting', () => {
      assert.deepEqual(connections.current, one);
      address.type(two.baseUrl);
      assert.deepEqual([connections.current, connections.required()], [two, two]);
      assert.deepEqual(changes, [two]);
    });

    it('does not change where the setting means the same address', () => {
      address.type(one.baseUrl);
      assert.deepEqual(changes, []);
    });

    it('is none while the address cannot be used, and the reason is that of the setting', () => {
      address.type('not an address');
      assert.deepEqual([connections.current, connections.absence], [undefined, 'address']);
      assert.throws(() => connections.required(), /"not an address" cannot be used/);
      address.type(two.baseUrl);
      assert.deepEqual([connections.current, connections.absence], [two, undefined]);
      assert.deepEqual(changes, [undefined, two]);
    });

    it('is none from the beginning where the address cannot be used', () => {
      const later = new Connections(keys, sandbox, new TypedAddress('not an address'));
      assert.deepEqual([later.current, later.absence], [undefined, 'address']);
    });

    it('goes to the address of the environment until the setting changes', () => {
      connections.useForSession(two.baseUrl);
      assert.deepEqual([connections.current, connections.service()], [two, two]);
      address.type('https://three.example');
      assert.equal(connections.current?.baseUrl, 'https://three.example');
    });

    it('does not follow the setting of a window that has closed', () => {
      connections.dispose();
      address.type(two.baseUrl);
      assert.deepEqual(changes, []);
    });
  });

  describe('to the sandbox', () => {
    it('is used with its own key, and given up for the service', async () => {
      await connections.startSandbox();
      assert.deepEqual(connections.current, practice.connection);
      assert.equal(await keys.get(practice.connection), practice.key);
      assert.deepEqual(connections.service(), one, 'what the settings say is known all the same');
      connections.stopSandbox();
      assert.deepEqual([connections.current, sandbox.isStopped], [one, true]);
      assert.deepEqual(changes, [practice.connection, one]);
    });

    it('has its key before anybody is told of it', async () => {
      let key: Promise<string | undefined> | undefined;
      connections.onDidChange(() => {
        key = keys.get(practice.connection);
      });
      await connections.startSandbox();
      assert.equal(await key, practice.key);
    });

    it('stays while the setting changes, which counts once the sandbox is left', async () => {
      await connections.startSandbox();
      address.type(two.baseUrl);
      assert.deepEqual(connections.current, practice.connection);
      connections.stopSandbox();
      assert.deepEqual(connections.current, two);
    });

    it('does not begin where the sandbox cannot be started', async () => {
      sandbox.failsToStart = true;
      await assert.rejects(connections.startSandbox(), HumanError);
      assert.deepEqual([connections.current, changes], [one, []]);
    });
  });

  describe('after the sandbox has ended unexpectedly', () => {
    let ends: number;

    beforeEach(async () => {
      ends = 0;
      connections.onDidEndSandbox(() => (ends += 1));
      await connections.startSandbox();
      sandbox.end();
    });

    it('is none, so that no test reaches the real service', () => {
      assert.deepEqual([connections.current, connections.absence, ends], [undefined, 'sandbox ended', 1]);
      assert.throws(() => connections.required(), /The sandbox has ended\. Start it again, or leave it/);
    });

    it('stays none when the address in the settings changes', () => {
      address.type(two.baseUrl);
      assert.deepEqual([connections.current, connections.absence], [undefined, 'sandbox ended']);
    });

    it('stays none when the sandbox cannot be started again', async () => {
      sandbox.failsToStart = true;
      await assert.rejects(connections.startSandbox(), HumanError);
      assert.deepEqual([connections.current, connections.absence], [undefined, 'sandbox ended']);
    });

    it('is there again with a new sandbox', async () => {
      await connections.startSandbox();
      assert.deepEqual([connections.current, connections.absence], [practice.connection, undefined]);
    });

    it('is that to the service once a person leaves the sandbox', () => {
      connections.stopSandbox();
      assert.deepEqual([connections.current, connections.required()], [one, one]);
    });
  });
});
