import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../src/core/connection.ts';
import { CampaignSubmitter, type SubmitOrder } from '../../../src/host/campaignSubmitter.ts';
import { Connections } from '../../../src/host/connections.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import { isHeld } from '../../../src/launch/journal/stepJournal.ts';
import { fakeApi } from '../support/fakeApi.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { TypedAddress } from '../support/typedAddress.ts';

const here: Connection = { kind: 'service', baseUrl: 'https://one.example' };
const nowMs = Date.parse('2026-11-28T10:00:00Z');

describe('a window that sends campaigns', () => {
  let folder: string;
  let warnings: string[];
  let keys: KeyStore;
  let address: TypedAddress;
  let submitter: CampaignSubmitter;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-submitter-'));
    warnings = [];
    const log = {
      info: () => undefined,
      error: () => undefined,
      warn: (text: string) => warnings.push(text),
    };
    keys = new KeyStore(new MemorySecrets(), new MemoryMemento(), log);
    await keys.set(here, 'mine');
    const sandbox = { start: () => Promise.reject(new Error('none')), stop: () => undefined };
    address = new TypedAddress(here.baseUrl);
    const connections = new Connections(keys, sandbox, address);
    submitter = new CampaignSubmitter({
      connections,
      keys,
      clock: { now: () => nowMs },
      log,
      folder: join(folder, 'launches'),
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const request = { assistant_id: 'a', name: 'March', contacts: [] };
  const order = (): SubmitOrder => ({
    launchId: '11111111-0000-4000-8000-000000000000',
    api: fakeApi({}), // whatever it is asked rejects
    request,
    protocol: { kind: 'in steps', operation: 'launchCalls', flags: false },
    launch: undefined,
    list: 'file:///march.csv',
    signal: new AbortController().signal,
    stillCurrent: () => true,
    stillAllowed: () => Promise.resolve(),
    onStep: () => undefined,
  });

  async function begin(): Promise<string> {
    const { launchId: id, list } = order();
    const begun = await submitter.journal.begin({
      id,
      target: (await submitter.target())!,
      name: 'March',
      assistantId: 'a',
      contacts: 1,
      launch: true,
      list,
      requestHash: 'r',
      contactsHash: 'c',
      startedMs: nowMs,
    });
    assert.ok('entry' in begun);
    return id;
  }

  it('knows an account by a mark of its key, and none without an address or a key', async () => {
    const target = await submitter.target();
    assert.equal(target?.baseUrl, here.baseUrl);
    assert.ok(!JSON.stringify(target).includes('mine'));
    address.type('nonsense');
    assert.equal(await submitter.target(), undefined);
    address.type(here.baseUrl);
    await keys.remove(here);
    assert.equal(await submitter.target(), undefined);
  });

  it('sends and writes nothing once the connection is gone', async () => {
    address.type('nonsense');
    const { api, signal, stillCurrent, stillAllowed } = order();
    const create = await submitter.submit(order());
    const calls = {
      campaignId: 'c1',
      name: 'March',
      operation: 'launchCalls' as const,
      confirmed: { terms: { assistant_id: 'a' }, calls: [] },
      start: { kind: 'now' as const },
    };
    const launch = await submitter.launch({
      api,
      signal,
      stillCurrent,
      stillAllowed,
      order: calls,
    });
    for (const end of [create, launch])
      assert.match(String('error' in end && end.error), /Nothing was sent: the connection is gone\./);
    assert.deepEqual(await readdir(folder), []);
  });

  it('tells other windows that it closes, so that they need not wait for it', async () => {
    await begin();
    const other = (await submitter.journal.entries())[0]!;
    assert.equal(isHeld(other, nowMs), true);
    submitter.dispose();
    const [closed] = await submitter.journal.entries();
    assert.equal(isHeld(closed!, nowMs), false);
  });

  it('forgets what is settled, and keeps what is not known yet', async () => {
    await begin();
    assert.equal(await submitter.forget(), 1);
    const [entry] = await submitter.journal.entries();
    await submitter.journal.record(entry!, { state: 'withdrawn', atMs: nowMs });
    assert.equal(await submitter.forget(), 0);
    assert.deepEqual(await submitter.journal.entries(), []);
  });

  it('says in the log that old launches could not be removed, and goes on', async () => {
    await begin();
    await rm(join(folder, 'launches'), { recursive: true });
    await mkdir(join(folder, 'launches', '22222222-0000-4000-8000-000000000000.0.json'), { recursive: true });
    await submitter.prune();
    assert.match(warnings.join('\n'), /the journal of launches could not be pruned/);
  });
});
