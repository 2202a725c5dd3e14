import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from '../host/browser.mjs';
import { projectRoot } from '../host/projectRoot.mjs';

/** `npm run bench:host`: one window at a time, so that nothing but the machine itself disturbs it. */
export default defineConfig({
  testDir: '.',
  testMatch: 'host.spec.ts',
  outputDir: join(projectRoot, 'out', 'bench'),
  workers: 1,
  timeout: 1_800_000,
  expect: { timeout: 60_000 },
  reporter: 'line',
  use: { actionTimeout: 60_000, launchOptions: { executablePath: await findBrowser(), args: browserFlags } },
});
