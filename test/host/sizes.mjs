// What is shipped, and what is loaded at every start of VS Code, has a budget: nothing grows without anybody noticing.
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** In thousands of bytes. dist/check.js is a file of its own with all it needs: 90 of them. */
const budgets = { package: 1000, activation: 200 };

/** The files that are loaded with a module, itself included: all but what it gets by import(). @param {string} file @param {Set<string>} [found] @returns {Promise<Set<string>>} */
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
  const packed = await kilobytes([vsix]);
  const loaded = await kilobytes(await loadedWith(join(projectRoot, 'dist', 'extension.js')));
  return [
    ...(packed > budgets.package
      ? [`The package has ${packed} kB, and its budget is ${budgets.package} kB.`]
      : []),
    ...(loaded > budgets.activation
      ? [
          `Activation loads ${loaded} kB, and its budget is ${budgets.activation} kB: what only a command or a page needs can wait for import().`,
        ]
      : []),
  ];
}
