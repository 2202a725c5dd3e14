import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProcess } from './process.mjs';

/** @param {string} name @returns {string | undefined} the program's path, if it is on PATH */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Installs Debian or Ubuntu packages, where that needs no password.
 * @param {readonly string[]} names
 * @param {string} purpose completes "… is needed to …"
 */
export async function installSystemPackages(names, purpose) {
  const list = names.join(' ');
  const remedy = `Install it with "sudo apt-get install ${list}" (or your system's own package manager), then try again.`;
  if (onPath('apt-get') === undefined || process.getuid?.() !== 0)
    throw new Error(`${list} is needed to ${purpose}. ${remedy}`);
  console.log(`Installing ${list} to ${purpose} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // another phase, or the system itself, may be installing something: dpkg allows one at a time
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = () =>
    runProcess('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], { env });
  let result = await install();
  if (result.code !== 0) {
    await runProcess('apt-get', ['update'], { env }); // a fresh machine has no package lists yet
    result = await install();
  }
  if (result.code !== 0)
    throw new Error(
      `${list} is needed to ${purpose}, and apt-get could not install it. ${remedy}\n${result.output.trim()}`,
    );
}
