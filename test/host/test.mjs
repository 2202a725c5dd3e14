// npm test [-- [--full] phase …]: everything, from nothing. --full takes all 10,000 runs of each fault suite,
// and tries properties four times as often.
// The last line is the total. A phase that could not run has failed.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { leftoversPhase, runPlaywright } from './e2e.mjs';
import { readE2eResults } from './e2eResults.mjs';
import { runClients } from './clients.mjs';
import { installPackages } from './install.mjs';
import { integrationResults } from './integrationResults.mjs';
import { asMany, clearCoverage, mochaInNode, reportCoverage } from './mochaInNode.mjs';
import { readMochaResults } from './mochaResults.mjs';
import { npm } from './npm.mjs';
import { packageExtension, vsix } from './package.mjs';
import { exitOnSignals, runProcess, startProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { runSoak } from './soak.mjs';

/** @typedef {import('./mochaResults.mjs').Results} Results */
/** @typedef {{code: number, output: string}} Ended */

const e2eResults = join(projectRoot, 'out', 'e2e', 'results.json');

/**
 * A command that passes or fails as a whole counts as one test.
 * @param {string} name
 * @param {Ended} ended
 * @returns {Results}
 */
function asOne(name, { code, output }) {
  return code === 0
    ? { passed: 1, failures: [], skipped: [] }
    : { passed: 0, failures: [{ title: name, message: output.trim().slice(-20_000) }], skipped: [] };
}

/**
 * @param {string} script
 * @param {{inBackground?: boolean}} [options]
 */
const npmRun = (script, options) => npm(['run', '--silent', script], { cwd: projectRoot, ...options });
const inBackground = true;

/**
 * Installs servers and browser in the background; only integration and e2e wait for it.
 * @type {Promise<Ended> | undefined}
 */
let preparing;

/** @type {Record<string, () => Promise<Results>>} */
const phases = {
  types: async () => asOne('types', await npmRun('types')),
  lint: async () => asOne('lint', await npmRun('lint', { inBackground })),
  format: async () => asOne('format', await npmRun('format:check', { inBackground })),
  unused: async () => asOne('unused', await npmRun('unused', { inBackground })),
  structure: async () => asOne('structure', await npmRun('structure')),
  build: async () => asOne('build', await npmRun('build')),
  unit: () => mochaInNode('unit', { isCovered }),
  service: () => mochaInNode('service', { isCovered }),
  coverage: async () => asOne('coverage', await reportCoverage()),
  hostile: () => mochaInNode('hostile'),
  faults: () => mochaInNode('faults', { shares: Math.min(4, availableParallelism()) }),
  soak: async () => asOne('soak', await runSoak(['--minutes', '0.4', '--campaigns', '100'])),
  clients: () => runClients(),
  integration: async () => {
    await rm(integrationResults, { force: true });
    const ended = await runProcess(process.execPath, [join('test', 'host', 'integration.mjs')], {
      cwd: projectRoot,
      show: true,
    });
    return asMany('integration', await readMochaResults(integrationResults), ended);
  },
  package: async () => asOne('package', await packageExtension()),
  e2e: async () => {
    // named alone, it packages what is there now; in a whole run that has just happened
    if (!chosen.includes('package')) {
      const packaged = await packageExtension();
      if (packaged.code !== 0) return asMany('e2e', undefined, packaged);
    }
    if (!existsSync(vsix))
      throw new Error('There is no package to install. See what became of the phase "package".');
    await rm(e2eResults, { force: true });
    const code = await runPlaywright([]);
    const ended = { code, output: 'Playwright says more above.' };
    const tests = asMany('e2e', await readE2eResults(e2eResults), ended);
    const left = await leftoversPhase();
    return {
      passed: tests.passed + left.passed,
      failures: [...tests.failures, ...left.failures],
      skipped: tests.skipped,
    };
  },
};

/**
 * @param {string} name
 * @returns {Promise<Results>}
 */
async function runPhase(name) {
  const started = performance.now();
  /** @type {Results} */
  let result;
  try {
    if (name === 'integration' || name === 'e2e') {
      const ready = await preparing;
      if (ready !== undefined && ready.code !== 0) throw new Error(ready.output.trim());
    }
    result = (await phases[name]?.()) ?? { passed: 0, failures: [], skipped: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    result = { passed: 0, failures: [{ title: `${name} could not run`, message }], skipped: [] };
  }
  const { passed, failures, skipped } = result;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [`${passed} passed`, `${failures.length} failed`];
  if (skipped.length > 0) counts.push(`${skipped.length} skipped: ${skipped.join('; ')}`);
  console.log(`${failures.length === 0 ? '✔' : '✘'} ${name}: ${counts.join(', ')} (${seconds} s)`);
  return result;
}

exitOnSignals();
const named = process.argv.slice(2).filter((name) => name !== '--full');
const unknown = named.filter((name) => !(name in phases));
if (unknown.length > 0) {
  console.error(
    `There is no phase "${unknown.join('", "')}". Choose from ${Object.keys(phases).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = Object.keys(phases).filter((name) => named.length === 0 || named.includes(name));
const isCovered = chosen.includes('coverage');
if (isCovered) await clearCoverage();

try {
  await installPackages();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.log(`0 passed, ${chosen.length} failed`);
  process.exit(1);
}
if (chosen.includes('integration') || chosen.includes('e2e')) {
  const started = startProcess(process.execPath, [join(projectRoot, 'test', 'host', 'prepare.mjs')]);
  preparing = started.exited.then((code) => ({ code, output: started.output() }));
}

/** @type {Results[]} */
const all = [];
/**
 * Phases of a group may run at the same time, one a core, the longest first. Groups follow each other: from
 * `clients` on they mostly wait for processes that start and for calls of the sandbox.
 */
const groups = [
  ['service', 'unit', 'hostile', 'types', 'package', 'structure'],
  ['build', 'coverage'],
  ['faults'],
  ['clients', 'soak'],
  ['integration'],
  ['e2e'],
];
/** Phases that only read the sources. They take the processor time that the groups leave. */
const background = ['unused', 'format', 'lint'];

/** @param {readonly string[]} names @param {number} atOnce */
async function runPhases(names, atOnce) {
  const waiting = names.filter((name) => chosen.includes(name));
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      all.push(await runPhase(name));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const besides = runPhases(background, 1);
for (const group of groups) await runPhases(group, availableParallelism());
await besides;

const failures = all.flatMap((result) => result.failures);
for (const { title, message } of failures) console.log(`\n✘ ${title}\n${message}`);
if (failures.length > 0) console.log();
console.log(`${all.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
