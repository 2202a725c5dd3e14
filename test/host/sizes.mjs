// What is shipped, and what is loaded at every start of VS Code, has a budget: nothing grows without anybody
// noticing.
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/**
 * In thousands of bytes. `activation` is what the start of a window waits for, `application` what is loaded
 * right behind it. dist/check.js is a file of its own with all it needs: 190 of the package.
 * The words that refuse calls in sixty languages are in it twice.
 */
const budgets = { package: 1140, activation: 10, application: 200 };

/**
 * The files that are loaded with a module, itself included: all but what it gets by import().
 * @param {string} file
 * @param {Set<string>} [found]
 * @returns {Promise<Set<string>>}
 */
async function loadedWith(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = await readFile(file, 'utf8');
  for (const [, path] of code.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g))
    await loadedWith(join(dirname(file), path ?? ''), found);
  return found;
}

/** @param {Iterable<string>} files */
async function kilobytes(files) {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return Math.ceil(bytes / 1000);
}

/**
 * What is over its budget in a production build and its package, a sentence each.
 * @param {string} vsix
 * @returns {Promise<string[]>}
 */
export async function overBudget(vsix) {
  const dist = join(projectRoot, 'dist');
  const sizes = {
    package: await kilobytes([vsix]),
    activation: await kilobytes(await loadedWith(join(dist, 'extension.js'))),
    application: await kilobytes(await loadedWith(join(dist, 'application.js'))),
  };
  const remedies = {
    package: '',
    activation: ' The entry file registers names and imports nothing else.',
    application: ' What only a command or a page needs can wait for import().',
  };
  const parts = /** @type {(keyof typeof budgets)[]} */ (Object.keys(budgets));
  return parts
    .filter((part) => sizes[part] > budgets[part])
    .map(
      (part) => `The ${part} has ${sizes[part]} kB, and its budget is ${budgets[part]} kB.${remedies[part]}`,
    );
}
