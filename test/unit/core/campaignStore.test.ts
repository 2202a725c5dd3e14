import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/core/campaign.ts';
import { CampaignStore, type StoreChange, type StoreState } from '../../../src/core/campaignStore.ts';
import { ApiError } from '../../../src/core/errors.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import { campaign } from '../support/campaigns.ts';
import { fakeApi } from '../support/fakeApi.ts';

/** Told apart by its id; its name follows it. */
function campaignOf(id: string, about: Partial<Campaign> = {}): Campaign {
  return campaign({ id, name: `Campaign ${id}`, ...about });
}

interface PendingList {
  readonly signal: AbortSignal | undefined;
  answer(campaigns: readonly Campaign[]): void;
  fail(error: unknown): void;
}

/** A service whose lists are answered by the test, when it wants. */
function heldApi(): CampaignApi & { readonly lists: PendingList[] } {
  const lists: PendingList[] = [];
  const listCampaigns = (signal?: AbortSignal) =>
    new Promise<readonly Campaign[]>((answer, fail) => lists.push({ signal, answer, fail }));
  return Object.assign(fakeApi({ listCampaigns }), { lists });
}

describe('the store of campaigns', () => {
  let nowMs: number;
  let api: ReturnType<typeof heldApi>;
  let store: CampaignStore;
  let changes: StoreChange[];
  let states: StoreState[];

  beforeEach(() => {
    nowMs = 1000;
    api = heldApi();
    store = new CampaignStore({
      clock: { now: () => nowMs },
      fingerprint: ({ name, status }) => JSON.stringify([name, status]),
    });
    store.connect(api);
    changes = [];
    states = [];
    store.onDidChange((change) => changes.push(change));
    store.onDidChangeState((state) => states.push(state));
  });

  const ids = () => store.state.campaigns.map(({ id }) => id);

  /** Reads, the server answering with these. */
  async function read(...campaigns: Campaign[]): Promise<readonly string[]> {
    const reading = store.refresh();
    api.lists.at(-1)?.answer(campaigns);
    return reading;
  }

  describe('refresh', () => {
    it('loads the campaigns in the order of the server, with the time', async () => {
      nowMs = 7000;
      assert.deepEqual(await read(campaignOf('c'), campaignOf('a'), campaignOf('b')), ['c', 'a', 'b']);
      assert.deepEqual(ids(), ['c', 'a', 'b']);
      assert.deepEqual(changes, [{ ids: ['c', 'a', 'b'], structure: true }]);
      assert.equal(store.state.updatedMs, 7000);
      assert.equal(store.campaign('a')?.name, 'Campaign a');
      assert.equal(store.campaign('z'), undefined);
    });

    it('sends one request for ten clicks in a row, and another one afterwards', async () => {
      const clicks = Array.from({ length: 10 }, () => store.refresh());
      assert.equal(api.lists.length, 1);
      api.lists[0]?.answer([campaignOf('a')]);
      for (const result of await Promise.all(clicks)) assert.deepEqual(result, ['a']);
      await read(campaignOf('a'));
      assert.equal(api.lists.length, 2);
    });

    it('sends another request when a person refreshes while one hangs, and answers both with it', async () => {
      const hanging = store.refresh();
      nowMs += 1_000;
      void store.refreshNow();
      assert.equal(api.lists.length, 1, 'a second click is no second request');
      nowMs += 5_000;
      const asked = store.refreshNow();
      assert.equal(api.lists.length, 2);
      assert.equal(api.lists[0]?.signal?.aborted, true);
      api.lists[0].fail(new DOMException('gone', 'AbortError'));
      api.lists[1]?.answer([campaignOf('a')]);
      assert.deepEqual(await Promise.all([hanging, asked]), [['a'], ['a']]);
      assert.deepEqual([store.state.loading, store.state.error], [false, undefined]);
    });

    it('reports only campaigns that look different, and not the list when that is the same', async () => {
      await read(campaignOf('a'), campaignOf('b'), campaignOf('c'));
      const changed = await read(
        campaignOf('a', { updated_at: '2026-11-20T09:30:00.000Z' }),
        campaignOf('b', { status: 'completed' }),
        campaignOf('c'),
      );
      assert.deepEqual(changed, ['b']);
      assert.deepEqual(changes.at(-1), { ids: ['b'], structure: false });
    });

    it('reports no change when nothing changed, but updates the time', async () => {
      await read(campaignOf('a'));
      changes.length = 0;
      nowMs = 9000;
      assert.deepEqual(await read(campaignOf('a')), []);
      assert.deepEqual(changes, []);
      assert.equal(store.state.updatedMs, 9000);
    });

    const structures: [what: string, then: string[], ids: string[]][] = [
      ['came', ['a', 'b', 'c', 'd'], ['d']],
      ['went', ['a', 'c'], []],
      ['changed places', ['c', 'b', 'a'], []],
      ['were exchanged', ['a', 'b', 'x'], ['x']],
      ['went, all of them', [], []],
    ];
    for (const [what, then, changedIds] of structures) {
      it(`reports that campaigns ${what}`, async () => {
        await read(campaignOf('a'), campaignOf('b'), campaignOf('c'));
        changes.length = 0;
        await read(...then.map((id) => campaignOf(id)));
        assert.deepEqual(changes, [{ ids: changedIds, structure: true }]);
        assert.deepEqual(ids(), then);
      });
    }

    it('uses the first of two campaigns with one id', async () => {
      await read(campaignOf('a', { name: 'first' }), campaignOf('b'), campaignOf('a', { name: 'second' }));
      assert.deepEqual(ids(), ['a', 'b']);
      assert.equal(store.campaign('a')?.name, 'first');
    });

    it('never shows the new time with the old campaigns: one state per answer', async () => {
      await read(campaignOf('a'));
      assert.deepEqual(
        states.map((state) => [state.loading, state.updatedMs, state.campaigns.length]),
        [
          [true, undefined, 0],
          [false, 1000, 1],
        ],
      );
    });

    it('keeps the old campaigns when a read fails, with the error, and drops the error after the next success', async () => {
      await read(campaignOf('a'));
      nowMs = 5000;
      const error = new ApiError('No network.', { reason: 'offline' });
      const reading = store.refresh();
      api.lists[1]?.fail(error);
      assert.deepEqual(await reading, []);
      assert.deepEqual(ids(), ['a']);
      assert.deepEqual(
        { ...store.state, campaigns: [] },
        { campaigns: [], loading: false, error, updatedMs: 1000 },
      );
      await read(campaignOf('a'));
      assert.equal(store.state.error, undefined);
    });

    it('does not load for ever when the service aborts the request', async () => {
      const reading = store.refresh();
      api.lists[0]?.fail(new DOMException('gone', 'AbortError'));
      await reading;
      assert.equal(store.state.loading, false);
    });

    it('sends no request without a connection', async () => {
      store.connect(undefined);
      assert.deepEqual(await store.refresh(), []);
      assert.equal(store.state.loading, false);
    });
  });

  describe('another connection', () => {
    it('drops everything of the previous one, and reports it', async () => {
      await read(campaignOf('a'));
      const connected: unknown[] = [];
      store.onDidConnect((next) => connected.push(next));
      const other = heldApi();
      store.connect(other);
      assert.deepEqual(store.state, {
        campaigns: [],
        loading: false,
        error: undefined,
        updatedMs: undefined,
      });
      assert.deepEqual(changes.at(-1), { ids: [], structure: true });
      assert.deepEqual(connected, [other]);
      assert.equal(store.api, other);
    });

    for (const end of ['answer', 'fail'] as const) {
      it(`ignores a read of the previous one that ends late: ${end}`, async () => {
        const old = store.refresh();
        const other = heldApi();
        store.connect(other);
        assert.equal(api.lists[0]?.signal?.aborted, true);
        const fresh = store.refresh();
        assert.equal(other.lists.length, 1, 'the new connection is read at once');
        if (end === 'answer') api.lists[0].answer([campaignOf('old')]);
        else api.lists[0].fail(new Error('old'));
        assert.deepEqual(await old, []);
        assert.deepEqual([ids(), store.state.loading, store.state.error], [[], true, undefined]);
        assert.equal(store.refresh(), fresh, 'still one read');
        other.lists[0]?.answer([campaignOf('new')]);
        await fresh;
        assert.deepEqual(ids(), ['new']);
      });
    }

    it('reports a campaign with the same id as changed', async () => {
      await read(campaignOf('a'));
      store.connect(api);
      assert.deepEqual(await read(campaignOf('a')), ['a']);
    });

    it('ignores a change to the previous one that arrives during the read', async () => {
      void store.refresh();
      store.put(api, campaignOf('old'));
      store.connect(api);
      await read(campaignOf('new'));
      assert.deepEqual(ids(), ['new']);
    });
  });

  describe('the time of the last change from here', () => {
    it('is known until the connection changes', async () => {
      await read(campaignOf('a'));
      assert.equal(store.putMs, undefined);
      store.put(api, campaignOf('a', { status: 'completed' }));
      assert.equal(typeof store.putMs, 'number');
      store.connect(heldApi());
      assert.equal(store.putMs, undefined);
    });
  });

  describe('the result of a write', () => {
    it('is ignored when it belongs to a previous connection', async () => {
      await read(campaignOf('a'));
      const before = api;
      store.connect(heldApi());
      store.put(before, campaignOf('late'));
      store.remove(before, 'a');
      assert.deepEqual(ids(), []);
    });

    it('replaces a campaign in its place', async () => {
      await read(campaignOf('a'), campaignOf('b'));
      store.put(api, campaignOf('b', { status: 'completed' }));
      assert.deepEqual(ids(), ['a', 'b']);
      assert.deepEqual(changes.at(-1), { ids: ['b'], structure: false });
    });

    it('is put first when it is new', async () => {
      await read(campaignOf('a'));
      store.put(api, campaignOf('new'));
      assert.deepEqual(ids(), ['new', 'a']);
      assert.deepEqual(changes.at(-1), { ids: ['new'], structure: true });
    });

    it('causes no event when it looks the same', async () => {
      await read(campaignOf('a'));
      changes.length = 0;
      store.put(api, campaignOf('a', { updated_at: '2026-11-20T09:30:00.000Z' }));
      assert.deepEqual(changes, []);
      assert.equal(store.campaign('a')?.updated_at, '2026-11-20T09:30:00.000Z');
    });

    it('removes a campaign, or nothing where it is not there', async () => {
      await read(campaignOf('a'), campaignOf('b'));
      store.remove(api, 'a');
      assert.deepEqual(changes.at(-1), { ids: [], structure: true });
      changes.length = 0;
      store.remove(api, 'a');
      assert.deepEqual([ids(), changes], [['b'], []]);
    });

    it('is not overwritten by a list that was requested before', async () => {
      await read(campaignOf('a'), campaignOf('b'), campaignOf('c'));
      const reading = store.refresh();
      store.put(api, campaignOf('a', { status: 'paused' }));
      store.put(api, campaignOf('a', { status: 'completed' }));
      store.remove(api, 'b');
      store.put(api, campaignOf('new'));
      store.put(api, campaignOf('gone'));
      store.remove(api, 'gone');
      api.lists[1]?.answer([campaignOf('c'), campaignOf('a'), campaignOf('b'), campaignOf('gone')]);
      await reading;
      assert.deepEqual(ids(), ['new', 'c', 'a']);
      assert.equal(store.campaign('a')?.status, 'completed');
      assert.equal(api.lists.length, 2, 'no further request');
    });

    it('is replaced by the next list', async () => {
      await read(campaignOf('a'));
      store.put(api, campaignOf('a', { status: 'paused' }));
      store.remove(api, 'b');
      await read(campaignOf('a'), campaignOf('b'));
      assert.deepEqual([ids(), store.campaign('a')?.status], [['a', 'b'], 'running']);
    });
  });

  it('notifies nobody who has unsubscribed', async () => {
    let heard = 0;
    const listening = store.onDidChange(() => (heard += 1));
    await read(campaignOf('a'));
    listening.dispose();
    listening.dispose();
    await read(campaignOf('b'));
    assert.equal(heard, 1);
  });
});
