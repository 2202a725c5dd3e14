// node mochaWorker.mjs BUNDLE CLAIMS OUTPUT [--exit]: runs test files of a bundle one after the other, each
// in a mocha of its own, until all are taken. Processes with the same folder CLAIMS share the files, so that
// none of them is idle while another has files left. --exit: does not wait for what still waits at the end.
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { noteResults } from './mochaResults.mjs';
import { projectRoot } from './projectRoot.mjs';

const [bundle = '', claims = '', output = '', ...rest] = process.argv.slice(2);
/** @type {unknown} */
const options = JSON.parse(readFileSync(join(projectRoot, '.mocharc.json'), 'utf8'));

/**
 * Takes a file, unless another process has: only one can create a file of that name.
 * @param {number} file
 */
function claim(file) {
  try {
    closeSync(openSync(join(claims, String(file)), 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @type {import('./mochaResults.mjs').MochaReport} */
const report = { stats: { passes: 0 }, failures: [], pending: [] };
/** @type {unknown} */
const loaded = await import(pathToFileURL(resolve(bundle)).href);
const { files } = /** @type {{files: Readonly<Record<string, () => Promise<unknown>>>}} */ (loaded);
mkdirSync(claims, { recursive: true });
let current = '';
const unhandled = new WeakSet();
// mocha itself lets them pass, and emits them a second time
process.on('unhandledRejection', (reason, promise) => {
  if (unhandled.has(promise)) return;
  unhandled.add(promise);
  const { stack = '' } = reason instanceof Error ? reason : new Error(String(reason));
  report.failures.push({ fullTitle: `${current}: a promise is rejected that nobody awaits`, err: { stack } });
});
for (const [index, [file, load]] of Object.entries(files).entries()) {
  if (!claim(index)) continue;
  current = file;
  const mocha = new Mocha({
    .../** @type {import('mocha').MochaOptions} */ (options),
    reporter: Mocha.reporters.Base,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  await new Promise((done) => noteResults(mocha.run(done), report));
  mocha.dispose();
}
writeFileSync(output, JSON.stringify(report));
if (rest.includes('--exit')) process.exit();
