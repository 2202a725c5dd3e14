import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { LaunchFiles } from '../../../../src/host/launchFiles.ts';
import { launchState, type LaunchIntent } from '../../../../src/launch/journal/launchIntent.ts';
import { leaseMs } from '../../../../src/launch/journal/stepJournal.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import type { LaunchStorage } from '../../../../src/launch/journal/launchStorage.ts';
import { accountMark, requestHash } from '../../../../src/launch/comparison/requestHash.ts';
import { createRequest } from '../../../../src/launch/draft/campaignSpec.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';
import { runs } from '../../support/runs.ts';

let nowMs = 0;
const clock = { now: () => nowMs };
const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
const journalOn = (storage: LaunchStorage) => new LaunchJournal({ storage, clock, wait });

function intent(id: string, rest: Partial<LaunchIntent> = {}): LaunchIntent {
  return {
    id,
    target: { kind: 'service', baseUrl: 'https://example.com/api', account: 'a1b2c3' },
    name: 'March renewals',
    assistantId: 'assistant',
    contacts: 3,
    launch: true,
    list: 'file:///march.csv',
    requestHash: id,
    contactsHash: `contacts of ${id}`,
    startedMs: nowMs,
    ...rest,
  };
}

/** Begins and, when nobody was faster, continues to "sent". */
async function launch(storage: LaunchStorage, one: LaunchIntent): Promise<boolean> {
  const journal = journalOn(storage);
  const begun = await journal.begin(one);
  if ('by' in begun) return false;
  return (await journal.record(begun.entry, { state: 'sent', atMs: nowMs, knownIds: [] })) !== undefined;
}

describe('the journal of launches', () => {
  let storage: MemoryLaunchStorage;
  beforeEach(() => {
    storage = new MemoryLaunchStorage();
    nowMs = Date.parse('2026-11-20T10:00:00Z');
  });

  const causes: readonly (readonly [string, Partial<LaunchIntent>, boolean])[] = [
    ['the same list', {}, false],
    ['a copy of the list', { list: 'file:///copy.csv', contactsHash: 'contacts of first' }, false],
    ['the same list by another name of campaign', { name: 'Other' }, false],
    ['another list with other contacts', { list: 'file:///april.csv' }, true],
    [
      'the same list for another service',
      { target: { kind: 'sandbox', baseUrl: 'http://127.0.0.1:1/api', account: 'x' } },
      true,
    ],
  ];
  for (const [name, rest, mayGoOn] of causes) {
    it(`${mayGoOn ? 'lets' : 'does not let'} a second window launch ${name} during the first launch`, async () => {
      assert.equal(await launch(storage, intent('first')), true);
      assert.equal(await launch(storage, intent('second', rest)), mayGoOn);
    });
  }

  it('points to the launch that is open', async () => {
    await launch(storage, intent('first'));
    const begun = await journalOn(storage).begin(intent('second'));
    assert.equal('by' in begun && begun.by.intent.id, 'first');
  });

  it('lets at most one of several windows send at the same moment, and nearly always one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), fc.scheduler(), async (windows, scheduler) => {
        const shared = new MemoryLaunchStorage();
        const late: LaunchStorage = {
          readAll: () => scheduler.schedule(Promise.resolve()).then(() => shared.readAll()),
          create: (name, text) => scheduler.schedule(Promise.resolve()).then(() => shared.create(name, text)),
          replace: (name, text) => shared.replace(name, text),
          remove: (name) => shared.remove(name),
          attach: (id, text) => shared.attach(id, text),
          attachment: (id) => shared.attachment(id),
          removeAttachment: (id) => shared.removeAttachment(id),
          key: () => shared.key(),
        };
        const ends = Array.from({ length: windows }, (_, window) => launch(late, intent(`w${window}`)));
        const all = Promise.all(ends);
        await scheduler.waitFor(all);
        const sent = (await all).filter(Boolean).length;
        assert.ok(sent <= 1, `${sent} windows sent`);
      }),
      { numRuns: runs(60) },
    );
  });

  it('does not wait for a window that closed before it sent anything', async () => {
    await journalOn(storage).begin(intent('first'));
    nowMs += leaseMs + 1;
    assert.equal(await launch(storage, intent('second')), true);
  });

  it('lets a window that slept send nothing once another has treated it as closed', async () => {
    const sleeper = journalOn(storage);
    const begun = await sleeper.begin(intent('sleeper'));
    assert.ok('entry' in begun);
    nowMs += leaseMs + 1;
    assert.equal(await launch(storage, intent('other')), true);
    assert.equal(await sleeper.record(begun.entry, { state: 'sent', atMs: nowMs, knownIds: [] }), undefined);
  });

  it('blocks the list while the outcome of the first launch is unknown, for any time', async () => {
    await launch(storage, intent('first'));
    nowMs += 24 * 3600_000;
    assert.equal(await launch(storage, intent('second')), false);
  });

  for (const state of ['refused', 'withdrawn'] as const) {
    it(`unblocks the list after "${state}"`, async () => {
      const journal = journalOn(storage);
      const begun = await journal.begin(intent('first'));
      assert.ok('entry' in begun);
      await journal.record(begun.entry, { state, atMs: nowMs });
      assert.equal(await launch(storage, intent('second')), true);
    });
  }

  it('treats an unreadable step as the worse case', async () => {
    await journalOn(storage).begin(intent('first'));
    storage.texts.set('first.1', '{"sta');
    const [entry] = await journalOn(storage).entries();
    assert.equal(entry && launchState(entry), 'sent');
  });

  it('deletes what was settled more than a week ago, and nothing else', async () => {
    const journal = journalOn(storage);
    await launch(storage, intent('open'));
    const begun = await journal.begin(intent('settled', { list: 'file:///other.csv' }));
    assert.ok('entry' in begun);
    await journal.record(begun.entry, { state: 'refused', atMs: nowMs });
    nowMs += 8 * 24 * 3600_000;
    await journal.prune();
    assert.deepEqual([...storage.texts.keys()], ['open.0', 'open.1']);
  });
});

