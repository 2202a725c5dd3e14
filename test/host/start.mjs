// npm start: from a fresh clone to VS Code with the extension, a sandbox and a sample call list. Ctrl-C ends
// all of it.
//   npm start -- --check       does the main job by itself and ends with 0 or 1
//   npm start -- --port 8000   where VS Code in the browser listens, if that is what is used
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseHost, desktopVersion, hasDisplay } from './desktop.mjs';
import { runPlaywright } from './e2e.mjs';
import { testEnvironment } from './environment.mjs';
import { installPackages } from './install.mjs';
import { packageExtension, vsix } from './package.mjs';
import { exitOnSignals, startProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startSandbox } from './sandbox.mjs';
import { onPath } from './systemPackages.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const args = process.argv.slice(2);
const portAt = args.indexOf('--port');

/** Builds and packages the extension: what is opened is what ships. */
async function packageOrFail() {
  const { code, output } = await packageExtension();
  if (code !== 0) throw new Error(`The extension could not be built.\n${output.trim()}`);
}

/**
 * The `code` program, if desktop VS Code can be used here.
 * @returns {Promise<string | undefined>}
 */
async function desktopProgram() {
  if (process.env.REVOX_HOST === 'server') return undefined;
  const installed = onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (installed !== undefined && hasDisplay()) return installed;
  if ((await chooseHost()).kind === 'server') return undefined;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode(desktopVersion);
}

const settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
};

/**
 * @param {string} program
 * @param {{workspace: string, folder: string, env: NodeJS.ProcessEnv}} options
 */
async function openDesktop(program, { workspace, folder, env }) {
  const userData = join(folder, 'user-data');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  const options = [
    ...[`--extensionDevelopmentPath=${projectRoot}`, `--user-data-dir=${userData}`],
    ...[`--extensions-dir=${join(folder, 'extensions')}`, '--new-window', '--wait', workspace],
  ];
  if (process.platform === 'win32')
    spawn(
      `"${program}"`,
      options.map((option) => `"${option}"`),
      { env, shell: true, stdio: 'ignore' },
    );
  else startProcess(program, options, { env });
  return 'VS Code has opened in a window of its own.';
}

/** @param {{workspace: string, folder: string, env: NodeJS.ProcessEnv}} options */
async function openServer({ workspace, folder, env }) {
  const { installExtension, startServer } = await import('./server.mjs');
  const { oldestServer: version } = await import('./serverInstall.mjs');
  const extensionsDir = join(folder, 'extensions');
  await installExtension({ version, vsix, extensionsDir });
  const token = randomBytes(12).toString('hex');
  const server = await startServer({
    ...{ version, extensionsDir, token, settings, env },
    ...(portAt < 0 ? {} : { port: Number(args[portAt + 1]) }),
  });
  const address = `${server.url}?${new URLSearchParams({ tkn: token, folder: workspace }).toString()}`;
  if (hasDisplay()) {
    const { browserFlags, findBrowser } = await import('./browser.mjs');
    startProcess(await findBrowser(), [
      ...[
        ...browserFlags,
        `--user-data-dir=${join(folder, 'browser')}`,
        '--no-default-browser-check',
        address,
      ],
    ]);
  }
  return `VS Code ${version} runs here. Open it in a browser on this machine:\n  ${address}`;
}

async function run() {
  await installPackages();
  await packageOrFail();
  const sandbox = await startSandbox({ clock: 'fast' });
  const { path: folder } = await temporaryFolder('start');
  const workspace = join(folder, 'Call lists');
  await cp(join(projectRoot, 'test', 'fixtures', 'sample'), workspace, { recursive: true });

  // offered by the extension as a connection; a real key of this terminal is kept away from a trial
  const env = testEnvironment({ REVOX_API_KEY: sandbox.key, REVOX_BASE_URL: sandbox.baseUrl });
  const program = await desktopProgram();
  const options = { workspace, folder, env };
  const where = program === undefined ? await openServer(options) : await openDesktop(program, options);
  console.log(`
${where}

To begin: open "Revox Campaigns" in the activity bar and choose "Practise in the sandbox".
Then right-click call-list.csv in the Explorer to create a campaign. Nobody is called.

A sandbox for curl, until you press Ctrl-C:
  curl -H "Authorization: Bearer ${sandbox.key}" ${sandbox.baseUrl}/campaigns
`);
  await new Promise(() => setInterval(() => undefined, 1 << 30)); // until Ctrl-C
}

async function check() {
  await installPackages();
  await packageOrFail();
  await rm(join(projectRoot, 'out', 'screenshots'), { recursive: true, force: true });
  const code = await runPlaywright(['mainJob', '--project=vscode-1.100']);
  console.log(
    code === 0 ? 'The main job works. Screenshots: out/screenshots/' : 'The main job failed. See out/e2e/.',
  );
  return code;
}

exitOnSignals();
try {
  if (args.includes('--check')) process.exitCode = await check();
  else await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
