// npm run fuzz [-- tries]: what comes from outside, tried far more often than by npm test, with new values
// each time.
import { join } from 'node:path';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

const [tries = '20000'] = process.argv.slice(2);

exitOnSignals();
const built = await runProcess(process.execPath, ['esbuild.mjs', '--only=hostile', '--quiet'], {
  cwd: projectRoot,
  show: true,
});
if (built.code !== 0) process.exit(built.code);
const mocha = join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
const { code } = await runProcess(
  process.execPath,
  [mocha, 'out/test/hostile.js', '--grep', '^hostile input'],
  {
    cwd: projectRoot,
    env: { ...process.env, REVOX_FUZZ_RUNS: tries, REVOX_PROPERTY_SEED: 'random' },
    show: true,
  },
);
process.exitCode = code;
