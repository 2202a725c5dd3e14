// A page of rows from the sandbox, measured where it counts: from the request to 100 rows that are laid out in a real
// browser, beside the bare fetch and JSON.parse of the same answer in the same round.
//   npm run bench:rows
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../host/browser.mjs';
import { projectRoot } from '../host/projectRoot.mjs';
import { startSandbox } from '../host/sandbox.mjs';

const rounds = 15;
const pageSize = 100;

/** @type {(text: string) => {rows: {id: string}[]}} */
const parsePage = JSON.parse;

/**
 * The host's side of an answer, as the panel has it: client, checks, cells.
 * @returns {Promise<typeof import('../../src/api/revoxClient.ts') & typeof import('../../src/panels/rowColumns.ts') & typeof import('../../src/panels/rowView.ts')>}
 */
async function hostSide() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { RevoxClient } from './src/api/revoxClient.ts';
        export { RowColumns } from './src/panels/rowColumns.ts';
        export { tableRow } from './src/panels/rowView.ts';`,
      resolveDir: projectRoot,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {unknown} */
  const side = await import(`data:text/javascript;base64,${code}`);
  return /** @type {Awaited<ReturnType<typeof hostSide>>} */ (side);
}

/** @param {number[]} values */
function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} ms (${at(0)}–${at(1)})`;
}

const sandbox = await startSandbox({ clock: 'stepped', args: ['--rows', '1000000'] });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
try {
  const { RevoxClient, RowColumns, tableRow } = await hostSide();
  const headers = { authorization: `Bearer ${sandbox.key}` };
  /** @type {unknown} */
  const listed = await (await fetch(`${sandbox.baseUrl}/campaigns`, { headers })).json();
  const { campaigns } = /** @type {{campaigns: {id: string, name: string}[]}} */ (listed);
  const id = campaigns.find(({ name }) => name.startsWith('Big list'))?.id ?? '';
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const connection = { kind: /** @type {const} */ ('service'), baseUrl: sandbox.baseUrl };
  const client = new RevoxClient({ connection, key: () => Promise.resolve(sandbox.key), log });

  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent('<div id="page"></div>');
  await page.addStyleTag({
    content: await readFile(join(projectRoot, 'dist/webview/rows/main.css'), 'utf8'),
  });
  await page.evaluate(() => {
    const asked = /** @type {{call: number, method: string}[]} */ ([]);
    Object.assign(globalThis, {
      asked,
      acquireVsCodeApi: () => ({
        postMessage: (/** @type {{call: number, method: string}} */ message) => asked.push(message),
        getState: () => undefined,
        setState: () => undefined,
      }),
    });
  });
  await page.addScriptTag({
    type: 'module',
    content: await readFile(join(projectRoot, 'dist/webview/rows/main.js'), 'utf8'),
  });
  const columns = new RowColumns();

  /** Answers the page's newest question and resolves, in ms, when what it drew is laid out. */
  const show = (/** @type {unknown} */ ok) =>
    page.evaluate(async (answer) => {
      const { asked } = /** @type {typeof globalThis & {asked: {call: number}[]}} */ (globalThis);
      const startMs = performance.now();
      window.postMessage({ reply: asked.at(-1)?.call, ok: answer }, '*');
      await new Promise((resolve) => setTimeout(resolve)); // the message is handled in a task of its own
      document.querySelector('tbody')?.getBoundingClientRect();
      return performance.now() - startMs;
    }, ok);

  const head = { id, name: 'Big list', state: { text: 'Running', icon: 'play', tone: 'blue' }, counts: [] };
  await page.waitForFunction(() => {
    const { asked } = /** @type {typeof globalThis & {asked: unknown[]}} */ (globalThis);
    return asked.length > 0;
  });
  const layout = { order: [], hidden: [], shown: [], widths: {} };
  await show({ head, layout, pageSize, statuses: [], results: [] });

  const bare = [];
  const checked = [];
  const painted = [];
  let bytes = 0;
  for (let round = -2; round < rounds; round += 1) {
    const number = (round + 2) * 37;
    const bareMs = performance.now();
    const response = await fetch(
      `${sandbox.baseUrl}/campaigns/${id}/rows?page=${number}&page_size=${pageSize}`,
      {
        headers,
      },
    );
    const text = await response.text();
    const plain = parsePage(text);
    const bareTook = performance.now() - bareMs;

    const startMs = performance.now();
    const read = await client.getRows(id, { page: number, page_size: pageSize });
    columns.learn(read.rows);
    const rows = read.rows.map(tableRow);
    const checkedTook = performance.now() - startMs;
    assert.deepEqual(
      read.rows.map((row) => row.id),
      plain.rows.map((row) => row.id),
    );
    const question = { page: number, page_size: pageSize, query: '', statuses: [] };
    const { total } = read;
    const paintTook = await show({ question, columns: columns.all(), rows, total, hasNext: true, readMs: 0 });
    assert.equal(await page.locator('tbody tr').count(), pageSize);
    await page.locator('[aria-label="Next page"]').click();
    if (round < 0) continue; // the first two warm up
    bytes = text.length;
    bare.push(bareTook);
    checked.push(checkedTook);
    painted.push(paintTook);
  }
  console.log(`A page of ${pageSize} rows of a million, ${Math.round(bytes / 1000)} kB, ${rounds} rounds:`);
  console.log(`  bare fetch and JSON.parse          ${summary(bare)}`);
  console.log(`  read, checked and made into cells  ${summary(checked)}`);
  console.log(`  from there to laid out in the page ${summary(painted)}`);
} finally {
  await browser.close();
  await sandbox.stop();
}
