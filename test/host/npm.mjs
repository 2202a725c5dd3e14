import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runProcess } from './process.mjs';

/**
 * npm without what an outer `npm test` left in the environment for its own package.
 * @param {NodeJS.ProcessEnv} [extra]
 */
function cleanEnvironment(extra) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)/.test(name) &&
        name !== 'INIT_CWD',
    ),
  );
  return { ...env, npm_config_update_notifier: 'false', ...extra };
}

/** npm's own script, which also Windows can run without a shell. */
function npmScript() {
  const candidates = [
    process.env.npm_execpath ?? '',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}

/**
 * Runs npm to its end, with another Node if asked: what npm compiles is then made for that Node.
 * @param {readonly string[]} args
 * @param {{cwd: string, node?: string, env?: NodeJS.ProcessEnv, inBackground?: boolean,
 * show?: boolean}} options inBackground: see `startProcess`
 */
export function npm(args, { cwd, node = process.execPath, env, ...options }) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const clean = cleanEnvironment({ ...env, PATH: dirname(node) + delimiter + (process.env.PATH ?? '') });
  const script = npmScript();
  return script === undefined
    ? runProcess('npm', [...args, ...quiet], { cwd, env: clean, ...options })
    : runProcess(node, [script, ...args, ...quiet], { cwd, env: clean, ...options });
}
