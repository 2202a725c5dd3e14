import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';

const connection: Connection = { kind: 'service', baseUrl: 'https://one.example' };

/** A key store that can be read and not written, as one that is locked. */
class LockedSecrets extends MemorySecrets {
  override delete(): Promise<void> {
    return Promise.reject(new Error('locked'));
  }
}

describe('the key store', () => {
  it('does not call a key removed that the system keeps, also where the window has one of its own', async () => {
    const secrets = new LockedSecrets();
    const keys = new KeyStore(
      Object.assign(secrets, { onDidChange: (() => undefined) as never }),
      new MemoryMemento(),
      { warn: () => undefined } as never,
    );
    await keys.set(connection, 'stored');
    keys.setForSession(connection, 'of this window');
    await assert.rejects(keys.remove(connection), /could not be removed/);
    assert.equal(await keys.get(connection), 'stored');
  });
});
