import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../src/core/connection.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import { MachineMemory } from '../../../src/host/machineMemory.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';

describe('deleting all data on this machine', () => {
  const service = (baseUrl: string): Connection => ({ kind: 'service', baseUrl });

  it('removes the keys of all hosts, not only of the current address', async () => {
    const secrets = new MemorySecrets();
    const memory = new MemoryMemento();
    const open = () =>
      new KeyStore(secrets, memory, {
        warn: () => undefined,
      } as never);
    await open().set(service('https://one.example'), 'first');
    await open().set(service('https://two.example/api'), 'second');
    assert.equal(secrets.values.size, 2);
    await open().removeAll([service('https://three.example')]);
    assert.deepEqual([...secrets.values], []);
    assert.deepEqual([...memory.values], []);
  });

  it('clears the storage of all windows and of this workspace, and the folders, but no start that can be cancelled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'revox-forget-'));
    try {
      await mkdir(join(folder, 'told'));
      const [global, workspace] = [new MemoryMemento(), new MemoryMemento()];
      await global.update('revox.scheduleSupport', 1);
      await global.update('revox.upcomingStarts', [{}]);
      await workspace.update('revox.launchSheets', [{}]);
      await new MachineMemory(global, workspace, [join(folder, 'told')]).forget(17);
      assert.deepEqual(global.keys(), ['revox.upcomingStarts', 'revox.forgottenMs']);
      assert.deepEqual(workspace.keys(), ['revox.forgottenMs']);
      assert.deepEqual(await readdir(folder), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('clears another workspace when that is opened the next time, and only once', async () => {
    const [global, workspace] = [new MemoryMemento(), new MemoryMemento()];
    await workspace.update('revox.campaignOrigins', [['c1', 'file:///oncology.csv']]);
    await new MachineMemory(global, new MemoryMemento(), []).forget(17);
    new MachineMemory(global, workspace, []).catchUp();
    assert.equal(workspace.get('revox.campaignOrigins'), undefined);
    await workspace.update('revox.campaignOrigins', [['c2', 'file:///b.csv']]);
    new MachineMemory(global, workspace, []).catchUp();
    assert.notEqual(workspace.get('revox.campaignOrigins'), undefined);
  });
});
