import { readFile } from 'node:fs/promises';

/** @typedef {{fullTitle: string, err: {message?: string, stack?: string}}} Failure */
/** @typedef {{stats: {passes: number}, failures: Failure[], pending: {fullTitle: string}[]}} MochaReport */
/** @typedef {{passed: number, failures: {title: string, message: string}[], skipped: string[]}} Results */

/**
 * Reads what test/host/mochaWorker.mjs and test/integration/run.ts write.
 * @param {string} path
 * @returns {Promise<Results | undefined>} undefined if there is no such file
 */
export async function readMochaResults(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  /** @type {unknown} */
  const json = JSON.parse(text);
  const { stats, failures, pending } = /** @type {MochaReport} */ (json);
  return {
    passed: stats.passes,
    failures: failures.map(({ fullTitle, err }) => ({
      title: fullTitle,
      message: err.stack ?? err.message ?? 'It failed without a message.',
    })),
    skipped: pending.map(({ fullTitle }) => fullTitle),
  };
}

/**
 * Notes what becomes of the tests of a runner, as `readMochaResults` reads it.
 * @param {import('mocha').Runner} runner
 * @param {MochaReport} report to which it is added
 */
export function noteResults(runner, { stats, failures, pending }) {
  runner.on('pass', () => {
    stats.passes++;
  });
  runner.on('pending', (test) => void pending.push({ fullTitle: test.fullTitle() }));
  runner.on('fail', (test, /** @type {Error} */ { message, stack = message }) => {
    failures.push({ fullTitle: test.fullTitle(), err: { message, stack } });
  });
}