describe('the journal on the disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-launches-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is shared by two windows, of which one creates a step', async () => {
    const [one, other] = [new LaunchFiles(join(folder, 'deep')), new LaunchFiles(join(folder, 'deep'))];
    assert.deepEqual(await one.readAll(), new Map());
    const created = await Promise.all([one.create('a.0', '{"from":1}'), other.create('a.0', '{"from":2}')]);
    assert.deepEqual([...created].sort(), [false, true]);
    assert.deepEqual(await one.readAll(), await other.readAll());
    await one.replace('a.beat', '1');
    await one.replace('a.beat', '2');
    assert.equal((await other.readAll()).get('a.beat'), '2');
    other.replaceNow('a.beat', '-3');
    assert.equal((await one.readAll()).get('a.beat'), '-3');
    assert.deepEqual((await readdir(join(folder, 'deep'))).sort(), ['a.0.json', 'a.beat.json']);
    await one.remove('a.0');
    assert.equal((await other.readAll()).has('a.0'), false);
  });

  it('ignores what a crash left half written', async () => {
    await writeFile(join(folder, 'a.0.json.123'), '{"i');
    const files = new LaunchFiles(folder);
    assert.equal((await files.readAll()).size, 0);
    assert.equal(await files.create('a.0', '{}'), true);
  });
});

describe('the contents of the journal', () => {
  const contact = { to_phone_number: '+33639980001', prompt_variables: { b: 'Zoé', a: '1' } };
  const plan = { assistantId: 'assistant', name: 'Spring', start: { kind: 'now' } } as const;
  const key = new Uint8Array(32).fill(7);

  it('cannot be recovered by trying all numbers on another machine', async () => {
    const here = await requestHash(createRequest(plan, [contact]), key);
    const there = await requestHash(createRequest(plan, [contact]), new Uint8Array(32).fill(8));
    assert.notEqual(here.contacts, there.contacts);
    assert.notEqual(here.request, there.request);
  });

  it('have the same hash for the same request, whatever the order of its keys', async () => {
    const turned = { prompt_variables: { a: '1', b: 'Zoé' }, to_phone_number: '+33639980001' };
    const [one, other] = await Promise.all([
      requestHash(createRequest(plan, [contact]), key),
      requestHash({ ...createRequest(plan, []), contacts: [turned] }, key),
    ]);
    assert.deepEqual(one, other);
    assert.match(one.request, /^[0-9a-f]{64}$/);
  });

  it('distinguish the name from the contacts: the same people under another name are the same people', async () => {
    const one = await requestHash(createRequest(plan, [contact]), key);
    const other = await requestHash(createRequest({ ...plan, name: 'Autumn' }, [contact]), key);
    assert.equal(one.contacts, other.contacts);
    assert.notEqual(one.request, other.request);
  });

  it('do not reveal a key', async () => {
    assert.match(await accountMark('sk_live_0123456789abcdef'), /^[0-9a-f]{6}$/);
  });
});
