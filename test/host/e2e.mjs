// Packages the extension and drives it in a real workbench:
//   node test/host/e2e.mjs [Playwright's options, such as --project=vscode-1.100, or a part of a file's name]
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { installPackages } from './install.mjs';
import { leftoversFolder, searchLeftovers } from './leftovers.mjs';
import { packageExtension } from './package.mjs';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

/**
 * Searches the profiles, logs, storage and pages of all tests for what must not be there, then removes them.
 * @returns {Promise<import('./mochaResults.mjs').Results>}
 */
export async function leftoversPhase() {
  const { searched, leftovers } = await searchLeftovers(leftoversFolder);
  const failures = leftovers.map(({ file, kind }) => ({
    title: `leftovers: ${file}`,
    message: `It holds ${kind}.`,
  }));
  if (searched === 0) failures.push({ title: 'leftovers', message: 'No test has left anything to search.' });
  if (failures.length === 0) await rm(leftoversFolder, { recursive: true, force: true });
  return { passed: failures.length === 0 ? 1 : 0, failures, skipped: [] };
}

/**
 * Runs Playwright on the packaged extension that is there.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runPlaywright(args) {
  await rm(leftoversFolder, { recursive: true, force: true });
  const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const config = join(projectRoot, 'test', 'e2e', 'playwright.config.ts');
  const { code } = await runProcess(process.execPath, [cli, 'test', '--config', config, ...args], {
    cwd: projectRoot,
    show: true,
  });
  return code;
}

if (process.argv[1] === import.meta.filename) {
  exitOnSignals();
  await installPackages();
  const { code, output } = await packageExtension();
  if (code !== 0) console.error(output.trim());
  process.exitCode = code === 0 ? await runPlaywright(process.argv.slice(2)) : code;
  if (code === 0) {
    const { failures } = await leftoversPhase();
    for (const { title, message } of failures) console.error(`✘ ${title}: ${message}`);
    if (failures.length > 0) process.exitCode = 1;
  }
}
