import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowsPaging, type AskRows, type RowsAnswer } from '../../../../src/api/rows/rowsPaging.ts';
import { ApiError, type ApiErrorReason } from '../../../../src/core/errors.ts';
import type { CallStatus, Row, RowsQuery } from '../../../../src/core/row.ts';
import { matchesQuery } from '../../../../src/core/rowsFilter.ts';
import { runs } from '../../support/runs.ts';

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    phone_number: `+1415555${String(index).padStart(4, '0')}`,
    input_data: {},
    row_index: index,
  }));
}

interface Habits {
  readonly base: 0 | 1;
  /** What a server that counts from 1 makes of page 0. */
  readonly pageZero: 'clamp' | 400 | 500 | 'empty';
  /** Does it say which page this is, and of what size? */
  readonly echo: 'served' | 'asked' | 'none';
  readonly total: boolean;
  /** Its pages have this size whatever is asked. */
  readonly fixedSize?: number | undefined;
  /** Its pages are never larger. */
  readonly maxSize?: number | undefined;
  /** After the last page it gives the last page again. */
  readonly clampsEnd?: boolean | undefined;
}

function refusal(status: number, reason: ApiErrorReason): ApiError {
  return new ApiError('No.', { reason, status });
}

/** A server in the small. `asked` counts what came in. */
class SmallServer {
  readonly asked: RowsQuery[] = [];
  readonly #rows: () => readonly Row[];
  readonly #habits: Habits | 'unpaged';

  constructor(rows: readonly Row[] | (() => readonly Row[]), habits: Habits | 'unpaged') {
    this.#rows = typeof rows === 'function' ? rows : () => rows;
    this.#habits = habits;
  }

  readonly ask: AskRows<Row> = async (query): Promise<RowsAnswer<Row>> => {
    this.asked.push(query);
    await Promise.resolve();
    const rows = this.#rows();
    if (this.#habits === 'unpaged') return { rows };
    const { base, pageZero, echo, fixedSize, maxSize = Infinity, clampsEnd = false } = this.#habits;
    const total = this.#habits.total ? { total: rows.length } : {};
    const size = fixedSize ?? Math.min(query.page_size, maxSize);
    let page = query.page;
    if (page < base) {
      if (pageZero === 400) throw refusal(400, 'rejected');
      if (pageZero === 500) throw refusal(500, 'server');
      if (pageZero === 'empty') return { rows: [], ...total };
      page = base;
    }
    if (clampsEnd) page = Math.min(page, base + Math.max(0, Math.ceil(rows.length / size) - 1));
    const start = (page - base) * size;
    const echoed = {
      served: { page, page_size: size },
      asked: { page: query.page, page_size: query.page_size },
      none: {},
    }[echo];
    return { ...echoed, rows: rows.slice(start, start + size), ...total };
  };
}

/** Every page until the end, as a caller would: the total if there is one, else the first empty page. */
async function walk(paging: RowsPaging<Row>, server: SmallServer, pageSize: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let page = 0; ; page += 1) {
    assert.ok(page < 200, 'the walk does not end');
    const answer = await paging.page({ page, page_size: pageSize }, server.ask);
    assert.equal(answer.page, page);
    if (answer.rows.length === 0) return pages;
    pages.push(answer.rows.map((row) => row.id));
  }
}

const plain: Habits = { base: 0, pageZero: 'clamp', echo: 'served', total: true };
const servers: [what: string, habits: Habits | 'unpaged'][] = [
  ['counts from 0', plain],
  ['counts from 0, says nothing else', { ...plain, echo: 'none', total: false }],
  ['counts from 1, refuses 0', { ...plain, base: 1, pageZero: 400 }],
  ['counts from 1, refuses 0, says nothing else', { base: 1, pageZero: 400, echo: 'none', total: false }],
  ['counts from 1, crashes at 0', { ...plain, base: 1, pageZero: 500 }],
  ['counts from 1, gives nothing at 0', { base: 1, pageZero: 'empty', echo: 'none', total: false }],
  ['counts from 1, takes 0 for 1 and says so', { ...plain, base: 1 }],
  ['counts from 1, takes 0 for 1 and repeats what was asked', { ...plain, base: 1, echo: 'asked' }],
  ['counts from 1, takes 0 for 1 in silence', { ...plain, base: 1, echo: 'none', total: false }],
  ['has no pages', 'unpaged'],
  ['has pages of its own size from 0', { ...plain, fixedSize: 7 }],
  ['has pages of its own size from 1', { ...plain, base: 1, pageZero: 400, fixedSize: 7 }],
  [
    'has pages of its own size from 1, and repeats what was asked',
    { ...plain, base: 1, echo: 'asked', fixedSize: 7 },
  ],
  ['has pages of a largest size', { ...plain, maxSize: 4 }],
  ['has pages of a largest size from 1', { ...plain, base: 1, maxSize: 4 }],
  ['gives the last page for all after it', { ...plain, clampsEnd: true }],
  [
    'counts from 1 and gives the last page for all after it',
    { ...plain, base: 1, echo: 'none', clampsEnd: true },
  ],
];

