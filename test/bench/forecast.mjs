// How long the forecast of a million contacts in forty zones takes, and how long it holds the thread at once.
//   npm run bench:plan [-- 1000000]
// Times are this machine's, and processor time: other programs do not count.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';

await build({
  entryPoints: ['test/bench/planned.ts'],
  outfile: 'out/bench/planned.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
});
execFileSync(process.execPath, ['out/bench/planned.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
