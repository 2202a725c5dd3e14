import assert from 'node:assert/strict';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import type { Row, RowsPage, RowsQuery } from '../../../../src/core/row.ts';
import type { RowsQuestion } from '../../../../src/panels/contract/protocolRows.ts';
import { RowsSource } from '../../../../src/panels/rows/rowsSource.ts';
import { encodedRow } from '../../support/encodedRow.ts';
import { fakeApi, silentServer } from '../../support/fakeApi.ts';
import { question, row } from './rowFixtures.ts';

const names = ['Zoë', 'Ada', 'Bo', 'Cy'];
const outcomes = ['interested', 'requested_callback_later', undefined, undefined];

/** Four people: Zoë is interested, Ada is to be called back, Bo was reached, Cy is not launched. */
const people: readonly Row[] = names.map((first_name, index) =>
  row({
    id: `r${index}`,
    phone_number: `+3361234567${index}`,
    row_index: index,
    input_data: { city: 'Lyon' },
    call: {
      id: `call-${index}`,
      status: index === 3 ? 'not_launched' : 'completed',
      contact: { first_name },
      outcome: outcomes[index],
      call_attempts:
        index === 3
          ? []
          : [
              {
                id: `a${index}`,
                status: 'completed',
                result: 'human',
                structured_output: { interest: 9 + index },
                post_call_transcript: [{ role: 'user', content: `I am ${first_name} and I like Tea` }],
              },
            ],
    },
  }),
);

describe('the rows of a server without pages', () => {
  let reads: number;
  let source: RowsSource;

  function open(options: { pages?: boolean; rowIds?: ReadonlySet<string> } = {}) {
    reads = 0;
    const api: Partial<CampaignApi> = {
      server: { ...silentServer, excludes: () => options.pages !== true },
      readEncodedRows: async function* () {
        reads += 1;
        yield people.slice(0, 1).map(encodedRow);
        await Promise.resolve();
        yield people.slice(1).map(encodedRow);
      },
      retrieveCall: (id) => Promise.resolve({ id, status: 'calling', call_attempts: [] }),
      getRows: (_id: string, { page, page_size }: RowsQuery): Promise<RowsPage> =>
        Promise.resolve({
          page,
          page_size,
          rows: people.slice(page * page_size).slice(0, page_size),
          total: 4,
        }),
    };
    source = new RowsSource({
      campaignId: 'c1',
      api: () => Promise.resolve(fakeApi(api)),
      clock: { now: () => 1000 },
      rowIds: options.rowIds,
    });
  }

  const ids = async (about: Partial<RowsQuestion>) => {
    const { page } = await source.page(question({ page_size: 10, ...about }));
    return page.rows.map(({ id }) => id);
  };

  it('are read once: the next page needs no request', async () => {
    open();
    assert.deepEqual(await ids({ page_size: 2 }), ['r0', 'r1']);
    assert.deepEqual(await ids({ page: 1, page_size: 2 }), ['r2', 'r3']);
    assert.equal(reads, 1);
  });

  it('are counted by their outcome', async () => {
    open();
    await ids({ category: 'callback' });
    const { counts } = await source.page(question());
    assert.deepEqual(
      Object.entries(counts ?? {}).filter(([, count]) => count > 0),
      [
        ['interested', 1],
        ['callback', 1],
        ['reached', 1],
        ['not launched', 1],
      ],
    );
  });

  const filters: [what: string, about: Partial<RowsQuestion>, ids: string[]][] = [
    ['a category', { category: 'interested' }, ['r0']],
    ['a status', { statuses: ['not_launched'] }, ['r3']],
    ['a result', { result: 'none' }, ['r3']],
    ['a number', { query: '4567' }, ['r0', 'r1', 'r2', 'r3']],
    ['a name, whatever its case', { query: 'zOË' }, ['r0']],
    ['a variable', { query: 'lyon' }, ['r0', 'r1', 'r2', 'r3']],
    ['an output', { query: '11' }, ['r2']],
    ['what was said', { query: 'like tea' }, ['r0', 'r1', 'r2']],
    ['an outcome', { query: 'callback' }, ['r1']],
    ['two at once', { query: 'tea', category: 'reached' }, ['r2']],
    ['nothing', { query: 'coffee' }, []],
  ];
  for (const [what, about, expected] of filters) {
    it(`are filtered by ${what}`, async () => {
      open();
      assert.deepEqual(await ids(about), expected);
    });
  }

  const orders: [columnId: string, descending: boolean, ids: string[]][] = [
    ['contact', false, ['r1', 'r2', 'r3', 'r0']],
    ['contact', true, ['r0', 'r3', 'r2', 'r1']],
    ['output:interest', true, ['r2', 'r1', 'r0', 'r3']],
    ['number', true, ['r3', 'r2', 'r1', 'r0']],
  ];
  for (const [columnId, descending, expected] of orders) {
    it(`are sorted by ${columnId}${descending ? ', from the last' : ''}, over the whole campaign`, async () => {
      open();
      const sort = { columnId, descending };
      assert.deepEqual(
        [...(await ids({ sort, page_size: 3 })), ...(await ids({ sort, page_size: 3, page: 1 }))],
        expected,
      );
    });
  }

  it('can be selected across all pages', async () => {
    open();
    const chosen: Row[] = [];
    await source.visitMatching(question({ page_size: 1, query: 'tea' }), (row) => chosen.push(row));
    assert.deepEqual(
      chosen.map(({ call }) => call?.id),
      ['call-0', 'call-1', 'call-2'],
    );
  });

  it('can be part of a campaign', async () => {
    open({ rowIds: new Set(['r1', 'r3']) });
    assert.deepEqual(await ids({}), ['r1', 'r3']);
  });

  it('are read again when a person asks for it', async () => {
    open();
    await ids({});
    source.forget();
    await ids({});
    assert.equal(reads, 2);
  });

  it('include the current state of one call', async () => {
    open();
    const fresh = await source.withFreshCall(people[0]!);
    assert.deepEqual([fresh.row.id, fresh.row.call?.status], ['r0', 'calling']);
  });

  it('of a server with pages are read as a whole only for what its pages cannot do', async () => {
    open({ pages: true });
    assert.deepEqual(await ids({ page_size: 2 }), ['r0', 'r1']);
    assert.equal(reads, 0);
    assert.deepEqual(await ids({ category: 'not launched' }), ['r3']);
    assert.equal(reads, 1);
    assert.deepEqual(await ids({ query: 'like tea' }), ['r0', 'r1', 'r2']);
    assert.equal(reads, 1);
  });
});
