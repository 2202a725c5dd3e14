import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Provenances, type ProvenancesOptions } from '../../../src/host/provenances.ts';
import { NumberKey } from '../../../src/host/numberKey.ts';
import type { LaunchEntry } from '../../../src/launch/journal/launchIntent.ts';
import { campaign, noonMs } from '../support/campaigns.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { provenance } from '../support/provenances.ts';

const contacts = [{ to_phone_number: '+33199001201' }];

describe('the call list of a campaign', () => {
  let folder: string;
  let entries: readonly LaunchEntry[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-lists-'));
    entries = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function provenances(): Provenances {
    return new Provenances({
      folder,
      journal: { entries: () => Promise.resolve(entries) },
      store: { state: { campaigns: [], updatedMs: noonMs } },
      connections: { current: undefined },
      key: new NumberKey(new MemorySecrets()),
      clock: { now: () => noonMs },
      log: { info: () => undefined, warn: (text: string) => assert.fail(text) },
    } as unknown as ProvenancesOptions);
  }

  it('is known after it was created, in every window of this machine', async () => {
    await provenances().keep(provenance({ launchId: 'l1', list: 'file:///march.csv' }), contacts);
    assert.equal(await provenances().listOf('c1'), undefined);
    await provenances().end('l1', { kind: 'created', campaign: campaign({ id: 'c1' }) });
    assert.equal(await provenances().listOf('c1'), 'file:///march.csv');
    assert.equal(await provenances().listOf('another'), undefined);
  });

  it('is known with the people left out for earlier calls', async () => {
    const leaveOut = { reached: true, notInterested: false, calledWithinDays: 7 };
    await provenances().keep(provenance({ launchId: 'l1', leaveOut }), contacts);
    await provenances().end('l1', { kind: 'created', campaign: campaign({ id: 'c1' }) });
    assert.deepEqual((await provenances().originOf('c1'))?.leaveOut, leaveOut);
    assert.equal(await provenances().originOf('another'), undefined);
  });

  it('is known when the answer was lost and the journal found the campaign', async () => {
    await provenances().keep(provenance({ launchId: 'l1', list: 'file:///march.csv' }), contacts);
    const confirmed = { state: 'confirmed', atMs: noonMs, campaignId: 'c1', by: 'list' };
    entries = [{ intent: { id: 'l1' }, steps: [confirmed] } as unknown as LaunchEntry];
    assert.equal(await provenances().listOf('c1'), 'file:///march.csv');
  });
});
