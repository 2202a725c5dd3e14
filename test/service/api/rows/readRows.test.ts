import assert from 'node:assert/strict';
import { RevoxClient } from '../../../../src/api/revoxClient.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import type { Log } from '../../../../src/core/ports.ts';
import type { Row } from '../../../../src/core/row.ts';
import { mayHintAtOptOut } from '../../../../src/insights/optOutHints.ts';
import { personFacts } from '../../../../src/insights/personFacts.ts';
import listToday from '../../../fixtures/api/list.today.json';
import rowsToday from '../../../fixtures/api/rows.today.json';
import {
  json,
  scriptedServer,
  text,
  type Answer,
  type ScriptedServer,
} from '../../support/scriptedServer.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const row = (id: string) => ({ id, phone_number: `+1415555${id.padStart(4, '0')}`, input_data: { n: id } });
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => row(String(from + index)));

const oddAttempt = {
  status: 'completed',
  started_at: 1_763_287_200,
  answered_at: '2025-11-16 10:00:08',
  ended_at: {},
  dial_error: 'busy',
  result: 'human',
  ended_by: 'user',
  end_reason: null,
  structured_output: { interested: true, size: 3, note: null, parts: { a: 1 }, ['__proto__']: 'text' },
  transcript: [null, { role: 'user', content: 'Please stop calling me.' }, { role: 'tool', tool_name: 4 }],
  post_call_transcript: 'none',
};

