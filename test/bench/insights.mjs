// How long a report takes beside the least that any reader must do, and how fast a search is:
//   node test/bench/insights.mjs [rows]
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const rows = Number(process.argv[2] ?? 100_000);
const out = join('out', 'bench');
mkdirSync(out, { recursive: true });
await build({
  entryPoints: ['test/bench/insightsRun.ts'],
  outfile: join(out, 'insightsRun.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  supported: { 'regexp-unicode-property-escapes': true },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
// A process of its own, whose garbage can be collected before memory is measured.
fork(join(out, 'insightsRun.mjs'), [String(rows)], { execArgv: ['--expose-gc'] });
