// A running VS Code server with a life of its own: fresh data, a free port, an end for all its processes.
import { createServer } from 'node:net';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runProcess, startProcess } from './process.mjs';
import { installServer } from './serverInstall.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** @typedef {import('./serverInstall.mjs').ServerVersion} ServerVersion */
/**
 * @typedef {{url: string, authority: string, version: ServerVersion, profile: string,
 * readLogs: () => Promise<string>, writeSettings: (settings: object) => Promise<void>,
 * writeKeybindings: (keybindings: readonly object[]) => Promise<void>, stop: () => Promise<void>}} Server
 */

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string')
    throw new Error('No free port was found on 127.0.0.1.');
  return address.port;
}

/**
 * Everything that the extension host and the server logged, newest last.
 * @param {string} dataDir
 * @returns {Promise<string>}
 */
async function readLogsBelow(dataDir) {
  const names = await readdir(join(dataDir, 'data', 'logs'), { recursive: true }).catch(() => []);
  const parts = [];
  for (const name of names.sort()) {
    if (!name.endsWith('.log') || /telemetry|[/\\]vscode\./i.test(name)) continue;
    const text = await readFile(join(dataDir, 'data', 'logs', name), 'utf8');
    if (text.trim() !== '') parts.push(`==> ${name}\n${text.trim()}`);
  }
  return parts.join('\n\n');
}

/**
 * Installs a packaged extension into a folder of extensions that servers can then be started with.
 * @param {{version: ServerVersion, vsix: string, extensionsDir: string}} options
 */
export async function installExtension({ version, vsix, extensionsDir }) {
  const { node, main } = await installServer(version);
  const data = await temporaryFolder('install');
  const { code, output } = await runProcess(node, [
    ...[main, '--accept-server-license-terms', '--server-data-dir', data.path],
    ...['--extensions-dir', extensionsDir, '--install-extension', vsix],
  ]);
  await data.remove();
  // the server's command line ends with 0 also when it refused the extension
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`VS Code ${version} refused to install ${vsix}.\n${output.trim()}`);
}

/** What the tests see of VS Code's own extensions: themes, icons, JSON and Markdown. */
const usedExtensions = [
  'configuration-editing',
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-seti',
];

/**
 * Puts links to the few extensions of VS Code that tests need into a folder. A window that starts with all
 * hundred of them takes 2 s of processor time more.
 * @param {ServerVersion} version
 * @param {string} folder an empty one
 */
export async function linkBuiltInExtensions(version, folder) {
  const { main } = await installServer(version);
  const all = join(dirname(main), '..', 'extensions');
  for (const name of usedExtensions) await symlink(join(all, name), join(folder, name), 'dir');
}

/**
 * Starts a server on the loopback interface and waits until it answers.
 * @param {object} options
 * @param {ServerVersion} options.version
 * @param {string} [options.extensionsDir] installed extensions; none but the built-in ones if not given
 * @param {string | undefined} [options.builtInExtensionsDir] in place of VS Code's own; see
 * `linkBuiltInExtensions`
 * @param {boolean} [options.trustAll] open every folder as trusted, without Restricted Mode
 * @param {string} [options.token] asked for in the address; without one, any program of this machine may
 * connect
 * @param {number} [options.port]
 * @param {object} [options.settings] User settings, application-scope ones too
 * @param {NodeJS.ProcessEnv} [options.env] what the extension host sees, too
 * @returns {Promise<Server>}
 */
export async function startServer({
  version,
  extensionsDir,
  builtInExtensionsDir,
  trustAll = false,
  token,
  port,
  settings = {},
  env = process.env,
}) {
  const { node, main } = await installServer(version);
  const data = await temporaryFolder('vscode');
  const dataDir = data.path;
  // this server keeps User settings, application-scope ones too, in a file, and reads it when a window opens
  const userDir = join(dataDir, 'data', 'User');
  await mkdir(userDir, { recursive: true });
  const writeUserFile = (/** @type {string} */ name) => (/** @type {object} */ values) =>
    writeFile(join(userDir, name), JSON.stringify(values, undefined, 2));
  const writeSettings = writeUserFile('settings.json');
  await writeSettings(settings);
  const chosenPort = port ?? (await freePort());
  const server = startProcess(
    node,
    [
      ...[main, '--host', '127.0.0.1', '--port', String(chosenPort), '--accept-server-license-terms'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir ?? join(dataDir, 'extensions')],
      ...['--telemetry-level', 'off'],
      '--force-disable-user-env', // no login shell is started to find out its environment
      ...(builtInExtensionsDir === undefined ? [] : ['--builtin-extensions-dir', builtInExtensionsDir]),
      ...(trustAll ? ['--disable-workspace-trust'] : []),
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ],
    { cwd: dataDir, env: { ...env, NODE_OPTIONS: '' } },
  );
  const stop = async () => {
    await server.stop();
    await data.remove();
  };
  const listening = new Promise((resolve) => {
    const look = () => {
      if (server.output().includes('Extension host agent listening')) resolve(undefined);
    };
    server.child.stdout?.on('data', look);
    server.child.stderr?.on('data', look);
  });
  const ended = server.exited.then((code) => {
    throw new Error(
      `The VS Code ${version} server ended with ${code} before it was ready.\n${server.output().trim()}`,
    );
  });
  try {
    await Promise.race([listening, ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  ended.catch(() => undefined); // its end is expected from now on
  const authority = `127.0.0.1:${chosenPort}`;
  return {
    version,
    authority,
    url: `http://${authority}/`,
    /** Folder of all that VS Code stores and logs. */
    profile: join(dataDir, 'data'),
    readLogs: async () => `${await readLogsBelow(dataDir)}\n\n==> server output\n${server.output().trim()}\n`,
    writeSettings,
    writeKeybindings: writeUserFile('keybindings.json'),
    stop,
  };
}
