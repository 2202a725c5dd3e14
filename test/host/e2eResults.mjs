import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{title: string, file: string, specs?: Spec[], suites?: Suite[]}} Suite */
/** @typedef {'expected' | 'unexpected' | 'skipped'} Status */
/**
 * @typedef {{title: string, tests: {projectName: string, status: Status,
 * results: {errors?: {message?: string}[]}[]}[]}} Spec
 */

/** @param {Suite} suite @returns {Spec[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * Reads what Playwright's json reporter writes.
 * @param {string} path
 * @returns {Promise<import('./mochaResults.mjs').Results | undefined>} undefined if there is no such file
 */
export async function readE2eResults(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  /** @type {unknown} */
  const json = JSON.parse(text);
  const report = /** @type {{suites: Suite[], errors: {message?: string}[]}} */ (json);
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap(({ title, tests }) =>
      tests.map((test) => ({ ...test, title: `[${test.projectName}] ${title}` })),
    );
  const failed = tests.filter(({ status }) => status === 'unexpected');
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failures: [
      ...failed.map(({ title, results }) => ({
        title,
        message: stripVTControlCharacters(
          results.at(-1)?.errors?.[0]?.message ?? 'It failed without a message.',
        ),
      })),
      ...report.errors.map(({ message }) => ({ title: 'e2e', message: message ?? 'Playwright failed.' })),
    ],
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}
