import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import { CampaignStore } from '../../../../src/core/campaignStore.ts';
import type { EncodedRow } from '../../../../src/core/encodedRow.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import type { Row } from '../../../../src/core/row.ts';
import { LayoutMemory } from '../../../../src/panels/rows/layoutMemory.ts';
import type { RowsFilter } from '../../../../src/panels/contract/protocolRows.ts';
import { RowsModel } from '../../../../src/panels/rows/rowsModel.ts';
import { encodedRow } from '../../support/encodedRow.ts';
import { fakeApi } from '../../support/fakeApi.ts';
import { campaign, rowStats } from '../../support/campaigns.ts';
import { question, rowsApi } from './rowFixtures.ts';

const { signal } = new AbortController();
const failedOnly: RowsFilter = { query: '', statuses: ['errored'], result: undefined };

/** A model of campaign `c1` with five rows, and what it told its page. */
function opened(
  about: { readonly filter?: RowsFilter; readonly listed?: boolean; readonly whole?: boolean } = {},
) {
  const told: { event: string; data: unknown }[] = [];
  const { asked, rows, api: rowsOnly } = rowsApi(5);
  let served: Campaign | Error = campaign({ row_stats: rowStats({ total: 5, pending: 5 }) });
  const retrieved: string[] = [];
  let readAgain = 0;
  const store = new CampaignStore({ clock: { now: () => 1000 }, fingerprint: JSON.stringify });
  const connect = async () => {
    const pages = await rowsOnly();
    const api = fakeApi({
      getRows: (id, query, abort) => pages.getRows(id, query, abort),
      // What is read behind the page is tested with the source.
      readEncodedRows:
        about.whole === true
          ? () => batches([rows.map(encodedRow)])
          : () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
      listCampaigns: () => Promise.resolve(about.listed === false || served instanceof Error ? [] : [served]),
      retrieveCampaign: (id: string) => {
        retrieved.push(id);
        return served instanceof Error ? Promise.reject(served) : Promise.resolve(served);
      },
    });
    store.connect(api);
    await store.refresh();
  };
  const model = new RowsModel({
    campaignId: 'c1',
    filter: about.filter,
    store,
    clock: { now: () => 1000 },
    layouts: new LayoutMemory({ get: () => undefined, update: () => Promise.resolve() }),
    api: () => Promise.resolve(store.api!),
    pageSize: () => 2,
    sandbox: () => false,
    emit: (event, data) => told.push({ event, data }),
    named: () => undefined,
    readAgainLater: () => (readAgain += 1),
    unexpected: (error) => assert.fail(String(error)),
  });
  return {
    ...{ model, store, connect, asked, retrieved },
    events: () => told.map(({ event }) => event),
    last: () => told.at(-1)?.data,
    plannedReadings: () => readAgain,
    serve: (what: Campaign | Error) => (served = what),
    change: (index: number, to: Partial<Row>) => {
      const now = rows[index];
      if (now !== undefined) rows[index] = { ...now, ...to };
    },
  };
}

const hasId = (rows: readonly Row[]) => rows.map(({ id }) => id);

async function* batches(all: readonly (readonly EncodedRow[])[]) {
  await Promise.resolve();
  yield* all;
}

