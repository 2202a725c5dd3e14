// Packages the extension and drives it in a real workbench:
//   node test/host/e2e.mjs [Playwright's options, such as --project=vscode-1.100, or a part of a file's name]
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { packageExtension } from './package.mjs';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

/**
 * Runs Playwright on the packaged extension that is there.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runPlaywright(args) {
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
}
