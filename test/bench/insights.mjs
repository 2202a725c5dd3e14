// How long it takes from the first request to a finished report, beside the least that any reader must do,
// how fast a search is, and how long what is done with so many people holds the thread:
//   node test/bench/insights.mjs [--rows=100000] [--rounds=3]
// Server, bare reader and report are processes of their own; compared by processor time within a round.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const option = (/** @type {string} */ name, /** @type {number} */ otherwise) =>
  Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise);
const rows = option('rows', 100_000);
const rounds = option('rounds', 3);

const out = join('out', 'bench');
const runFile = join(out, 'insightsRun.mjs');
mkdirSync(out, { recursive: true });
await build({
  entryPoints: ['test/bench/insightsRun.ts', 'test/bench/insightsHolds.ts'],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  supported: { 'regexp-unicode-property-escapes': true },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

/** @typedef {{tookMs: number, heldMs: number, heapMegabytes: number}} Measured */

const server = fork(fileURLToPath(new URL('insightsServer.mjs', import.meta.url)), [String(rows)]);
try {
  /** @type {unknown[]} */
  const messages = await once(server, 'message');
  const said = /** @type {{port: number, rowBytes: number}} */ (messages[0]);
  const baseUrl = `http://127.0.0.1:${said.port}`;
  console.log(`${rows} rows of ${Math.round(said.rowBytes)} bytes, ${rounds} rounds`);
  /** @type {{bare: Measured, report: Measured}[]} */
  const measured = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push({ bare: await run('bare', baseUrl), report: await run('report', baseUrl) });
  const line = (/** @type {string} */ name, /** @type {(round: typeof measured[number]) => number} */ of) => {
    const sorted = measured.map(of).sort((a, b) => a - b);
    const [least = 0, middle = 0, most = 0] = [0, rounds >> 1, rounds - 1].map((at) => sorted[at]);
    console.log(`${name}: ${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`);
  };
  line('fetch and JSON.parse of each row, s', ({ bare }) => bare.tookMs / 1000);
  line('finished report, s', ({ report }) => report.tookMs / 1000);
  line('finished report ÷ fetch and JSON.parse (≤ 1.25)', ({ bare, report }) => report.tookMs / bare.tookMs);
  line('longest hold of the thread, ms (≤ 25)', ({ report }) => report.heldMs);
  line('… of fetch and JSON.parse', ({ bare }) => bare.heldMs);
  line('facts kept, MB', ({ report }) => report.heapMegabytes);
} finally {
  server.kill();
}
await once(fork(runFile, ['search']), 'exit');
await once(fork(join(out, 'insightsHolds.mjs')), 'exit');

/** @param {'bare' | 'report'} mode @param {string} baseUrl @returns {Promise<Measured>} */
async function run(mode, baseUrl) {
  const child = fork(runFile, [mode, baseUrl, String(rows)], { execArgv: ['--expose-gc'] });
  const broken = once(child, 'exit').then(() => Promise.reject(new Error('The reader broke.')));
  /** @type {unknown[]} */
  const messages = await Promise.race([once(child, 'message'), broken]);
  broken.catch(() => undefined);
  child.kill();
  return /** @type {Measured} */ (messages[0]);
}
