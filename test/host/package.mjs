// npm run package: the production build, packed as out/revox-campaigns.vsix; fails when it has grown beyond
// its budget
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { writeNotices } from './notices.mjs';
import { overBudget } from './sizes.mjs';

/** The packaged extension. */
export const vsix = join(projectRoot, 'out', 'revox-campaigns.vsix');

/**
 * Builds and packs; an older package is gone also when that fails.
 * @param {{show?: boolean}} [options] show: print what the tools say as they say it
 * @returns {Promise<{code: number, output: string}>}
 */
export async function packageExtension({ show = false } = {}) {
  const options = { cwd: projectRoot, show };
  await rm(vsix, { force: true });
  await mkdir(join(projectRoot, 'out'), { recursive: true });
  const built = await runProcess(process.execPath, ['esbuild.mjs', '--production'], options);
  if (built.code !== 0) return built;
  await writeNotices();
  const vsce = join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const packed = await runProcess(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--out', vsix],
    options,
  );
  if (packed.code !== 0) return packed;
  const over = (await overBudget(vsix)).join('\n');
  if (over !== '' && show) console.error(over);
  return over === '' ? packed : { code: 1, output: over };
}

if (process.argv[1] === import.meta.filename) {
  exitOnSignals();
  process.exitCode = (await packageExtension({ show: true })).code;
}
