// Rows of today's service, 127 kB each, read into the copy that the panel answers from, beside a bare fetch
// of the same body: part of `npm run bench:rows`, or alone:
//   node test/bench/heavyRows.mjs [--rows=5000] [--rounds=5]
// Server, bare fetch and reader are processes of their own; judged by the ratio within a round.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{firstMs: number, allMs: number, cpuMs: number, heldMs: number, aboveBytes: number, count:
 * number}} Measured
 */

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @param {number} rows @param {number} rounds */
export async function measureHeavyRows(rows, rounds) {
  const server = fork(here('heavyServer.mjs'), [String(rows)]);
  try {
    /** @type {unknown[]} */
    const messages = await once(server, 'message');
    const said = /** @type {{port: number, rowBytes: number}} */ (messages[0]);
    const baseUrl = `http://127.0.0.1:${said.port}`;
    console.log(`${rows} rows of ${Math.round(said.rowBytes / 1000)} kB, ${rounds} rounds`);
    /** @type {{bare: Measured, ours: Measured}[]} */
    const measured = [];
    for (let round = 0; round < rounds; round += 1) {
      const bare = await read('bare', baseUrl);
      const ours = await read('rows', baseUrl);
      if (ours.count !== rows) throw new Error(`Read ${ours.count} rows of ${rows}.`);
      measured.push({ bare, ours });
    }
    line(
      'bare fetch, s',
      measured.map(({ bare }) => bare.allMs / 1000),
    );
    line(
      'all rows, s',
      measured.map(({ ours }) => ours.allMs / 1000),
    );
    line(
      'all rows ÷ bare fetch (≤ 1.5)',
      measured.map(({ bare, ours }) => ours.allMs / bare.allMs),
    );
    line(
      'first 100 rows, s (≤ 1)',
      measured.map(({ ours }) => ours.firstMs / 1000),
    );
    line(
      'longest hold of the thread, ms (≤ 25)',
      measured.map(({ ours }) => ours.heldMs),
    );
    line(
      '… of the bare fetch',
      measured.map(({ bare }) => bare.heldMs),
    );
    line(
      'memory above the start, MB (≤ 150)',
      measured.map(({ ours }) => ours.aboveBytes / 1_000_000),
    );
    line(
      '… of the bare fetch',
      measured.map(({ bare }) => bare.aboveBytes / 1_000_000),
    );
    line(
      'processor time, s',
      measured.map(({ ours }) => ours.cpuMs / 1000),
    );
    line(
      '… of the bare fetch',
      measured.map(({ bare }) => bare.cpuMs / 1000),
    );
  } finally {
    server.kill();
  }
}

/** @param {'bare' | 'rows'} mode @param {string} baseUrl @returns {Promise<Measured>} */
async function read(mode, baseUrl) {
  const reader = fork(here('heavyReader.mjs'), [mode, baseUrl], { execArgv: ['--expose-gc'] });
  const broken = once(reader, 'exit').then(() => Promise.reject(new Error('The reader broke.')));
  /** @type {unknown[]} */
  const messages = await Promise.race([once(reader, 'message'), broken]);
  broken.catch(() => undefined);
  reader.disconnect();
  return /** @type {Measured} */ (messages[0]);
}

/** Median, least and most. @param {string} what @param {readonly number[]} values */
function line(what, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [least = 0] = sorted;
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(
    `${what.padEnd(42)} ${median.toFixed(2)} (${least.toFixed(2)}–${(sorted.at(-1) ?? 0).toFixed(2)})`,
  );
}

const option = (/** @type {string} */ name, /** @type {number} */ otherwise) =>
  Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await measureHeavyRows(option('rows', 5000), option('rounds', 5));
}
