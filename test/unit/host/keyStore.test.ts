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

/** What VS Code gives where there is no keyring, or one that refuses. */
class NoSecrets extends MemorySecrets {
  override get(): Promise<string | undefined> {
    return Promise.reject(new Error('no keyring'));
  }
  override store(): Promise<void> {
    return Promise.reject(new Error('no keyring'));
  }
}

function keysIn(secrets: MemorySecrets, lines: string[] = [], memory = new MemoryMemento()): KeyStore {
  return new KeyStore(secrets, memory, { warn: (line: string) => void lines.push(line) } as never);
}

describe('the key store', () => {
  it('without a keyring stores a key for this window only, says so, and writes it nowhere', async () => {
    const lines: string[] = [];
    const secrets = new NoSecrets();
    const keys = keysIn(secrets, lines);
    let changes = 0;
    keys.onDidChange(() => (changes += 1));
    assert.equal(await keys.get(connection), undefined);
    assert.equal(await keys.set(connection, 'secret-of-mine'), 'session');
    assert.equal(await keys.get(connection), 'secret-of-mine');
    assert.equal(changes, 1);
    assert.equal(secrets.values.size, 0);
    assert.match(lines.join(' '), /key store cannot be read.*cannot be written/);
    assert.doesNotMatch(lines.join(' '), /secret-of-mine/);
    const nextWindow = keysIn(new NoSecrets());
    assert.equal(await nextWindow.get(connection), undefined);
  });

  it('knows in a later window that a key was given, and not that one was removed', async () => {
    const memory = new MemoryMemento();
    assert.equal(keysIn(new MemorySecrets(), [], memory).wasGiven(connection), false);
    await keysIn(new NoSecrets(), [], memory).set(connection, 'secret-of-mine');
    const later = keysIn(new MemorySecrets(), [], memory);
    assert.deepEqual([await later.get(connection), later.wasGiven(connection)], [undefined, true]);
    await later.set(connection, 'secret-of-mine');
    await later.remove(connection);
    assert.equal(keysIn(new MemorySecrets(), [], memory).wasGiven(connection), false);
  });

  it('without a keyring removes the key of this window', async () => {
    const keys = keysIn(new NoSecrets());
    await keys.set(connection, 'secret-of-mine');
    await keys.remove(connection);
    assert.equal(await keys.get(connection), undefined);
  });

  it('does not report a key as removed that the system still has, even if the window had its own', async () => {
    const secrets = new LockedSecrets();
    const keys = keysIn(secrets);
    await keys.set(connection, 'stored');
    keys.setForSession(connection, 'of this window');
    await assert.rejects(keys.remove(connection), /could not be removed/);
    assert.equal(await keys.get(connection), 'stored');
  });
});
