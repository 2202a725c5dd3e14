import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Provenances } from '../../../../src/host/provenances.ts';
import type { Campaign } from '../../../../src/core/campaign.ts';
import type { LaunchEntry, LaunchStep } from '../../../../src/launch/journal/launchIntent.ts';
import { outOfBounds, readProvenance } from '../../../../src/launch/gate/provenance.ts';
import { contentHash } from '../../../../src/callList/file/contentHash.ts';
import { NumberKey } from '../../../../src/host/numberKey.ts';
import { MemorySecrets } from '../../support/memorySecrets.ts';
import { campaign, noonMs } from '../../support/campaigns.ts';
import { provenance } from '../../support/provenances.ts';

const people = (...numbers: string[]) => numbers.map((to_phone_number) => ({ to_phone_number }));
const three = people('+33639980001', '+33639980002', '+33639980003');

describe('the origins of campaigns', () => {
  let folder: string;
  let entries: LaunchEntry[];
  let campaigns: Campaign[];
  let baseUrl: string;
  let warnings: string[];
  let secrets: MemorySecrets;
  const opened = (in_ = folder) =>
    new Provenances({
      folder: in_,
      key: new NumberKey(secrets),
      journal: { entries: () => Promise.resolve(entries) },
      store: {
        get state() {
          return { campaigns, updatedMs: noonMs, error: undefined, isLoading: false };
        },
      } as never,
      connections: {
        get current() {
          return { kind: 'service', baseUrl } as const;
        },
      },
      clock: { now: () => noonMs },
      log: { warn: (text: string) => void warnings.push(text) } as never,
    });

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'revox-provenance-')), 'provenance');
    [entries, campaigns, warnings] = [[], [], []];
    secrets = new MemorySecrets();
    baseUrl = provenance().baseUrl;
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  const inDraft = (numbers: string) => [`${numbers} in the draft “Spring”, made just now.`];

  it('show another window which numbers are in a campaign that was created', async () => {
    const here = opened();
    await here.keep(provenance(), three);
    const draft = campaign({ id: 'c9', status: 'draft' });
    campaigns = [draft];
    await here.end('l1', { kind: 'created', campaign: draft });
    const there = opened();
    assert.deepEqual(await there.usedBefore(three), inDraft('All 3 numbers are'));
    assert.deepEqual(
      await there.usedBefore(people('+33639980002', '+33639980009')),
      inDraft('1 of these 2 numbers is'),
    );
    assert.deepEqual(await there.usedBefore(people('+33639980009')), []);
    baseUrl = 'https://other.example/api';
    assert.deepEqual(await there.usedBefore(three), []);
    assert.deepEqual(warnings, []);
  });

  it('contain no readable number', async () => {
    await opened().keep(provenance(), three);
    for (const file of await readdir(folder)) {
      const text = (await readFile(join(folder, file))).toString('latin1');
      assert.doesNotMatch(text, /\d{9,}0001|3363998000/);
    }
  });

  const ends = ['refused', 'blocked', 'appeared'] as const;
  for (const kind of ends) {
    it(`omit a launch that was ${kind}`, async () => {
      const here = opened();
      await here.keep(provenance(), three);
      await here.end('l1', { kind, error: undefined, by: undefined, campaign: campaign() } as never);
      assert.equal(await here.count(), 0);
    });
  }

  const steps: readonly (readonly [what: string, steps: readonly LaunchStep[], said: readonly string[]])[] = [
    [
      'sent, and not known yet',
      [{ state: 'sent', atMs: noonMs, knownIds: [] }],
      ['All 3 numbers may be in “Spring”, sent just now: it is not known whether that campaign was created.'],
    ],
    [
      'found later, in whatever window',
      [
        { state: 'unsure', atMs: noonMs },
        { state: 'confirmed', atMs: noonMs, campaignId: 'c9', by: 'list' },
      ],
      inDraft('All 3 numbers are'),
    ],
    ['not created', [{ state: 'absent', atMs: noonMs, by: 'time' }], []],
  ];
  for (const [what, written, said] of steps) {
    it(`follow the journal for a launch that was ${what}`, async () => {
      await opened().keep(provenance(), three);
      campaigns = [campaign({ id: 'c9', status: 'draft' })];
      entries = [{ intent: { id: 'l1' } as never, steps: written, lastHeartbeatMs: noonMs, released: true }];
      assert.deepEqual(await opened().usedBefore(three), said);
      entries = said.length > 0 && written.length > 1 ? [] : entries; // the journal forgets what is settled
      assert.deepEqual(await opened().usedBefore(three), said);
    });
  }

  it('are deleted on request, and stored anew after that', async () => {
    const here = opened();
    await here.keep(provenance(), three);
    assert.equal(await here.count(), 1);
    await here.forget();
    assert.equal(await here.count(), 0);
    assert.deepEqual(await here.usedBefore(three), []);
    await here.keep(provenance({ launchId: 'l2' }), three);
    assert.equal(await here.count(), 1);
    assert.deepEqual(warnings, []);
  });

  it('never block a launch: what cannot be written is logged', async () => {
    const nowhere = opened('/dev/null/provenance');
    await nowhere.keep(provenance(), three);
    await nowhere.end('l1', { kind: 'created', campaign: campaign() });
    assert.deepEqual(await nowhere.usedBefore(three), []);
    assert.ok(warnings.every((text) => text.startsWith('where campaigns came from could not be ')));
  });
});

describe('the limits of stored origins', () => {
  const kept = [1, 2, 3, 4].map((age) =>
    provenance({ launchId: `l${age}`, sentMs: noonMs - age, hashes: 10 }),
  );
  const gone = (bounds: { campaigns: number; numbersInAll: number }) =>
    outOfBounds(kept, bounds).map(({ launchId }) => launchId);

  it('drop the oldest first', () => {
    assert.deepEqual(gone({ campaigns: 4, numbersInAll: 40 }), []);
    assert.deepEqual(gone({ campaigns: 3, numbersInAll: 40 }), ['l4']);
    assert.deepEqual(gone({ campaigns: 4, numbersInAll: 25 }), ['l3', 'l4']);
  });

  it('reject what another version wrote unless it is complete', () => {
    assert.deepEqual(readProvenance(JSON.stringify(provenance())), provenance());
    for (const text of ['', '[]', 'null', '{"launchId":"l1"}']) assert.equal(readProvenance(text), undefined);
  });

  it('hash the bytes of a text', async () => {
    assert.equal(await contentHash('Zoé'), await contentHash(new TextEncoder().encode('Zoé')));
  });
});
