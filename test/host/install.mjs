// The packages of package-lock.json, installed when they are not there. Runs before any of them can be
// imported.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { projectRoot } from './projectRoot.mjs';

/** @typedef {{packages?: Record<string, {version?: string, optional?: boolean, peer?: boolean}>}} Lock */

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  try {
    /** @type {unknown} */
    const json = JSON.parse(readFileSync(path, 'utf8'));
    return /** @type {Lock} */ (json);
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. Versions are compared, not times: a checkout
 * touches the lock file without changing it.
 * @param {string} [root]
 */
export function packagesInstalled(root = projectRoot) {
  const wanted = readLock(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readLock(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  );
}

/** Runs `npm ci` if a package is missing or of another version; does nothing otherwise. */
export async function installPackages() {
  if (packagesInstalled()) return;
  console.log('Installing the npm packages of package-lock.json …');
  const { code, output } = await npm(['ci'], { cwd: projectRoot });
  if (code !== 0)
    throw new Error(
      `The npm packages could not be installed (npm ci ended with ${code}). Check the connection to the npm registry, then try again.\n${output.trim()}`,
    );
}
