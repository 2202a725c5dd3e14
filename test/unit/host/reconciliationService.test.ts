import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { Campaign } from '../../../src/core/campaign.ts';
import { CampaignStore } from '../../../src/core/campaignStore.ts';
import type { Connection } from '../../../src/core/connection.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import type { Row } from '../../../src/core/row.ts';
import { CampaignSubmitter } from '../../../src/host/campaignSubmitter.ts';
import { Connections } from '../../../src/host/connections.ts';
import { KeyStore } from '../../../src/host/keyStore.ts';
import { ReconciliationService } from '../../../src/host/reconciliationService.ts';
import type { ReconciledCalls } from '../../../src/launch/calls/callsReconciler.ts';
import type { ReconciledLaunch } from '../../../src/launch/create/launchReconciler.ts';
import type { LaunchEntry, LaunchIntent } from '../../../src/launch/journal/launchIntent.ts';
import { campaign, rowStats } from '../support/campaigns.ts';
import { fakeApi } from '../support/fakeApi.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { TypedAddress } from '../support/typedAddress.ts';

const here: Connection = { kind: 'service', baseUrl: 'https://one.example' };
const minuteMs = 60_000;
const startMs = Date.parse('2026-11-28T10:00:00Z');
let nowMs = startMs;
const clock = { now: () => nowMs };

const ours = campaign({
  id: 'ours',
  name: 'March renewals',
  assistant_id: 'a',
  created_at: '2026-11-28T10:00:01Z',
  row_stats: rowStats({ total: 3 }),
});

