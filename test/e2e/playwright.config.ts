import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { projectRoot } from '../host/projectRoot.mjs';
import { newestServer, oldestServer } from '../host/serverInstall.mjs';

const out = join(projectRoot, 'out', 'e2e');
const cores = Math.min(4, availableParallelism());
/** Tests that leave the core idle most of the time: they wait for deadlines, and for calls of the sandbox. */
const waiting = /@waits/;

export default defineConfig<object, { vscodeVersion: typeof oldestServer | typeof newestServer }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(out, 'artifacts'),
  // One window a core. With more, VS Code answers so late that gestures meet what is still being drawn.
  // And one test more, which mostly waits.
  workers: cores + 1,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(out, 'results.json') }]],
  use: { actionTimeout: 20_000 },
  projects: [
    { name: 'vscode-1.100-waits', use: { vscodeVersion: oldestServer }, workers: 1, grep: waiting },
    { name: 'vscode-1.100', use: { vscodeVersion: oldestServer }, workers: cores, grepInvert: waiting },
    {
      name: 'vscode-newest',
      use: { vscodeVersion: newestServer },
      workers: cores,
      // what an update of VS Code could break: that the extension starts, its main job, its pages
      testMatch: /(mainJob|rows|transcript)\.spec\.ts$/,
      grepInvert: /four themes|a million rows|change in place|unsaved text/, // as they are in the oldest
    },
  ],
});
