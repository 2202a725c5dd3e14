// npm run soak [-- --minutes N --campaigns N --seed N]: windows that open, work and close for an hour, with
// faults, against the sandbox. Fails when anything of them is left.
import { join } from 'node:path';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

/**
 * @param {readonly string[]} args of test/soak/main.ts
 * @param {boolean} [show] its output as it comes
 */
export async function runSoak(args, show = false) {
  const built = await runProcess(process.execPath, ['esbuild.mjs', '--only=soak', '--quiet'], {
    cwd: projectRoot,
    show,
  });
  if (built.code !== 0) return built;
  const program = join('out', 'test', 'soak', 'main.js');
  return runProcess(process.execPath, ['--expose-gc', program, ...args], { cwd: projectRoot, show });
}

if (process.argv[1] === import.meta.filename) {
  exitOnSignals();
  process.exitCode = (await runSoak(process.argv.slice(2), true)).code;
}
