import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

/** @typedef {{baseUrl: string, key: string, output: () => string, stop: () => Promise<void>}} Sandbox */

/**
 * Starts the sandbox as a program of its own (build it first) and waits until it listens.
 * @param {{key?: string, clock?: string, seed?: number, port?: number, revision?: string, args?: readonly
 * string[]}} [options]
 *   clock: 'real', 'fast' or a factor; key: a random one if not given; revision: of the API, '0.5.0' if not
 *   given; args: more of its options
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox({
  key,
  clock = 'fast',
  seed = 1,
  port = 0,
  revision = '0.5.0',
  args = [],
} = {}) {
  const script = join(projectRoot, 'dist', 'sandbox.js');
  if (!existsSync(script))
    throw new Error('The sandbox is not built (dist/sandbox.js). Run "npm run build" first.');
  const process_ = startProcess(process.execPath, [
    ...[script, '--port', String(port), '--key', key ?? `sandbox_${randomBytes(12).toString('hex')}`],
    ...['--clock', clock, '--seed', String(seed), '--revision', revision, ...args],
  ]);
  /** @type {Promise<string>} */
  const firstLine = new Promise((resolve) => {
    process_.child.stdout?.on('data', () => {
      const [line, rest] = process_.output().split('\n', 2);
      if (line !== undefined && rest !== undefined) resolve(line);
    });
  });
  const ended = process_.exited.then((code) => {
    throw new Error(`The sandbox ended with ${code} before it listened.\n${process_.output().trim()}`);
  });
  const line = await Promise.race([firstLine, ended]);
  ended.catch(() => undefined); // its end is expected from now on
  /** @type {unknown} */
  const said = JSON.parse(line);
  return {
    .../** @type {{baseUrl: string, key: string}} */ (said),
    output: process_.output,
    stop: process_.stop,
  };
}
