// A page of rows, measured where it counts: from the request to 100 rows that are laid out in a real browser,
// beside the bare fetch and JSON.parse of the same answer in the same round.
import assert from 'node:assert/strict';
import { answer, openPage } from './pageInBrowser.mjs';
import { readyAnswer } from './rowsHost.mjs';
import { summary } from './summary.mjs';

const rounds = 15;
const pageSize = 100;

/** @type {(text: string) => {rows: {id: string}[]}} */
const parsePage = JSON.parse;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./rowsHost.mjs').bigList>>} list
 */
export async function measurePaint(browser, { id, client, headers, baseUrl, RowColumns, tableRow }) {
  const page = await openPage(browser, 'rows');
  const columns = new RowColumns();
  await answer(page, 'ready', readyAnswer(id, pageSize));
  const bare = [];
  const checked = [];
  const painted = [];
  let bytes = 0;
  for (let round = -2; round < rounds; round += 1) {
    const number = (round + 2) * 37;
    const bareMs = performance.now();
    const url = `${baseUrl}/campaigns/${id}/rows?page=${number}&page_size=${pageSize}`;
    const text = await (await fetch(url, { headers })).text();
    const plain = parsePage(text);
    const bareTook = performance.now() - bareMs;

    const startMs = performance.now();
    const read = await client.getRows(id, { page: number, page_size: pageSize });
    columns.learn(read.rows);
    const rows = read.rows.map((row) => tableRow(row));
    const checkedTook = performance.now() - startMs;
    assert.deepEqual(
      read.rows.map((row) => row.id),
      plain.rows.map((row) => row.id),
    );
    const question = { page: number, page_size: pageSize, query: '', statuses: [] };
    const { total } = read;
    const shown = { question, columns: columns.all(), rows, total, hasNext: true, readMs: 0 };
    const paintTook = await answer(page, 'rows', shown);
    assert.equal(await page.locator('tbody tr').count(), pageSize);
    await page.locator('[aria-label="Next page"]').click();
    if (round < 0) continue; // the first two warm up
    bytes = text.length;
    bare.push(bareTook);
    checked.push(checkedTook);
    painted.push(paintTook);
  }
  await page.close();
  console.log(`A page of ${pageSize} rows of a million, ${Math.round(bytes / 1000)} kB, ${rounds} rounds:`);
  console.log(`  bare fetch and JSON.parse          ${summary(bare)}`);
  console.log(`  read, checked and made into cells  ${summary(checked)}`);
  console.log(`  from there to laid out in the page ${summary(painted)}`);
}