describe('pages of rows from a server that …', () => {
  for (const [what, habits] of servers) {
    it(`${what}: contain every row once, in order`, async () => {
      for (const count of [0, 1, 2, 3, 7, 8, 20, 23]) {
        for (const pageSize of [1, 2, 5, 10, 30]) {
          const rows = rowsOf(count);
          const pages = await walk(new RowsPaging(matchesQuery), new SmallServer(rows, habits), pageSize);
          assert.deepEqual(
            pages,
            chunks(rows, pageSize).map((chunk) => chunk.map((row) => row.id)),
            `${count} rows, ${pageSize} a page`,
          );
        }
      }
    });
  }

  it('counts in any way: contain every row once, for any base, size and total', async () => {
    const habits = fc.record({
      base: fc.constantFrom(0 as const, 1 as const),
      pageZero: fc.constantFrom('clamp' as const, 400 as const, 500 as const, 'empty' as const),
      echo: fc.constantFrom('served' as const, 'asked' as const, 'none' as const),
      total: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        habits,
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 50 }),
        async (some, count, pageSize) => {
          const server = new SmallServer(rowsOf(count), some);
          const pages = await walk(new RowsPaging(matchesQuery), server, pageSize);
          assert.deepEqual(
            pages.flat(),
            rowsOf(count).map((row) => row.id),
          );
          // One question a page, one past the end, two to find out; a campaign too small to tell costs two a
          // page.
          const most = count > 2 ? pages.length + 3 : 2 * (pages.length + 1) + 1;
          assert.ok(server.asked.length <= most, `${server.asked.length} requests`);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('is known: are requested directly, also for another campaign', async () => {
    const paging = new RowsPaging(matchesQuery);
    const first = new SmallServer(rowsOf(9), { ...plain, base: 1, echo: 'none' });
    await paging.page({ page: 0, page_size: 5 }, first.ask);
    assert.equal(first.asked.length, 3);
    const second = new SmallServer(rowsOf(1), { ...plain, base: 1, echo: 'none' });
    await paging.page({ page: 0, page_size: 5 }, second.ask);
    assert.deepEqual(second.asked, [{ page: 1, page_size: 5 }]);
  });

  it('has one campaign with one row: are probed again for the next campaign', async () => {
    for (const habits of ['unpaged', { ...plain, base: 1, echo: 'none', total: false }] as const) {
      const paging = new RowsPaging(matchesQuery);
      assert.deepEqual(await walk(paging, new SmallServer(rowsOf(1), habits), 10), [['row-0']]);
      assert.deepEqual(await walk(paging, new SmallServer(rowsOf(0), habits), 10), []);
      assert.equal((await walk(paging, new SmallServer(rowsOf(25), habits), 10)).flat().length, 25);
    }
  });

  for (const [status, reason] of [
    [401, 'auth'],
    [404, 'not found'],
    [429, 'rate limited'],
    [503, 'server'],
    [undefined, 'offline'],
    [undefined, 'timeout'],
  ] as const) {
    it(`fails with "${reason}" (${status ?? 'no status'}): determine nothing`, async () => {
      const paging = new RowsPaging(matchesQuery);
      const server = new SmallServer(rowsOf(12), plain);
      let isDown = true;
      const downOnce: AskRows<Row> = (query) => {
        if (!isDown) return server.ask(query);
        isDown = false;
        return Promise.reject(new ApiError('No.', { reason, status }));
      };
      await assert.rejects(paging.page({ page: 0, page_size: 5 }, downOnce), { reason });
      assert.equal((await walk(paging, server, 5)).flat().length, 12);
    });
  }

  it('refuses both page 0 and page 1: fail, and determine nothing', async () => {
    const paging = new RowsPaging(matchesQuery);
    const refuse = () => Promise.reject(refusal(422, 'rejected'));
    await assert.rejects(paging.page({ page: 0, page_size: 5 }, refuse), { reason: 'rejected' });
    assert.equal((await walk(paging, new SmallServer(rowsOf(12), plain), 5)).flat().length, 12);
  });

  it('lost its paging in an upgrade: come from the whole answer', async () => {
    const paging = new RowsPaging(matchesQuery);
    await walk(paging, new SmallServer(rowsOf(12), plain), 5);
    const upgraded = new SmallServer(rowsOf(12), 'unpaged');
    assert.deepEqual(
      (await walk(paging, upgraded, 5)).map((page) => page.length),
      [5, 5, 2],
    );
  });

  it('moves rows while they are read: never show one twice on a page', async () => {
    const [a, b, c] = rowsOf(3);
    const server = new SmallServer([a!, b!, c!, b!], plain);
    const answer = await new RowsPaging(matchesQuery).page({ page: 0, page_size: 4 }, server.ask);
    assert.deepEqual(
      answer.rows.map((row) => row.id),
      ['row-0', 'row-1', 'row-2'],
    );
  });

  it('rotates its rows at every request: end all the same', async () => {
    let turn = 0;
    const rows = rowsOf(10);
    const rotated = () => {
      turn += 1;
      return [...rows.slice(turn % 10), ...rows.slice(0, turn % 10)];
    };
    for (const habits of [plain, { ...plain, echo: 'none', total: false }] as const) {
      const pages = await walk(new RowsPaging(matchesQuery), new SmallServer(rotated, habits), 4);
      assert.ok(pages.length <= 3);
    }
  });

  it('filters by itself: are requested with the filters, which do not disturb the probe', async () => {
    const server = new SmallServer(rowsOf(20), plain);
    const filters = { query: 'Ada', result: 'human', statuses: ['calling'] } as const;
    await new RowsPaging(matchesQuery).page({ page: 1, page_size: 5, ...filters }, server.ask);
    assert.deepEqual(server.asked, [
      { page: 0, page_size: 1 },
      { page: 1, page_size: 2 },
      { page: 1, page_size: 5, ...filters },
    ]);
  });
});

describe('rows of a server without paging are filtered here', () => {
  const row = (id: string, status?: CallStatus, result?: string, input_data = {}): Row => ({
    id,
    phone_number: `+1415555010${id.length}`,
    input_data,
    ...(status === undefined
      ? {}
      : {
          call: {
            id: `call-${id}`,
            status,
            call_attempts: [],
            ...(result === undefined ? {} : { last_call_attempt: { id: 'x', status: 'completed', result } }),
          },
        }),
  });
  const rows: readonly Row[] = [
    row('ada', 'completed', 'human', { name: 'Ada', city: 'Zürich' }),
    row('bob', 'completed', 'voicemail', { name: 'Bob' }),
    row('cleo', 'calling', undefined, { name: 'Cleo' }),
    row('dan', 'queued_for_calling'),
    row('ewa'),
    {
      ...row('fay', 'completed'),
      call: {
        id: 'call-fay',
        status: 'completed',
        call_attempts: [
          { id: '2', status: 'completed', result: 'human' },
          { id: '1', status: 'completed', result: 'voicemail' },
        ],
      },
    },
  ];
  const questions: [query: Partial<RowsQuery>, ids: string[]][] = [
    [{}, ['ada', 'bob', 'cleo', 'dan', 'ewa', 'fay']],
    [{ query: ' adA ' }, ['ada']],
    [{ query: 'zÜr' }, ['ada']],
    [{ query: '50104' }, ['cleo']],
    [{ query: 'name' }, []],
    [{ result: 'all' }, ['ada', 'bob', 'cleo', 'dan', 'ewa', 'fay']],
    [{ result: 'human' }, ['ada', 'fay']],
    [{ result: 'none' }, ['cleo', 'dan', 'ewa']],
    [{ result: 'IVR' }, []],
    [{ statuses: [] }, ['ada', 'bob', 'cleo', 'dan', 'ewa', 'fay']],
    [{ statuses: ['calling', 'queued_for_calling'] }, ['cleo', 'dan']],
    [{ statuses: ['completed'], result: 'human', query: 'a' }, ['ada']],
  ];
  for (const [query, ids] of questions) {
    it(`${JSON.stringify(query)} → ${ids.join(', ') || 'none'}`, async () => {
      const server = new SmallServer(rows, 'unpaged');
      const answer = await new RowsPaging(matchesQuery).page(
        { page: 0, page_size: 50, ...query },
        server.ask,
      );
      assert.deepEqual(
        answer.rows.map((each) => each.id),
        ids,
      );
      assert.equal(answer.total, ids.length);
    });
  }

  it('and then split into pages', async () => {
    const server = new SmallServer(rows, 'unpaged');
    const answer = await new RowsPaging(matchesQuery).page(
      { page: 1, page_size: 1, result: 'human' },
      server.ask,
    );
    assert.deepEqual([answer.rows[0]?.id, answer.total], ['fay', 2]);
  });
});

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
