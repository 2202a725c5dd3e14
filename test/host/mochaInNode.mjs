// Suites that need nothing but Node, and what happened to them.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMochaResults } from './mochaResults.mjs';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

/** @typedef {import('./mochaResults.mjs').Results} Results */
/** @typedef {{code: number, output: string}} Ended */

const results = join(projectRoot, 'out', 'results');
/** .c8rc.json names this folder. */
const coverage = join(projectRoot, 'out', 'coverage');
/** What the processes of the unit and service tests reached. */
const reached = join(coverage, 'tmp');

/** Forgets what earlier runs reached. */
export async function clearCoverage() {
  await rm(reached, { recursive: true, force: true });
}

/**
 * Adds up what the unit and service tests reached; .c8rc.json holds how much that must be.
 * @returns {Promise<Ended>}
 */
export async function reportCoverage() {
  const files = await readdir(reached).catch(() => []);
  if (files.length === 0)
    return {
      code: 1,
      output: 'Nothing was reached. Run the phases unit and service together with this one.',
    };
  for (const file of files) await nameSourcesByPath(join(reached, file));
  const c8 = join(projectRoot, 'node_modules', 'c8', 'bin', 'c8.js');
  const ended = await runProcess(process.execPath, [c8, 'report'], { cwd: projectRoot });
  if (!(await hasPartlyReached()))
    return {
      code: 1,
      output: 'Every file counts as reached as a whole, or not at all: lines are not counted.',
    };
  return ended;
}

/**
 * Node names the sources of a bundle by URLs, and c8 compares its globs with paths. It would take no range of
 * a bundle for one of `src`, and every line of each file in the bundle for reached.
 * @param {string} file
 */
async function nameSourcesByPath(file) {
  /** @type {unknown} */
  const json = JSON.parse(await readFile(file, 'utf8'));
  const { 'source-map-cache': maps = {} } =
    /** @type {{'source-map-cache'?: Record<string, {data: {sources: string[]} | null}>}} */ (json);
  for (const { data } of Object.values(maps)) {
    if (data === null) continue;
    data.sources = data.sources.map((source) =>
      source.startsWith('file:') ? fileURLToPath(source) : source,
    );
  }
  await writeFile(file, JSON.stringify(json));
}

/** @returns {Promise<boolean>} */
async function hasPartlyReached() {
  /** @type {unknown} */
  const json = JSON.parse(await readFile(join(coverage, 'coverage-summary.json'), 'utf8'));
  const files = /** @type {Record<string, {lines: {pct: number}}>} */ (json);
  return Object.entries(files).some(
    ([name, { lines }]) => name !== 'total' && lines.pct > 0 && lines.pct < 100,
  );
}

/**
 * The tests of a runner that has ended; what it did not write down is a failure of its own.
 * @param {string} name
 * @param {Results | undefined} counted
 * @param {Ended} ended
 * @returns {Results}
 */
export function asMany(name, counted, { code, output }) {
  if (counted === undefined)
    return {
      passed: 0,
      failures: [{ title: `${name} could not run`, message: output.trim().slice(-20_000) }],
      skipped: [],
    };
  const { passed, failures, skipped } = counted;
  if (failures.length > 0) return counted;
  if (code !== 0)
    return {
      passed,
      skipped,
      failures: [{ title: `${name} ended with ${code}`, message: output.trim().slice(-4000) }],
    };
  if (passed === 0)
    return { passed, skipped, failures: [{ title: `${name} ran no test`, message: 'Nothing was tested.' }] };
  return counted;
}

const isFull = process.argv.includes('--full');
/** How many runs each fault suite takes: all with `--full`, else a share that fits into two minutes. */
const faultRuns = process.env.REVOX_FAULT_RUNS ?? (isFull ? '10000' : '1500');
/** Whether properties are tried as often as before a release; see test/unit/support/runs.ts. */
const fullSizes = process.env.REVOX_FULL_SIZES ?? (isFull ? '1' : '0');

/**
 * Bundles and runs a suite that needs nothing but Node, in `shares` processes that take a part of it each.
 * @param {'unit' | 'service' | 'hostile' | 'faults' | 'clients'} suite
 * @param {{shares?: number, isCovered?: boolean}} [options] isCovered: for `reportCoverage`
 * @returns {Promise<Results>}
 */
export async function mochaInNode(suite, { shares = 1, isCovered = false } = {}) {
  const built = await runProcess(process.execPath, ['esbuild.mjs', `--only=${suite}`, '--quiet'], {
    cwd: projectRoot,
  });
  if (built.code !== 0) return asMany(suite, undefined, built);
  const claims = join(results, `${suite}-claims`);
  await rm(claims, { recursive: true, force: true });
  const parts = await Promise.all(
    Array.from({ length: shares }, (_, share) => {
      // a fault suite takes a share of its runs in each process, others a share of the files
      const claimed = suite === 'faults' ? join(claims, String(share)) : claims;
      return mochaShare(suite, claimed, share, shares, isCovered);
    }),
  );
  await rm(claims, { recursive: true, force: true });
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failures: parts.flatMap(({ failures }) => failures),
    skipped: parts.flatMap(({ skipped }) => skipped),
  };
}

/**
 * @param {string} suite
 * @param {string} claims see mochaWorker.mjs
 * @param {number} share
 * @param {number} shares
 * @param {boolean} isCovered
 * @returns {Promise<Results>}
 */
async function mochaShare(suite, claims, share, shares, isCovered) {
  const output = join(results, `${suite}-${share}.json`);
  await rm(output, { force: true });
  const ended = await runProcess(
    process.execPath,
    [
      // Lists and properties leave much that is short-lived: with more room, less time goes to collecting it.
      '--max-semi-space-size=32',
      ...[join('test', 'host', 'mochaWorker.mjs'), `out/test/${suite}.js`, claims, output],
      // A page whose test is over may go on waiting for an answer, up to half a minute.
      ...(suite === 'unit' || suite === 'service' ? ['--exit'] : []),
    ],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        REVOX_FAULT_RUNS: faultRuns,
        REVOX_FULL_SIZES: fullSizes,
        REVOX_TEST_SHARE: `${share}/${shares}`,
        REVOX_TEST_WORKER: '1',
        ...(isCovered && { NODE_V8_COVERAGE: reached }),
      },
    },
  );
  return asMany(suite, await readMochaResults(output), ended);
}

// npm run unit, npm run service: as many processes as there are cores, and what failed at the end
if (process.argv[1] === import.meta.filename) {
  exitOnSignals();
  const suite = process.argv[2] === 'service' ? 'service' : 'unit';
  const { passed, failures } = await mochaInNode(suite, { shares: Math.min(4, availableParallelism()) });
  for (const { title, message } of failures) console.log(`\n✘ ${title}\n${message}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
