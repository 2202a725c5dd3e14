import assert from 'node:assert/strict';
import { Bench, contacts } from './harness.ts';

const digits = ['0100', '0101', '0102', '0103', '0110', '0114', '0120', '0121'];

describe('the rows of a campaign', () => {
  let bench: Bench;
  let id: string;
  before(async () => {
    bench = await Bench.start();
    id = await bench.create({ contacts: contacts(...digits) });
    await bench.step(24 * 3600);
  });
  after(() => bench.close());

  async function found(query: string): Promise<number[]> {
    const { body } = await bench.ask('GET', `/campaigns/${id}/rows?page=0&page_size=100&${query}`);
    assert.equal(body.total, body.rows.length);
    return body.rows.map(({ row_index }) => row_index);
  }

  const everything = [0, 1, 2, 3, 4, 5, 6, 7];
  const filters: readonly [query: string, rows: readonly number[]][] = [
    ['', everything],
    ['result=all', everything],
    ['result=human', [0, 6, 7]],
    ['result=IVR', [2]],
    ['result=none', [4, 5]],
    ['statuses=errored', [4, 5]],
    ['statuses=errored,completed', everything],
    ['statuses=errored&statuses=completed', everything],
    ['statuses=calling', []],
    ['query=0102', [2]],
    ['query=%2B1212', everything],
    ['query=bl%C3%9Cm%20%26', [1, 3, 5, 7]],
    ['query=PERSON%203', [3]],
    ['query=first_name', []], // the name of a variable is not among its values
    ['query=acme&statuses=errored', [4]],
    ['query=acme&result=human', [0, 6]],
  ];
  for (const [query, rows] of filters)
    it(`are filtered by ${query || 'nothing'}`, async () => assert.deepEqual(await found(query), rows));

  for (const query of ['page=-1', 'page=x', 'page_size=0', 'statuses=sleeping', 'result=maybe'])
    it(`are rejected for ${query} with a sentence that names it`, async () => {
      const { status, body } = await bench.ask('GET', `/campaigns/${id}/rows?${query}`);
      assert.equal(status, 422);
      assert.ok(body.message.startsWith(query.split('=')[0]!), body.message);
    });

  it('come in pages', async () => {
    const { body } = await bench.ask('GET', `/campaigns/${id}/rows?page=2&page_size=3`);
    const { rows, ...rest } = body;
    assert.deepEqual(rest, { page: 2, page_size: 3, total: 8 });
    assert.deepEqual(
      rows.map(({ row_index }) => row_index),
      [6, 7],
    );
    assert.deepEqual(await bench.rows(id, 'page=9&page_size=3'), []);
  });

  for (const pageBase of [0, 1] as const)
    it(`can be read page by page by the client, from a server that counts from ${pageBase}`, async () => {
      const other = await Bench.start({ pageBase });
      const same = await other.create({ contacts: contacts(...digits) });
      const pages = await Promise.all(
        [0, 1, 2].map((page) => other.client.getRows(same, { page, page_size: 3 })),
      );
      assert.deepEqual(
        pages.flatMap(({ rows }) => rows.map(({ row_index }) => row_index)),
        everything,
      );
      if (pageBase === 1)
        assert.equal((await other.ask('GET', `/campaigns/${same}/rows?page=0`)).status, 422);
      await other.close();
    });

  it('are exported as CSV with their variables and outcome', async () => {
    const { csv, filename } = await bench.client.exportRows(id);
    assert.equal(filename, 'test-rows.csv');
    const [header, first, , , , failed] = csv.split('\r\n');
    assert.equal(
      header,
      'row_index,phone_number,first_name,company,call_status,result,dial_error,calls_count,last_attempt_at',
    );
    assert.match(first!, /^0,\+12125550100,Person 0,Acme,completed,human,,1,2026-11-16T09:00:03\.000Z$/);
    assert.match(failed!, /^4,\+12125550110,Person 4,Acme,errored,,number_non_attributed,1,/);
    assert.equal(csv.split('\r\n').length, digits.length + 2);
  });
});

describe('a recording', () => {
  let bench: Bench;
  let url: string;
  before(async () => {
    bench = await Bench.start();
    const id = await bench.create({ contacts: contacts('0100') });
    await bench.step(600);
    url = (await bench.calls(id))[0]!.last_call_attempt.recording_url;
  });
  after(() => bench.close());

  it('is a WAV file on the same origin that needs no key', async () => {
    assert.equal(new URL(url).origin, new URL(bench.sandbox.baseUrl).origin);
    const response = await fetch(url);
    assert.equal(response.headers.get('content-type'), 'audio/wav');
    const wav = Buffer.from(await response.arrayBuffer());
    assert.equal(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
    assert.equal(wav.readUInt32LE(4), wav.length - 8);
  });

  for (const [range, status, length, contentRange] of [
    ['bytes=0-3', 206, 4, /^bytes 0-3\//],
    ['bytes=100-', 206, undefined, /^bytes 100-\d+\//],
    ['bytes=-10', 206, 10, /^bytes \d+-\d+\//],
    ['bytes=9999999-', 416, undefined, /^bytes \*\//],
  ] as const)
    it(`is sent in parts: ${range}`, async () => {
      const response = await fetch(url, { headers: { range } });
      assert.equal(response.status, status);
      assert.match(response.headers.get('content-range') ?? '', contentRange);
      if (length !== undefined) assert.equal((await response.arrayBuffer()).byteLength, length);
    });

  it('is not found at a guessed address', async () => {
    for (const name of ['x', '0'.repeat(32), 'deadbeef-0000-4000-a000-000000000000'])
      assert.equal((await fetch(url.replace(/[^/]+\.wav$/, `${name}.wav`))).status, 404);
  });
});
