// Programs that take all their children with them: VS Code's server and Chromium start a dozen processes
// each.
import { spawn, spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * @typedef {{child: import('node:child_process').ChildProcess, output: () => string, exited: Promise<number>,
 * stop: () => Promise<void>}} Started
 */

/** @type {Set<() => void>} */
const running = new Set();
process.once('exit', () => {
  for (const end of running) end();
});

/**
 * Makes Ctrl-C and a polite kill run the 'exit' handlers above. For command-line entry points only: inside
 * a Playwright worker the test runner owns the signals.
 */
export function exitOnSignals() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]))
    process.on(signal, () => process.exit(code));
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, signal);
  } catch {
    // gone already
  }
}

/**
 * Starts a program in a process group of its own; the group ends with stop() or with this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, inBackground?: boolean, onOutput?: (text: string) => void}}
 * [options] inBackground: it and all that it starts get only the processor time that others leave
 * @returns {Started}
 */
export function startProcess(command, args, { cwd, env = process.env, inBackground, onOutput } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (inBackground === true && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  const collect = (/** @type {string} */ text) => {
    output = (output + text).slice(-4_000_000);
    onOutput?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);

  // asked, not forced: a program of ours that is told to end has programs of its own to end
  const end = () => signalGroup(child.pid, 'SIGTERM');
  running.add(end);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    const settle = (/** @type {number} */ code) => {
      running.delete(end);
      resolve(code);
    };
    child.once('error', (error) => {
      collect(`${command} could not be started: ${error.message}\n`);
      settle(127);
    });
    child.once('close', (code) => settle(code ?? 128));
  });

  const stop = async () => {
    const kill = () => signalGroup(child.pid, 'SIGKILL');
    end();
    const timer = setTimeout(kill, 3000);
    await exited;
    clearTimeout(timer);
    kill(); // grandchildren that outlived their parent
  };
  return { child, output: () => output, exited, stop };
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, inBackground?: boolean, show?: boolean}} [options] show:
 * print its output as it comes; inBackground: see `startProcess`
 * @returns {Promise<{code: number, output: string}>}
 */
export async function runProcess(command, args, { show = false, ...options } = {}) {
  const started = startProcess(command, args, {
    ...options,
    ...(show ? { onOutput: (text) => void process.stdout.write(text) } : {}),
  });
  const code = await started.exited;
  return { code, output: started.output() };
}