describe('the model of the rows panel', () => {
  it('uses the campaign of the list, and requests only one that is missing there', async () => {
    for (const [listed, asks] of [
      [true, []],
      [false, ['c1']],
    ] as const) {
      const { model, connect, retrieved } = opened({ listed });
      await connect();
      const { head, pageSize } = await model.ready(signal);
      assert.deepEqual([head.name, pageSize], ['Spring reminders', 2]);
      assert.deepEqual(retrieved, asks);
    }
  });

  it('reads the requested page and the next one, and both again for a refresh', async () => {
    const { model, connect, asked, plannedReadings } = opened();
    await connect();
    const answer = await model.rows(question(), false, signal);
    assert.deepEqual([answer.rows.length, answer.total, answer.hasNext], [2, 5, true]);
    await model.rows(question({ page: 1 }), false, signal);
    assert.deepEqual(
      asked.map(({ page }) => page),
      [0, 1, 2],
    );
    await model.rows(question({ page: 1 }), true, signal);
    assert.deepEqual(asked.at(-2)?.page, 1);
    assert.equal(plannedReadings(), 3);
  });

  it('tells the page what a live refresh brought, and returns whether it was new', async () => {
    const { model, connect, change, events } = opened();
    await connect();
    await model.ready(signal);
    await model.rows(question(), false, signal);
    assert.equal(await model.readAgain(signal), false);
    change(0, { input_data: { name: 'Ada' } });
    assert.equal(await model.readAgain(signal), true);
    assert.deepEqual(events(), ['refreshed', 'refreshed']);
  });

  it('drops a refresh whose page was left meanwhile', async () => {
    const { model, connect, events } = opened();
    await connect();
    await model.rows(question(), false, signal);
    const late = model.readAgain(signal);
    await model.rows(question({ page: 2 }), false, signal);
    assert.equal(await late, false);
    assert.deepEqual(events(), []);
  });

  it('gives commands the selected rows in the order of the page, and none that is not on it', async () => {
    const { model, connect } = opened();
    await connect();
    await model.rows(question(), false, signal);
    model.shown.select(['r1', 'r4', 'r0']);
    assert.deepEqual(hasId(model.shown.selected), ['r0', 'r1']);
    assert.equal(model.shown.cells('r1').phone?.text, '+33639980001');
    assert.deepEqual(model.shown.cells('r4'), {});
  });

  it('says why a row has no call, as far as its campaign shows', async () => {
    const cases: readonly [Partial<Campaign>, string, RegExp][] = [
      [{ status: 'draft' }, 'Waiting', /is a draft/],
      [{ status: 'running', scheduled_at: '2026-11-20T10:00:00Z' }, 'Waiting', /has not begun/],
      [{ status: 'running' }, 'Waiting', /no call for this row yet/],
      [{ status: 'paused' }, 'Waiting', /is paused/],
      [{ status: 'completed' }, 'Not called', /is completed/],
      [{ status: 'completed', is_cancelled: true }, 'Not called', /was cancelled/],
    ];
    for (const [about, text, why] of cases) {
      const { model, connect, serve } = opened();
      serve(campaign(about));
      await connect();
      await model.ready(signal);
      const { rows } = await model.rows(question(), false, signal);
      assert.equal(rows[0]?.cells.status?.text, text);
      assert.match(rows[0].cells.status.why ?? '', why);
      assert.deepEqual(model.shown.cells('r0').status, rows[0].cells.status);
    }
  });

  it('sends a filter to a page that is ready, or with its next ready', async () => {
    const { model, connect, events, last } = opened({ filter: failedOnly });
    await connect();
    assert.deepEqual((await model.ready(signal)).filter, failedOnly);
    assert.equal((await model.ready(signal)).filter, undefined);
    model.applyFilter(failedOnly, true);
    assert.deepEqual([events(), last()], [['filter'], failedOnly]);
    model.applyFilter(failedOnly, false);
    assert.deepEqual((await model.ready(signal)).filter, failedOnly);
    assert.deepEqual(events(), ['filter']);
  });

  it('reads the rows again when the campaign was cancelled elsewhere', async () => {
    const { model, store, connect, events, plannedReadings } = opened();
    await connect();
    await model.ready(signal);
    await model.rows(question(), false, signal);
    assert.equal(model.changes, true);
    const planned = plannedReadings();
    store.put(store.api!, campaign({ is_cancelled: true, status: 'completed' }));
    model.campaignChanged();
    assert.equal(model.changes, false);
    assert.deepEqual([events(), plannedReadings()], [['head'], planned + 1]);
  });

  it('says why it is stale, and that a campaign is gone', async () => {
    const { model, store, connect, last, events } = opened();
    await connect();
    await model.ready(signal);
    model.showStale(new ApiError('No way there.', { reason: 'offline' }));
    assert.deepEqual(last(), { message: 'No way there.', offline: true });
    store.remove(store.api!, 'c1');
    model.showStale(new ApiError('Not found.', { reason: 'not found' }));
    assert.deepEqual(events(), ['stale', 'stale', 'head']);
    assert.equal((last() as { gone: boolean }).gone, true);
  });

  it('drops everything of another account, and reports it once', async () => {
    const { model, connect, events } = opened();
    await connect();
    model.connected(true); // nobody was told anything yet
    assert.deepEqual(events(), []);
    await model.ready(signal);
    await model.rows(question(), false, signal);
    model.shown.select(['r0']);
    await connect();
    model.connected(true);
    model.connected(true);
    assert.deepEqual(events(), ['restart']);
    assert.deepEqual([model.campaign, model.question, model.shown.selected], [undefined, undefined, []]);
  });

  it('keeps all rows selected on every page and in every order, until the filter changes', async () => {
    const { model, connect } = opened({ whole: true });
    await connect();
    await model.ready(signal);
    const { rows } = await model.rows(question({ page_size: 2 }), false, signal);
    const selected = async () => {
      const ids: string[] = [];
      await model.visitSelected(({ id }) => ids.push(id));
      return ids;
    };
    model.select({ rowIds: rows.map(({ id }) => id), all: false });
    assert.equal((await selected()).length, 2);
    assert.deepEqual(model.exportable, { kind: 'selected', count: 2 });
    model.select({ rowIds: rows.map(({ id }) => id), all: true });
    assert.equal((await selected()).length, 5);
    assert.deepEqual(model.exportable, { kind: 'selected', count: 5 });
    await model.rows(question({ page_size: 2, page: 1 }), false, signal);
    assert.equal((await selected()).length, 5);
    assert.deepEqual(
      model.shown.selected.map(({ id }) => id),
      ['r2', 'r3'],
    );
    const sort = { columnId: 'index', descending: true };
    await model.rows(question({ page_size: 2, page: 1, sort }), false, signal);
    assert.equal((await selected()).length, 5);
    await model.rows(question({ page_size: 2, query: '+' }), false, signal);
    assert.deepEqual([model.selectsAll, await selected()], [false, []]);
    await model.rows(question({ page_size: 2 }), false, signal);
    assert.equal(model.selectsAll, false);
    assert.deepEqual(model.exportable, { kind: 'all', count: 5 });
  });
});
