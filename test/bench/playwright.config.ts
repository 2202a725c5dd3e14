import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { projectRoot } from '../host/projectRoot.mjs';
import { newestServer, oldestServer } from '../host/serverInstall.mjs';

/** `REVOX_BENCH_VSCODE=newest npm run bench:host` measures in the newest VS Code instead of the oldest. */
const vscodeVersion = process.env.REVOX_BENCH_VSCODE === 'newest' ? newestServer : oldestServer;

/** `npm run bench:host`: one window at a time, so that nothing but the machine itself disturbs it. */
export default defineConfig<object, { vscodeVersion: typeof vscodeVersion }>({
  testDir: '.',
  testMatch: 'host.spec.ts',
  outputDir: join(projectRoot, 'out', 'bench'),
  workers: 1,
  timeout: 1_800_000,
  expect: { timeout: 60_000 },
  reporter: 'line',
  use: { actionTimeout: 60_000, vscodeVersion },
});
