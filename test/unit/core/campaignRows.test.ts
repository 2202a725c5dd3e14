import assert from 'node:assert/strict';
import { CampaignRows } from '../../../src/core/campaignRows.ts';
import { encodedRow } from '../support/encodedRow.ts';
import type { Row } from '../../../src/core/row.ts';

const assistant = { id: 'a1', name: 'Clara' };

function row(index: number): Row {
  return {
    id: `r${index}`,
    phone_number: `+336${String(index).padStart(8, '0')}`,
    input_data: { name: `Ünal ${index}`, even: String(index % 2 === 0) },
    row_index: index,
    call: { id: `call-${index}`, status: 'completed', call_attempts: [], assistant },
  };
}

describe('the rows of a campaign that are read once', () => {
  let reads: number;
  let turns: number;
  let nowMs: number;

  function rowsOf(batches: () => AsyncIterable<readonly Row[]>, maxBytes?: number): CampaignRows {
    reads = 0;
    turns = 0;
    nowMs = 1_000_000;
    return new CampaignRows({
      read: async function* () {
        reads += 1;
        for await (const batch of batches()) yield batch.map(encodedRow);
      },
      now: () => nowMs,
      yieldTurn: () => {
        turns += 1;
        return Promise.resolve();
      },
      maxBytes,
    });
  }

  it('stop at the memory limit, however much a server sends', async () => {
    let sent = 0;
    let isClosed = false;
    const endless = async function* () {
      try {
        for (;;) {
          await Promise.resolve();
          sent += 1;
          yield [{ ...row(sent), input_data: { name: 'x'.repeat(1_000) } }];
        }
      } finally {
        isClosed = true;
      }
    };
    await assert.rejects(rowsOf(endless, 10_000).load(), /more than fit in memory here/);
    assert.ok(sent <= 10, `${sent} rows were read`);
    assert.ok(isClosed);
  });

  async function* three() {
    yield [row(0), row(1)];
    await Promise.resolve();
    yield [row(2)];
  }

  it('are returned as they arrived', async () => {
    const rows = rowsOf(three);
    await rows.load();
    assert.deepEqual(
      [rows.row(0), rows.row(1), rows.row(2), rows.row(3)],
      [row(0), row(1), row(2), undefined],
    );
    assert.deepEqual([rows.indexOf('r2'), rows.indexOf('r9')], [2, -1]);
  });

  it('are read once for several callers', async () => {
    const rows = rowsOf(three);
    await Promise.all([rows.load(), rows.waitFor(3), rows.waitFor(100)]);
    await rows.waitFor(100);
    assert.equal(reads, 1);
  });

  it('are available before all have arrived', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const rows = rowsOf(async function* () {
      yield [row(0), row(1)];
      await held;
      yield [row(2)];
    });
    await rows.waitFor(2);
    assert.deepEqual([rows.length, rows.isComplete], [2, false]);
    release();
    await rows.load();
    assert.deepEqual([rows.length, rows.isComplete], [3, true]);
  });

  it('stay available while they are read again', async () => {
    let round = 0;
    const rows = rowsOf(async function* () {
      round += 1;
      yield round === 1 ? [row(0), row(1)] : [row(7)];
      await Promise.resolve();
      if (round === 3) throw new Error('cut');
    });
    await rows.load();
    const again = rows.load();
    assert.deepEqual([rows.length, rows.row(0)?.id], [2, 'r0']);
    await again;
    assert.deepEqual([rows.length, rows.row(0)?.id], [1, 'r7']);
    await assert.rejects(rows.load(), /cut/);
    assert.deepEqual([rows.length, rows.row(0)?.id], [1, 'r7']);
  });

  it('reject for those who wait, keep what arrived, and can be read again', async () => {
    let fails = true;
    const rows = rowsOf(async function* () {
      yield [row(0)];
      await Promise.resolve();
      if (fails) throw new Error('cut');
    });
    await assert.rejects(rows.waitFor(5), /cut/);
    assert.deepEqual([rows.length, rows.isComplete], [1, false]);
    fails = false;
    await rows.load();
    assert.equal(rows.isComplete, true);
  });

  it('are read again by themselves after twenty times as long as it took', async () => {
    const rows = rowsOf(async function* () {
      await Promise.resolve();
      nowMs += 15_000;
      yield [row(0)];
    });
    await rows.load();
    nowMs += 284_000;
    assert.equal(rows.isDue, false);
    nowMs += 1_000;
    assert.equal(rows.isDue, true);
  });

  it('are filtered and sorted: without a value last, equal ones in their order', async () => {
    const rows = rowsOf(three);
    await rows.load();
    const select = (descending: boolean, key: (row: Row) => string | number | undefined) =>
      rows.select(() => true, { key, descending });
    assert.deepEqual(await rows.select(({ input_data }) => input_data.even === 'true', undefined), [0, 2]);
    assert.deepEqual(await select(true, ({ row_index }) => row_index), [2, 1, 0]);
    assert.deepEqual(await select(false, ({ id }) => (id === 'r0' ? undefined : 1)), [1, 2, 0]);
    assert.deepEqual(await select(true, ({ id }) => (id === 'r0' ? undefined : 1)), [1, 2, 0]);
    assert.deepEqual(await select(false, ({ id }) => ['10', '9', '-'][Number(id.slice(1))]), [2, 1, 0]);
  });

  it('yield to other work during a long search, and stop when aborted', async () => {
    const rows = rowsOf(async function* () {
      await Promise.resolve();
      yield Array.from({ length: 20_000 }, (_, index) => row(index));
    });
    await rows.load();
    assert.equal((await rows.select(() => true, undefined)).length, 20_000);
    assert.ok(turns > 0);
    const stopped = rows.select(() => true, undefined, AbortSignal.abort());
    await assert.rejects(stopped, { name: 'AbortError' });
  });
});
