import assert from 'node:assert/strict';
import { hasNextPage, RowsSource } from '../../../../src/panels/rows/rowsSource.ts';
import { question, rowsApi } from './rowFixtures.ts';

const clock = { now: () => 1000 };

function source(count: number, gate?: () => Promise<void>) {
  const { api, asked } = rowsApi(count, gate);
  return { asked, rows: new RowsSource({ campaignId: 'c1', api, clock, keep: 3 }) };
}

describe('the pages of rows', () => {
  it('are requested once and then cached', async () => {
    const { rows, asked } = source(5);
    const first = await rows.page(question());
    await rows.page(question());
    assert.deepEqual(
      first.page.rows.map(({ id }) => id),
      ['r0', 'r1'],
    );
    assert.equal(first.readMs, 1000);
    assert.equal(asked.length, 1);
  });

  it('are read ahead without a second request', async () => {
    const { rows, asked } = source(5);
    rows.prefetch(question({ page: 1 }));
    rows.prefetch(question({ page: 1 }));
    await rows.page(question({ page: 1 }));
    assert.equal(asked.length, 1);
  });

  it('are requested again after they were discarded', async () => {
    const { rows, asked } = source(5);
    await rows.page(question());
    rows.forget();
    await rows.page(question());
    assert.equal(asked.length, 2);
  });

  it('are cached up to a limit, the most recently used ones', async () => {
    const { rows, asked } = source(20);
    for (const page of [0, 1, 2, 0, 3]) await rows.page(question({ page }));
    asked.length = 0;
    for (const page of [0, 2, 3]) await rows.page(question({ page }));
    assert.deepEqual(asked, []);
    await rows.page(question({ page: 1 }));
    assert.equal(asked.length, 1);
  });

  it('are aborted when nobody waits for them, and can be requested again', async () => {
    let open: () => void = () => undefined;
    const { rows, asked } = source(5, () => new Promise((resolve) => (open = resolve)));
    const abort = new AbortController();
    const given = rows.page(question(), abort.signal);
    await Promise.resolve();
    abort.abort();
    open();
    await assert.rejects(given, { name: 'AbortError' });
    const again = rows.page(question());
    await Promise.resolve();
    open();
    await again;
    assert.equal(asked.length, 2);
  });

  it('keep loading for those who still wait when another leaves', async () => {
    let open: () => void = () => undefined;
    const { rows, asked } = source(5, () => new Promise((resolve) => (open = resolve)));
    const leaving = new AbortController();
    const first = rows.page(question(), leaving.signal);
    const second = rows.page(question(), new AbortController().signal);
    await Promise.resolve();
    leaving.abort();
    await assert.rejects(first, { name: 'AbortError' });
    open();
    assert.equal((await second).page.rows.length, 2);
    assert.equal(asked.length, 1);
  });

  it('are requested again by those who come right after the last one has left', async () => {
    let open: () => void = () => undefined;
    const { rows, asked } = source(5, () => new Promise((resolve) => (open = resolve)));
    const leaving = new AbortController();
    const first = rows.page(question(), leaving.signal);
    await Promise.resolve();
    leaving.abort();
    const second = rows.page(question());
    await assert.rejects(first, { name: 'AbortError' });
    await Promise.resolve();
    open();
    assert.equal((await second).page.rows.length, 2);
    assert.equal(asked.length, 2);
  });

  it('send only active filters', async () => {
    const { rows, asked } = source(5);
    await rows.page(question({ query: '  ', result: 'all' }));
    await rows.page(question({ query: ' ada ', statuses: ['calling'], result: 'none' }));
    assert.deepEqual(asked, [
      { page: 0, page_size: 2 },
      { page: 0, page_size: 2, query: 'ada', statuses: ['calling'], result: 'none' },
    ]);
  });

  const nexts: [name: string, page: Parameters<typeof hasNextPage>[0], expected: boolean][] = [
    ['the total says there is more', { page: 0, page_size: 2, rows: [], total: 3 }, true],
    ['the total is reached', { page: 1, page_size: 2, rows: [], total: 4 }, false],
    ['no total, a page that is not full', { page: 0, page_size: 2, rows: [], total: undefined }, false],
  ];
  for (const [name, page, expected] of nexts) {
    it(`${expected ? 'have' : 'have no'} next page: ${name}`, () => {
      assert.equal(hasNextPage(page), expected);
    });
  }

  it('may have a next page where the total is unknown and the page is full', async () => {
    const { rows } = source(2);
    const { page } = await rows.page(question());
    assert.equal(hasNextPage({ ...page, total: undefined }), true);
  });
});
