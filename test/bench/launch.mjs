// What becomes of a launch when the network fails: ours, and a client that retries as the service's own
// library does, against the same faults over real sockets. Counts, not times.
//   npm run bench:launch [-- --json] [--runs 2000]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** @typedef {{ runs: number, doubled: number, surplus: number, untrue: number }} Counts */

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '2000' } },
});
if (!/^[1-9]\d*$/.test(values.runs)) {
  console.error('Give a whole number: --runs 2000');
  process.exit(2);
}

const contender = 'out/bench/launchContender.mjs';
await build({
  entryPoints: ['test/bench/launchContender.ts'],
  outfile: contender,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'error',
});

/** @param {'ours' | 'plain'} who @returns {Counts} */
function run(who) {
  // oxlint-disable-next-line typescript/no-unsafe-return -- what launchContender.ts prints
  return JSON.parse(execFileSync(process.execPath, [contender, who, values.runs], { encoding: 'utf8' }));
}

const [ours, plain] = [run('ours'), run('plain')];
/** @type {readonly (readonly [string, 'doubled' | 'surplus' | 'untrue'])[]} */
const lines = [
  ['launches that became more than one campaign', 'doubled'],
  ['campaigns too many', 'surplus'],
  ['launches said to have failed that had not', 'untrue'],
];
for (const [name, key] of lines) {
  const line = {
    name: `${name}, of ${ours.runs.toLocaleString('en')} launches with faults`,
    unit: '',
    ours: ours[key],
    peer: plain[key],
    peerName: 'a client that retries',
    ratio: null,
    target: '0',
    met: ours[key] === 0,
  };
  if (values.json) console.log(JSON.stringify(line));
  else
    console.log(
      `${line.met ? '✓' : '✗'} ${line.name}: ${line.ours}, ${line.peerName} ${line.peer} (target 0)`,
    );
}
