#!/usr/bin/env node
// Speaks desktop VS Code's command line, and runs the VS Code server with a headless Chromium instead:
//   launcher.mjs --extensionDevelopmentPath=EXT [--extensionDevelopmentPath=ANOTHER]
//     --extensionTestsPath=MODULE [--disable-workspace-trust] [FOLDER]
// Prints what the extension host prints and ends with the tests' own exit code, as desktop VS Code does.
import { cp, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.mjs';
import { exitOnSignals } from './process.mjs';
import { startServer } from './server.mjs';
import { oldestServer } from './serverInstall.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const mark = '[test] ';
const limitMs = Number(process.env.REVOX_TEST_LIMIT_MS ?? 300_000);

exitOnSignals();
const args = process.argv.slice(2);
/** @param {string} name */
const options = (name) =>
  args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
/** @param {string} name */
const option = (name) => options(name)[0];
const [extension, ...others] = options('extensionDevelopmentPath');
const tests = option('extensionTestsPath');
const userData = option('user-data-dir');
const folder = args.find((arg) => !arg.startsWith('-'));
if (extension === undefined || tests === undefined)
  throw new Error('Name the extension and its tests: --extensionDevelopmentPath=… --extensionTestsPath=…');

/** @type {unknown} */
const settings = JSON.parse(
  await readFile(join(userData ?? '', 'User', 'settings.json'), 'utf8').catch(() => '{}'),
);
// a window in the browser takes one extension in development; the others are there as if they were installed
const installed = await temporaryFolder('extensions');
for (const other of others) await cp(other, join(installed.path, basename(other)), { recursive: true });
const server = await startServer({
  extensionsDir: installed.path,
  settings: /** @type {object} */ (settings),
  version: oldestServer,
  trustAll: args.includes('--disable-workspace-trust'),
  env: { ...process.env, REVOX_TEST_MARK: mark },
});
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
const page = await browser.newPage();

let printed = /** @type {boolean} */ (false);
/** @type {(code: number | string) => void} */
let finish = () => undefined;
/** @type {Promise<number | string>} */
const finished = new Promise((done) => (finish = done));
await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => finish(code));
await page.exposeFunction(
  'codeAutomationLog',
  (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
    // the workbench logs here as well; what carries the mark comes from the tests
    const [text] = values;
    if (typeof text !== 'string' || !text.startsWith(mark)) return;
    printed = true;
    (type === 'error' ? process.stderr : process.stdout).write(`${text.slice(mark.length)}\n`);
  },
);
page.once('crash', () => finish('The browser page crashed.'));
browser.once('disconnected', () => finish('The browser ended.'));

/** @param {string} path */
const remote = (path) => `vscode-remote://${server.authority}${resolve(path)}`;
const payload = [
  ['extensionDevelopmentPath', remote(extension)],
  ['extensionTestsPath', remote(tests)],
  ['skipWelcome', 'true'],
];
const query = new URLSearchParams({ payload: JSON.stringify(payload) });
if (folder !== undefined) query.set('folder', resolve(folder));
else query.set('ew', 'true'); // an empty window
await page.goto(`${server.url}?${query.toString()}`);

const timer = setTimeout(() => finish(`The tests did not end within ${limitMs / 1000} s.`), limitMs);
const result = await finished;
clearTimeout(timer);
if (result !== 0) {
  console.error(typeof result === 'string' ? result : `The tests ended with ${result}.`);
  if (typeof result === 'string' || !printed) console.error(await server.readLogs());
}
await browser.close();
await server.stop();
await installed.remove();
process.exitCode = typeof result === 'number' ? result : 1;
