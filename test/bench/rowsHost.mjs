// The host's side of the rows page without VS Code, beside a sandbox with a campaign of a million rows.
import { build } from 'esbuild';
import { projectRoot } from '../host/projectRoot.mjs';
import { startSandbox } from '../host/sandbox.mjs';

/**
 * What the panel answers with: client, checks, cells.
 * @returns {Promise<typeof import('../../src/api/revoxClient.ts') & typeof
 * import('../../src/panels/rows/rowColumns.ts') & typeof import('../../src/panels/rows/rowView.ts') & typeof
 * import('../../src/panels/rows/rowsSource.ts')>}
 */
export async function hostSide() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { RevoxClient } from './src/api/revoxClient.ts';
        export { RowColumns } from './src/panels/rows/rowColumns.ts';
        export { RowsSource } from './src/panels/rows/rowsSource.ts';
        export { tableRow } from './src/panels/rows/rowView.ts';`,
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

/** Starts a sandbox with the big list and a client for it. Today's service answers with all rows at once. */
export async function bigList() {
  const sandbox = await startSandbox({ clock: 'stepped', args: ['--rows', '1000000', '--revision', 'docs'] });
  const side = await hostSide();
  const headers = { authorization: `Bearer ${sandbox.key}` };
  /** @type {unknown} */
  const listed = await (await fetch(`${sandbox.baseUrl}/campaigns`, { headers })).json();
  const { campaigns } = /** @type {{campaigns: {id: string, name: string}[]}} */ (listed);
  const id = campaigns.find(({ name }) => name.startsWith('Big list'))?.id ?? '';
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const connection = { kind: /** @type {const} */ ('service'), baseUrl: sandbox.baseUrl };
  const client = new side.RevoxClient({ connection, key: () => Promise.resolve(sandbox.key), log });
  return { ...side, id, client, headers, baseUrl: sandbox.baseUrl, stop: () => sandbox.stop() };
}

const head = { name: 'Big list', state: { text: 'Running', icon: 'play', tone: 'blue' } };

/** What the page hears first. */
export function readyAnswer(/** @type {string} */ id, /** @type {number} */ pageSize) {
  const layout = { order: [], hidden: [], shown: [], widths: {} };
  return { head: { id, ...head }, layout, pageSize, statuses: [], results: [], categories: [] };
}
