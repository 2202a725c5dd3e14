import assert from 'node:assert/strict';
import { RowsSource } from '../../../../src/panels/rows/rowsSource.ts';
import { RowCursor } from '../../../../src/panels/rows/rowCursor.ts';
import { question, rowsApi } from './rowFixtures.ts';

function walk(count: number, rowId: string, page = 0) {
  const { api, rows } = rowsApi(count);
  const source = new RowsSource({ campaignId: 'c1', api, clock: { now: () => 1 } });
  return { walk: new RowCursor(source, { rowId, question: question({ page }) }), rows, source };
}

describe('going through rows one by one', () => {
  it('finds the row and reports its neighbours', async () => {
    const found = await walk(3, 'r0').walk.current();
    assert.deepEqual([found.row.id, found.hasPrevious, found.hasNext], ['r0', false, true]);
  });

  it('crosses the border of a page, both ways', async () => {
    const { walk: rows } = walk(3, 'r1');
    const next = await rows.step(1);
    assert.deepEqual([next.row.id, next.question.page, next.hasNext], ['r2', 1, false]);
    assert.equal((await rows.step(-1)).row.id, 'r1');
  });

  it('stops at both ends', async () => {
    await assert.rejects(walk(3, 'r0').walk.step(-1), /no more rows/);
    await assert.rejects(walk(3, 'r2', 1).walk.step(1), /no more rows/);
  });

  it('finds a row by its number when it has moved to another page', async () => {
    const { walk: rows, rows: served } = walk(5, 'r1');
    await rows.current();
    served.unshift(...served.splice(3, 2)); // r3, r4, r0, r1, r2
    assert.equal((await rows.again()).row.id, 'r1');
  });

  it('continues with the neighbours of a row that has left its page', async () => {
    const { walk: rows, rows: served, source } = walk(5, 'r1');
    await rows.current();
    served.splice(1, 1); // r0, r2, r3, r4
    source.forget();
    assert.equal((await rows.step(1)).row.id, 'r2');
  });

  it('reports that the row is gone', async () => {
    await assert.rejects(walk(3, 'r99').walk.current(), /has moved/);
    await assert.rejects(walk(3, 'r99').walk.step(1), /has moved/);
  });
});