describe('finding out what happened to launches', () => {
  let folder: string;
  let warnings: string[];
  let listed: readonly Campaign[] | Error;
  let store: CampaignStore;
  let connections: Connections;
  let keys: KeyStore;
  let service: ReconciliationService;
  let settled: ReconciledLaunch[];
  let settledCalls: ReconciledCalls[];
  let changes: number;
  let due: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-launches-'));
    nowMs = startMs;
    warnings = [];
    listed = [];
    const log = {
      info: () => undefined,
      error: () => undefined,
      warn: (text: string) => warnings.push(text),
    };
    keys = new KeyStore(new MemorySecrets(), new MemoryMemento(), log);
    await keys.set(here, 'mine');
    const sandbox = { start: () => Promise.reject(new Error('none')), stop: () => undefined };
    connections = new Connections(keys, sandbox, new TypedAddress(here.baseUrl));
    store = new CampaignStore({ clock, fingerprint: ({ id }) => id });
    const submitter = new CampaignSubmitter({ connections, keys, clock, log, folder });
    service = new ReconciliationService({ store, submitter, clock, log });
    [settled, settledCalls, changes, due] = [[], [], 0, 0];
    service.onDidSettle((launch) => settled.push(launch));
    service.onDidSettleCalls((calls) => settledCalls.push(calls));
    service.onDidChange(() => (changes += 1));
    service.onDidBecomeDue(() => (due += 1));
    store.connect(apiOf());
  });

  afterEach(async () => {
    service.dispose();
    connections.dispose();
    mock.timers.reset();
    await rm(folder, { recursive: true, force: true });
  });

  function apiOf(part: Partial<CampaignApi> = {}): CampaignApi {
    return fakeApi({
      listCampaigns: () => (listed instanceof Error ? Promise.reject(listed) : Promise.resolve([...listed])),
      ...part,
    });
  }

  /** Another window of this machine, which shares the journal. */
  function otherWindow(): CampaignSubmitter {
    const log = { info: () => undefined, error: () => undefined, warn: () => undefined };
    return new CampaignSubmitter({ connections, keys, clock, log, folder });
  }

  /** A create that the window has sent now, and whose answer it does not have. */
  async function sendFrom(
    window: CampaignSubmitter,
    about: Partial<LaunchIntent> = {},
  ): Promise<LaunchEntry> {
    const begun = await window.journal.begin({
      id: randomUUID(),
      target: (await window.target())!,
      name: 'March renewals',
      assistantId: 'a',
      contacts: 3,
      launch: true,
      list: 'file:///march.csv',
      requestHash: 'r',
      contactsHash: 'c',
      startedMs: nowMs,
      ...about,
    });
    assert.ok('entry' in begun);
    const sent = await window.journal.record(begun.entry, { state: 'sent', atMs: nowMs, knownIds: [] });
    assert.ok(sent !== undefined);
    return sent;
  }

  /** Reads the campaigns, as the view does, and waits for what follows from them. */
  async function readAfter(ms: number): Promise<void> {
    nowMs += ms;
    await store.refresh();
    await service.reconcile();
  }

  const kinds = () => settled.map(({ kind }) => kind);

  it('shows a launch of a window that ended without its answer, once', async () => {
    await sendFrom(otherWindow());
    await readAfter(minuteMs);
    assert.deepEqual(kinds(), ['unsure']);
    assert.deepEqual(service.unconfirmedNames, ['March renewals']);
    assert.equal(service.unsettled.length, 1);
    assert.equal(service.isAwaiting, true);
    const before = changes;
    await readAfter(minuteMs);
    assert.deepEqual([kinds(), changes - before], [['unsure'], 0]);
  });

  it('leaves a launch to the window that sent it, while that one lives', async () => {
    const other = otherWindow();
    const sent = await sendFrom(other);
    for (let minute = 0; minute < 3; minute += 1) {
      nowMs += minuteMs;
      await other.journal.heartbeat(sent);
      await readAfter(0);
    }
    assert.deepEqual([kinds(), service.unsettled, service.isAwaiting], [[], [], false]);
  });

  it('says that a campaign was created once the list shows it', async () => {
    await sendFrom(otherWindow());
    await readAfter(minuteMs);
    listed = [ours];
    await readAfter(minuteMs);
    assert.deepEqual(kinds(), ['unsure', 'created']);
    assert.deepEqual([service.unsettled, service.unconfirmedNames, service.isAwaiting], [[], [], false]);
  });

  it('says that nothing was created after two late lists, and shows it until a person has seen it', async () => {
    const other = otherWindow();
    await sendFrom(other);
    await readAfter(minuteMs);
    await readAfter(16 * minuteMs);
    assert.deepEqual(kinds(), ['unsure'], 'one list alone does not say so');
    await readAfter(31_000);
    assert.deepEqual(kinds(), ['unsure', 'not created']);
    assert.equal(service.unsettled.length, 1);
    assert.deepEqual(service.unconfirmedNames, []);
    const [absent] = await other.journal.entries();
    await other.journal.record(absent!, { state: 'seen', atMs: nowMs });
    await service.reconcile();
    assert.deepEqual(service.unsettled, []);
  });

  it('concludes nothing from a list that could not be read', async () => {
    await sendFrom(otherWindow());
    await readAfter(minuteMs);
    listed = new Error('offline');
    await readAfter(16 * minuteMs);
    await readAfter(minuteMs);
    await readAfter(minuteMs);
    assert.deepEqual(kinds(), ['unsure']);
    assert.equal(service.unsettled.length, 1);
  });

  it('neither shows nor settles launches at another service', async () => {
    await sendFrom(otherWindow(), {
      target: { kind: 'service', baseUrl: 'https://two.example', account: 'theirs' },
    });
    listed = [ours];
    await readAfter(minuteMs);
    assert.deepEqual([kinds(), service.unsettled], [[], []]);
  });

  it('shows nothing of the last connection when there is none any more', async () => {
    await sendFrom(otherWindow());
    await readAfter(minuteMs);
    assert.equal(service.unsettled.length, 1);
    store.connect(undefined);
    await service.reconcile();
    assert.deepEqual([service.unsettled, service.unsettledCalls, service.isAwaiting], [[], [], false]);
  });

  it('asks for a list when one may say more, and not before', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    await sendFrom(otherWindow());
    await readAfter(minuteMs);
    nowMs += 13 * minuteMs;
    mock.timers.tick(13 * minuteMs);
    await service.reconcile();
    assert.equal(due, 0);
    await becomesDueAfter(2 * minuteMs);
    assert.equal(due, 1);
  });

  it('waits for a window that sends heartbeats, and shows its launch when they end', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const other = otherWindow();
    const sent = await sendFrom(other);
    await readAfter(0);
    for (let beat = 0; beat < 4; beat += 1) {
      nowMs += 20_000;
      await other.journal.heartbeat(sent);
      mock.timers.tick(20_000);
      await service.reconcile();
    }
    assert.deepEqual([kinds(), due], [[], 0]);
    nowMs += 31_000;
    const shown = new Promise<void>((resolve) => service.onDidSettle(() => resolve()));
    mock.timers.tick(31_000);
    await shown;
    assert.deepEqual([kinds(), due, service.isAwaiting], [['unsure'], 0, true]);
  });

  it('asks within an hour after the clock was set back by a year', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    await sendFrom(otherWindow());
    await readAfter(-365 * 24 * 60 * minuteMs);
    await becomesDueAfter(60 * minuteMs);
    assert.equal(due, 1);
  });

  it('says in the log that the journal cannot be read, and goes on with the next list', async () => {
    await sendFrom(otherWindow());
    const unreadable = new Error('EACCES: permission denied');
    const reading = mock.method(keys, 'get', () => Promise.reject(unreadable));
    await readAfter(minuteMs);
    reading.mock.restore();
    assert.deepEqual(service.unsettled, []);
    assert.match(warnings.join('\n'), /the journal of launches could not be read: .*EACCES/);
    await readAfter(minuteMs);
    assert.equal(service.unsettled.length, 1);
  });

  describe('of calls', () => {
    /** A launch of two calls that the window has sent now, and whose answer it does not have. */
    async function launchFrom(window: CampaignSubmitter): Promise<void> {
      const id = randomUUID();
      await window.calls.keepCallIds(id, ['call-1', 'call-2']);
      const begun = await window.calls.begin({
        kind: 'calls',
        id,
        target: (await window.target())!,
        campaignId: 'ours',
        name: 'March renewals',
        operation: 'launchCalls',
        count: 2,
        startedMs: nowMs,
      });
      assert.ok('entry' in begun);
      await window.calls.record(begun.entry, { state: 'sent', atMs: nowMs });
    }

    function connectWith(status: string, readRows?: CampaignApi['readRows']): void {
      const rows = ['call-1', 'call-2'].map((id, index): Row => ({
        id: `row-${index}`,
        phone_number: `+121255501${index}`,
        input_data: {},
        call: { id, status, call_attempts: [] },
      }));
      store.connect(
        apiOf({
          retrieveCampaign: () => Promise.resolve(ours),
          readRows:
            readRows ??
            async function* () {
              yield await Promise.resolve(rows);
            },
        }),
      );
    }

    it('says that they are launched when the rows show it', async () => {
      connectWith('completed');
      await launchFrom(otherWindow());
      await readAfter(minuteMs);
      assert.deepEqual(
        settledCalls.map((calls) => calls.kind === 'launched' && calls.launched),
        [2],
      );
      assert.deepEqual([service.unsettledCalls, service.unconfirmedNames], [[], []]);
    });

    it('keeps them unconfirmed while the rows do not show it, and never says that nobody is called', async () => {
      connectWith('not_launched');
      await launchFrom(otherWindow());
      for (let list = 0; list < 4; list += 1) await readAfter(20 * minuteMs);
      assert.deepEqual(
        settledCalls.map(({ kind }) => kind),
        ['cannot tell'],
      );
      assert.deepEqual(service.unconfirmedNames, ['March renewals']);
    });

    it('keeps them unconfirmed where the rows cannot be read', async () => {
      connectWith('completed', () => {
        throw new Error('offline');
      });
      await launchFrom(otherWindow());
      await readAfter(minuteMs);
      assert.deepEqual([settledCalls, service.unsettledCalls.length], [[], 1]);
      assert.equal(service.isAwaiting, true);
    });
  });

  /** Lets time pass, by the clock and by the timers, until a list is asked for. */
  async function becomesDueAfter(ms: number): Promise<void> {
    const asked = new Promise<void>((resolve) => service.onDidBecomeDue(resolve));
    nowMs += ms;
    mock.timers.tick(ms);
    await asked;
  }
});
