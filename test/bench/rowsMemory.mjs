// What turning pages costs in memory, on both sides: the heap of the host and of the page after a forced
// collection, page after page of a million rows, next page read ahead as in the panel. The peer keeps every
// page it has read.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer, openPage } from './pageInBrowser.mjs';
import { readyAnswer } from './rowsHost.mjs';

const pageSize = 100;
const looks = 10;
const peerPages = 100;
const firstPages = 50;
/** What a collection leaves differs a little from time to time; one page of rows alone is more than this. */
const toleranceMb = 4;

setFlagsFromString('--expose-gc');
/** @type {unknown} */
const gc = runInNewContext('gc');
const collect = /** @type {() => void} */ (gc);

/** @typedef {Awaited<ReturnType<typeof import('./rowsHost.mjs').bigList>>} BigList */

async function hostMb() {
  for (let time = 0; time < 3; time += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20)); // answers given up are let go of in a later task
  }
  return process.memoryUsage().heapUsed / 1e6;
}

/** @param {import('@playwright/test').CDPSession} devTools */
async function pageMb(devTools) {
  for (let time = 0; time < 3; time += 1) await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { nodes } = await devTools.send('Memory.getDOMCounters');
  return { mb: usedSize / 1e6, nodes };
}

/** @param {BigList} list @param {number} [keep] */
function sourceOf({ id, client, RowsSource }, keep) {
  const clock = { now: () => Date.now() };
  const options = { campaignId: id, api: () => Promise.resolve(client), clock };
  return new RowsSource(keep === undefined ? options : { ...options, keep });
}

const questionOf = (/** @type {number} */ page) => ({
  ...{ page, page_size: pageSize, query: '', statuses: [], result: undefined },
});

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {BigList} list
 * @param {number} pages
 */
export async function measureMemory(browser, list, pages) {
  const page = await openPage(browser, 'rows');
  const devTools = await page.context().newCDPSession(page);
  await answer(page, 'ready', readyAnswer(list.id, pageSize));
  const columns = new list.RowColumns();
  const source = sourceOf(list);
  /** @type {{turned: number, host: number, mb: number, nodes: number}[]} */
  const seen = [];
  for (let turned = 1; turned <= pages; turned += 1) {
    const question = questionOf(turned - 1);
    const read = (await source.page(question)).page;
    source.prefetch(questionOf(turned));
    columns.learn(read.rows);
    const rows = read.rows.map((row) => list.tableRow(row));
    const { total } = read;
    await answer(page, 'rows', { question, columns: columns.all(), rows, total, hasNext: true, readMs: 0 });
    await page
      .locator('[aria-label="Next page"]')
      .evaluate((next) => /** @type {HTMLElement} */ (next).click());
    if (turned === firstPages || turned % Math.ceil(pages / looks) === 0) {
      await source.page(questionOf(turned));
      seen.push({ turned, host: await hostMb(), ...(await pageMb(devTools)) });
    }
  }
  await page.close();
  const before = await hostMb();
  const hoard = sourceOf(list, Infinity);
  for (let turned = 0; turned < peerPages; turned += 1) await hoard.page(questionOf(turned));
  const perPage = ((await hostMb()) - before) / peerPages;
  await hoard.page(questionOf(0)); // still held
  report(seen, perPage);
}

/**
 * @param {{turned: number, host: number, mb: number, nodes: number}[]} seen
 * @param {number} hoardMb a page
 */
function report(seen, hoardMb) {
  console.log('Turning the pages of a million rows, heaps after a collection:');
  for (const { turned, host, mb, nodes } of seen) {
    const [hostText, pageText] = [host, mb].map((size) => `${size.toFixed(1)} MB`);
    console.log(`  after ${turned} pages: host ${hostText}, page ${pageText}, ${nodes} nodes`);
  }
  console.log(`  keeping every page instead: ${hoardMb.toFixed(2)} MB more of the host's memory for each`);
  const [first, last] = [seen[0], seen.at(-1)];
  assert.ok(first !== undefined && last !== undefined);
  for (const [side, grown] of [
    ['host', last.host - first.host],
    ['page', last.mb - first.mb],
  ]) {
    assert.ok(Number(grown) < toleranceMb, `the ${side} grew by ${grown} MB`);
  }
}