describe('reading all rows of a campaign', () => {
  let server: ScriptedServer;
  let client: RevoxClient;

  const connect = async (...answers: Answer[]) => {
    server = await scriptedServer(...answers);
    client = new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve('k'),
      log: quiet,
      retryDelayMs: 1,
      timeoutMs: 200,
      longTimeoutMs: 200,
    });
  };
  afterEach(() => server.close());

  const read = async (rows: Row[] = []) => {
    for await (const batch of client.readRows('c')) rows.push(...batch);
    return rows;
  };
  const urls = () => server.seen.map(({ url }) => url.replace('/api/campaigns', ''));

  it('of today’s service takes one request without pages, and drops prompts and copies', async () => {
    await connect(json(200, listToday), json(200, rowsToday));
    await client.listCampaigns();
    const rows = await read();
    const calls = rows.map(({ call }) => call);
    assert.deepEqual(urls(), ['', '/c/rows']);
    assert.deepEqual(
      rows.map(({ id, call }) => [id, call?.id, call?.status]),
      [
        ['row-1', 'call-1', 'completed'],
        ['row-2', 'call-2', 'not_launched'],
        ['row-3', undefined, undefined],
      ],
    );
    const [first, second] = calls;
    assert.equal(first?.call_attempts[0]?.post_call_transcript?.[3]?.role, 'human_agent');
    assert.equal(first.assistant, second?.assistant, 'one object for one assistant');
    assert.equal(first.assistant?.name, 'Clara');
    assert.doesNotMatch(JSON.stringify(first.call_attempts), /You are Clara/);
    assert.equal(first.last_call_attempt, undefined);
  });

  it('for facts reads less of each row, and gives the same facts', async () => {
    const odd = [
      {},
      { id: 7, phone_number: 33612345678, input_data: { age: 41, city: null, tags: ['a'] }, row_index: '12' },
      { id: 'null', phone_number: null, input_data: null, row_index: null, call: null },
      { id: 'wrong', phone_number: {}, input_data: 'text', row_index: 'first', call: 'call' },
      { id: 'empty', call: {} },
      { id: 'list', call: [] },
      { id: 'no list', call: { id: 5, status: 1, call_attempts: { id: 'attempt' }, outcome: 3 } },
      {
        id: 'attempts',
        call: {
          id: 'call',
          status: 'completed',
          from_phone_number: '+14155550100',
          outcome: 'interested',
          outcome_summary: 'They want a demo.',
          call_attempts: [null, 'text', [], {}, { ...oddAttempt, id: 'one' }, { structured_output: [1] }],
        },
      },
    ];
    for (const rows of [rowsToday, { rows: odd }]) {
      await connect(json(200, listToday), json(200, rows), json(200, rows));
      await client.listCampaigns();
      const whole = await read();
      const cut: Row[] = [];
      for await (const batch of client.readEncodedRows('c', undefined, {
        wantsWords: mayHintAtOptOut,
      })) {
        for (const { id, json: bytes, decode } of batch) {
          assert.doesNotMatch(
            Buffer.from(bytes).toString(),
            /started_speaking_at_ms|this is Clara|Paul speaking/,
          );
          cut.push(decode(id, bytes));
        }
      }
      const options = { campaignId: 'c', campaignOver: false };
      assert.equal(cut.length, rows.rows.length);
      assert.deepEqual(
        cut.map((one) => personFacts(one, options)),
        whole.map((one) => personFacts(one, options)),
      );
      await server.close();
    }
  });

  it('of a server with pages reads its pages', async () => {
    const rows = numbered(0, 1200);
    const page = (at: number, size: number) =>
      json(200, {
        page: at,
        page_size: size,
        rows: rows.slice(at * size, (at + 1) * size),
        total: rows.length,
      });
    await connect(
      page(0, 1),
      json(200, { page: 1, page_size: 2, rows: rows.slice(2, 4), total: 1200 }),
      page(0, 500),
      page(1, 500),
      page(2, 500),
    );
    assert.deepEqual(
      (await read()).map(({ id }) => id),
      rows.map(({ id }) => id),
    );
    assert.equal(server.seen.length, 5);
  });

  it('repeats the request for an answer that breaks off, and gives each row once', async () => {
    await connect(
      json(200, listToday),
      (response) => {
        response.writeHead(200, { 'content-length': '100000' });
        response.write(`{"rows":[${JSON.stringify(row('1'))},${JSON.stringify(row('2'))},`, () =>
          response.destroy(),
        );
      },
      json(200, { rows: numbered(1, 4) }),
    );
    await client.listCampaigns();
    assert.deepEqual(
      (await read()).map(({ id }) => id),
      ['1', '2', '3'],
    );
  });

  it('aborts a body that stalls, after the rows that arrived', async () => {
    await connect(json(200, listToday), (response) => {
      response.writeHead(200).write(`{"rows":[${JSON.stringify(row('1'))},`);
    });
    await client.listCampaigns();
    const rows: Row[] = [];
    await assert.rejects(read(rows), (error: ApiError) => error.reason === 'timeout');
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['1'],
    );
  });

  it('closes the connection when the caller stops reading', async () => {
    let closed: Promise<void> | undefined;
    await connect(json(200, listToday), (response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
      response.writeHead(200).write(`{"rows":[${JSON.stringify(row('1'))},`);
    });
    await client.listCampaigns();
    for await (const batch of client.readRows('c')) {
      assert.equal(batch.length, 1);
      break;
    }
    await closed;
  });

  it('stops at once when aborted', async () => {
    await connect(json(200, listToday), (response) => {
      response.writeHead(200).write(`{"rows":[${JSON.stringify(row('1'))},`);
    });
    await client.listCampaigns();
    const abort = new AbortController();
    await assert.rejects(
      (async () => {
        for await (const batch of client.readRows('c', abort.signal)) {
          assert.equal(batch.length, 1);
          abort.abort();
        }
      })(),
      { name: 'AbortError' },
    );
  });

  for (const [what, answer] of [
    ['a cut answer', '{"rows":[{"id":"1"},'],
    ['a sign-in page', '<!doctype html>'],
    ['an answer without rows', '{"calls":[]}'],
    ['broken rows', '{"rows":[{"id":}]}'],
    ['a row with a broken part', '{"rows":[{"id":"1","row_index":nul}]}'],
  ] as const) {
    it(`reports that ${what} is not Revox data`, async () => {
      await connect(json(200, listToday), text(200, answer));
      await client.listCampaigns();
      await assert.rejects(
        read(),
        (error: ApiError) => error instanceof ApiError && error.reason === 'unreadable',
      );
    });
  }

  describe('reports odd rows as they are', () => {
    const plain = ({ phone_number, input_data }: ReturnType<typeof row>) => ({ phone_number, input_data });

    it('rows without ids', async () => {
      await connect(json(200, listToday), json(200, { rows: numbered(1, 4).map(plain) }));
      await client.listCampaigns();
      const rows = await read();
      assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
      assert.deepEqual(
        rows.map(({ input_data }) => input_data.n),
        ['1', '2', '3'],
      );
    });

    it('rows with the same id', async () => {
      await connect(json(200, { rows: numbered(1, 4).map((some) => ({ ...some, id: 'same' })), total: 3 }));
      const page = await client.getRows('c', { page: 0, page_size: 100 });
      assert.deepEqual([page.rows.length, page.total], [3, 3]);
    });

    for (const total of [0, -5, 3]) {
      it(`fifty rows that the server counts as ${total}`, async () => {
        await connect(json(200, { rows: numbered(0, 50), total }));
        const page = await client.getRows('c', { page: 0, page_size: 100 });
        assert.deepEqual([page.rows.length, page.total], [50, 50]);
      });
    }

    it('no row where the server counts 250', async () => {
      await connect(json(200, { rows: [], total: 250 }));
      await assert.rejects(
        client.getRows('c', { page: 0, page_size: 100 }),
        /counts 250 rows but sends no more than 0/,
      );
    });

    it('a first page that is sent for every page, never as page 2', async () => {
      await connect(json(200, { page: 0, page_size: 100, rows: numbered(0, 100), total: 250 }));
      await client.getRows('c', { page: 0, page_size: 100 });
      await assert.rejects(client.getRows('c', { page: 1, page_size: 100 }), /counts 250 rows/);
      const rows: Row[] = [];
      await assert.rejects(read(rows), /counts 250 rows but sends no more than 100/);
      assert.equal(rows.length, 100);
    });
  });
});
