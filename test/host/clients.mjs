// npm run clients [-- version …]: uses the sandbox through the official Python clients, each of its own
// generation, and uses services made from the models of those clients through the extension's own code.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mochaInNode } from './mochaInNode.mjs';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startSandbox } from './sandbox.mjs';
import { installSystemPackages, onPath } from './systemPackages.mjs';

/** @typedef {import('./mochaResults.mjs').Results} Results */

/** Each operation by itself, and long sequences after which all answers have to agree. */
const suiteKinds = /** @type {const} */ (['client', 'sequences']);
/** The newest client of each generation; the sandbox has a revision of the same name. */
const clientVersions = /** @type {const} */ (['0.1.1', '0.3.0', '0.5.0']);
/** Those whose models `reference_service.py` makes a service of. */
const referenceVersions = ['0.3.0', '0.5.0'];
const sources = join(projectRoot, 'test', 'clients');
const constraints = join(sources, 'constraints.txt');
const isWindows = process.platform === 'win32';

/** @returns {Promise<string | undefined>} a Python of 3.9 or newer that can make environments */
async function findPython() {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))';
  for (const name of ['python3', 'python', 'python3.exe', 'python.exe']) {
    const path = onPath(name);
    if (path !== undefined && (await runProcess(path, ['-c', check])).code === 0) return path;
  }
  return undefined;
}

/** Installs Python where that needs no password. @returns {Promise<string | undefined>} */
async function python() {
  const found = await findPython();
  if (found !== undefined) return found;
  try {
    await installSystemPackages(['python3', 'python3-venv'], 'try the official Python clients');
  } catch (error) {
    if (process.env.CI !== undefined) throw error;
  }
  return findPython();
}

/**
 * An environment with one version of the client, made once.
 * @param {string} interpreter
 * @param {string} version
 * @returns {Promise<string>} its Python
 */
async function environmentOf(interpreter, version) {
  const folder = join(projectRoot, '.vscode-test', 'clients', version);
  const program = join(folder, isWindows ? 'Scripts' : 'bin', isWindows ? 'python.exe' : 'python');
  const stamp = join(folder, 'installed.txt');
  const wanted = `revox==${version}\n${await readFile(constraints, 'utf8')}`;
  const present = existsSync(stamp) && existsSync(program) ? await readFile(stamp, 'utf8') : '';
  if (present === wanted) return program;
  console.log(`Installing the client revox ${version} …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await done(runProcess(interpreter, ['-m', 'venv', folder]), 'The environment could not be made.');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  await done(
    runProcess(program, [...install, '--constraint', constraints, `revox==${version}`]),
    `The client revox ${version} could not be installed. Check the connection to PyPI, then try again.`,
  );
  await writeFile(stamp, wanted);
  return program;
}

/** @param {Promise<{code: number, output: string}>} running @param {string} sentence */
async function done(running, sentence) {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`${sentence}\n${output.trim()}`);
}

/**
 * The suite of one client, on a sandbox of its own.
 * @param {string} program
 * @param {string} version
 * @param {string} kind
 * @returns {Promise<Results>}
 */
async function runSuite(program, version, kind) {
  // Sequences compare all that is there: samples would only make that slow.
  const args = kind === 'sequences' ? ['--empty'] : [];
  const sandbox = await startSandbox({ clock: 'stepped', revision: version, args });
  try {
    const suite = join(sources, `${kind}_${version.replaceAll('.', '_')}.py`);
    const { code, output } = await runProcess(program, [suite], {
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: '1',
        REVOX_SANDBOX_KEY: sandbox.key,
        REVOX_SANDBOX_URL: sandbox.baseUrl,
      },
    });
    return resultsOf(version, code, output);
  } finally {
    await sandbox.stop();
  }
}

/**
 * @param {string} version
 * @param {number} code
 * @param {string} output
 * @returns {Results}
 */
function resultsOf(version, code, output) {
  const last = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{"passed"'))
    return {
      passed: 0,
      failures: [{ title: `client ${version} could not run`, message: output.trim().slice(-20_000) }],
      skipped: [],
    };
  /** @type {unknown} */
  const said = JSON.parse(last);
  const { passed, failures } = /** @type {Pick<Results, 'passed' | 'failures'>} */ (said);
  const named = failures.map(({ title, message }) => ({ title: `client ${version}: ${title}`, message }));
  return { passed, failures: named, skipped: [] };
}

/**
 * The extension's own code on services made from the models of the clients.
 * @param {Readonly<Record<string, string | undefined>>} programs the Python of each version
 * @returns {Promise<Results>}
 */
async function runReference(programs) {
  const named = Object.entries(programs).filter(([version]) => referenceVersions.includes(version));
  if (named.length === 0) return { passed: 0, failures: [], skipped: [] };
  process.env.REVOX_CLIENT_PYTHONS = JSON.stringify(Object.fromEntries(named));
  return mochaInNode('clients');
}

/**
 * Builds the sandbox and runs the suites of these clients side by side.
 * @param {readonly string[]} [versions]
 * @returns {Promise<Results>}
 */
export async function runClients(versions = clientVersions) {
  const interpreter = await python();
  if (interpreter === undefined)
    return { passed: 0, failures: [], skipped: ['there is no Python 3.9 with venv on this machine'] };
  const built = await runProcess(process.execPath, ['esbuild.mjs', '--only=host', '--quiet'], {
    cwd: projectRoot,
  });
  if (built.code !== 0)
    return {
      passed: 0,
      failures: [{ title: 'The sandbox was not built', message: built.output }],
      skipped: [],
    };
  // One installation after the other, as pip's cache wants it.
  /** @type {string[]} */
  const programs = [];
  for (const version of versions) programs.push(await environmentOf(interpreter, version));
  const parts = await Promise.all([
    ...programs.flatMap((program, index) =>
      suiteKinds.map((kind) => runSuite(program, versions[index] ?? '', kind)),
    ),
    runReference(Object.fromEntries(versions.map((version, index) => [version, programs[index]]))),
  ]);
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failures: parts.flatMap(({ failures }) => failures),
    skipped: [],
  };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  const named = process.argv.slice(2);
  const { passed, failures, skipped } = await runClients(named.length === 0 ? clientVersions : named);
  for (const { title, message } of failures) console.log(`\n✘ ${title}\n${message}`);
  if (skipped.length > 0) console.log(`Left out: ${skipped.join('; ')}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
