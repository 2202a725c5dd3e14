// How fast a call list is read, against papaparse and the phone library, each in a process of its own and in
// the same round.
//   npm run bench [-- --json] [--rows 10000,100000,1000000] [--rounds 5]
// Times are this machine's; the ratios are what counts. A target that is missed is said to be missed; the
// exit code does not depend on it.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { listOf } from './lists.mjs';

/**
 * @typedef {{ rows: number, contacts?: number, ms: number, cpuMs: number, peakMb: number, blockMs: number }}
 * Run
 */
/**
 * @typedef {{ name: string, unit: string, ours: number, peer: number | null, peerName: string | null, ratio:
 * number | null, target: string, met: boolean }} Line
 */

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rows: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const sizes = values.rows.split(',').map(Number);
const rounds = Number(values.rounds);
if (![...sizes, rounds].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('Give whole numbers: --rows 10000,100000 --rounds 5');
  process.exit(2);
}

const contender = 'out/bench/contender.mjs';
await build({
  entryPoints: ['test/bench/contender.ts'],
  outfile: contender,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true }, // as the extension is built
  minify: true,
  logLevel: 'error',
});

/** @param {string} what @param {string} file @param {string} [mode] @returns {Run} */
function measure(what, file, mode = '') {
  const output = execFileSync(process.execPath, [contender, what, file, mode], { encoding: 'utf8' });
  // oxlint-disable-next-line typescript/no-unsafe-return -- what contender.ts prints
  return JSON.parse(output);
}

/**
 * All contenders once in every round, so that a busy machine is busy for all.
 * @template {string} T @param {readonly T[]} what @param {string} file @param {number} times @param {string}
 * [mode]
 * @returns {Record<T, Run[]>}
 */
function race(what, file, times, mode) {
  const none = /** @type {unknown} */ (Object.fromEntries(what.map((name) => [name, []])));
  const runs = /** @type {Record<T, Run[]>} */ (none);
  for (let round = 0; round < times; round++)
    for (const name of what) runs[name].push(measure(name, file, mode));
  const rows = new Set(what.flatMap((name) => runs[name].map((run) => run.rows)));
  if (rows.size > 1) throw new Error(`The contenders do not agree on the rows: ${[...rows].join(', ')}`);
  return runs;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(3));
}

/**
 * @param {readonly Run[]} ours @param {readonly Run[]} peers @param {'ms' | 'cpuMs'} measure
 * @returns {number} the median of the rounds' ratios
 */
function ratioOf(ours, peers, measure) {
  return median(ours.map((run, round) => run[measure] / (peers[round]?.[measure] ?? NaN)));
}

/** @param {Line} line */
function say(line) {
  if (values.json) {
    console.log(JSON.stringify(line));
    return;
  }
  const peer = line.peerName === null ? '' : `, ${line.peerName} ${line.peer} ${line.unit}`;
  const ratio = line.ratio === null ? '' : `: ${line.ratio} of it`;
  console.log(
    `${line.met ? '✓' : '✗'} ${line.name}: ${line.ours} ${line.unit}${peer}${ratio} (target ${line.target})`,
  );
}

/**
 * By the clock, and by the processor's time, which other processes on a busy machine disturb less.
 * @param {string} name @param {readonly Run[]} ours @param {readonly Run[]} peers @param {string} peerName
 * @param {number} limit
 * @param {readonly ('ms' | 'cpuMs')[]} [measures]
 */
function compare(name, ours, peers, peerName, limit, measures = ['ms', 'cpuMs']) {
  for (const measure of measures) {
    const ratio = ratioOf(ours, peers, measure);
    say({
      name: measure === 'ms' ? name : `${name}, processor time`,
      unit: 'ms',
      ours: rounded(median(ours.map((run) => run[measure]))),
      peer: rounded(median(peers.map((run) => run[measure]))),
      peerName,
      ratio: rounded(ratio),
      target: `≤ ${limit} ×`,
      met: ratio <= limit,
    });
  }
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {readonly number[]} ours
 * @param {number} limit
 * @param {readonly number[]} [peers]
 * @param {string} [peerName]
 */
function limit(name, unit, ours, limit, peers, peerName) {
  const value = median(ours);
  const peer = peers === undefined ? null : median(peers);
  say({
    name,
    unit,
    ours: rounded(value),
    peer: peer === null ? null : rounded(peer),
    peerName: peerName ?? null,
    ratio: peer === null ? null : rounded(value / peer),
    target: `≤ ${limit} ${unit}`,
    met: value <= limit,
  });
}

for (const size of sizes) {
  const file = listOf(size);
  const rows = `${size.toLocaleString('en')} rows`;
  const { papaparse, papaparseStreamed, checked, stream, create } = race(
    ['papaparse', 'papaparseStreamed', 'checked', 'stream', 'create'],
    file,
    rounds,
  );
  compare(`all checks, ${rows}, streamed`, checked, papaparseStreamed, 'papaparse streamed', 2);
  compare(`file to request body, ${rows}, streamed`, stream, papaparseStreamed, 'papaparse streamed', 2);
  compare(`file to request body, ${rows}`, stream, papaparse, 'papaparse parse-only', 2.5);
  limit(
    `peak memory, ${rows}`,
    'MB',
    stream.map(({ peakMb }) => peakMb),
    150,
    papaparse.map(({ peakMb }) => peakMb),
    'papaparse parse-only',
  );
  compare(`file to a campaign’s contacts, ${rows}`, create, papaparse, 'papaparse parse-only', 2.5);
  limit(
    `peak memory of a campaign’s list, ${rows}`,
    'MB',
    create.map(({ peakMb }) => peakMb),
    150,
    papaparse.map(({ peakMb }) => peakMb),
    'papaparse parse-only',
  );
  const blocks = race(['papaparse', 'stream'], file, Math.min(rounds, 3), 'blocks');
  limit(
    `longest block of the thread, ${rows}`,
    'ms',
    blocks.stream.map(({ blockMs }) => blockMs),
    25,
    blocks.papaparse.map(({ blockMs }) => blockMs),
    'papaparse parse-only',
  );
  // slow on purpose, so not more often than needed
  const fewer = size >= 1_000_000 ? 1 : Math.min(rounds, 3);
  const first = race(['obvious', 'stream'], file, fewer);
  compare(
    `file to request body, ${rows}, first idea`,
    first.stream,
    first.obvious,
    'objects and library',
    0.3,
  );
}

const file = listOf(100_000);
const { phones, library } = race(['phones', 'library'], file, rounds);
compare('phone numbers, 100,000', phones, library, 'libphonenumber-js', 0.12, ['ms']);
const { retype, retypeLongest } = race(['retype', 'retypeLongest'], file, rounds);
limit(
  'checked again after a typed character, 100,000 lines',
  'ms',
  retype.map(({ ms }) => ms),
  16,
);
limit(
  'the longest of fifty typed characters, 100,000 lines',
  'ms',
  retypeLongest.map(({ ms }) => ms),
  16,
);
const cancels = race(['cancel'], file, rounds).cancel;
limit(
  'a cancel answers, 100,000 lines',
  'ms',
  cancels.map(({ ms }) => ms),
  100,
);

// counts, not times: what becomes of a launch when the network fails
const json = values.json ? ['--json'] : [];
execFileSync(process.execPath, ['test/bench/launch.mjs', ...json], { stdio: 'inherit' });
