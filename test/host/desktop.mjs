// Whether desktop VS Code can be had on this machine, or the server of the npm registry takes its place.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** The desktop VS Code that tests run in: the oldest that package.json's `engines` promises. */
export const desktopVersion = '1.100.0';
const reachableMs = 3000;

/** Whether a window could be opened. @returns {boolean} */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function canDownload() {
  try {
    const address = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(address, { signal: AbortSignal.timeout(reachableMs) })).ok;
  } catch {
    return false;
  }
}

/** @typedef {{kind: 'desktop' | 'server', why: string}} Host */

/** @returns {Promise<Host>} */
async function choose() {
  const wish = process.env.REVOX_HOST;
  if (wish === 'desktop' || wish === 'server') return { kind: wish, why: `REVOX_HOST is ${wish}` };
  if (!hasDisplay()) return { kind: 'server', why: 'there is no display for a desktop window' };
  const folder = `vscode-${process.platform === 'win32' ? 'win32-x64-archive' : process.platform}`;
  const names = [`${folder}-${desktopVersion}`, `${folder}-${process.arch}-${desktopVersion}`];
  if (names.some((name) => existsSync(join(projectRoot, '.vscode-test', name))))
    return { kind: 'desktop', why: 'it was downloaded before' };
  if (await canDownload()) return { kind: 'desktop', why: 'it can be downloaded' };
  return { kind: 'server', why: 'desktop VS Code can not be downloaded here' };
}

/** @type {Promise<Host> | undefined} */
let chosen;

/** Which VS Code to run; decided once a run. @returns {Promise<Host>} */
export function chooseHost() {
  chosen ??= choose();
  return chosen;
}
