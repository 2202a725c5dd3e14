import { fork, type ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { Connection } from '../core/connection.ts';
import { Emitter } from '../core/emitter.ts';
import type { Log } from '../core/ports.ts';

export interface RunningSandbox {
  readonly connection: Connection;
  readonly key: string;
}

const startMs = 15_000;

/**
 * The sandbox in a process of its own: it ends with the window, and a crash of it does not affect the
 * extension.
 */
export class SandboxProcess implements vscode.Disposable {
  readonly #script: vscode.Uri;
  readonly #log: Log;
  readonly #campaignEnded = new Emitter<void>();
  #child: ChildProcess | undefined;
  /** Concurrent calls share one start. */
  #starting: Promise<RunningSandbox> | undefined;

  /** Fires when a campaign of the sandbox has ended, so that it need not be polled. */
  readonly onDidEndCampaign = this.#campaignEnded.event;

  constructor(extensionUri: vscode.Uri, log: Log) {
    this.#script = vscode.Uri.joinPath(extensionUri, 'dist', 'sandbox.js');
    this.#log = log;
  }

  /** Starts it on a free port with a random key. `onExit` is called when it ends without being asked to. */
  start(onExit: () => void): Promise<RunningSandbox> {
    this.#starting ??= this.#start(onExit).finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start(onExit: () => void): Promise<RunningSandbox> {
    this.stop();
    const options = ['--clock', 'fast', '--revision', '0.5.0'];
    const child = fork(this.#script.fsPath, options, { silent: true, execArgv: [] });
    child.stderr?.on('data', (data: Buffer) => this.#log.warn(`sandbox: ${data.toString().trim()}`));
    let running: { baseUrl: string; key: string };
    try {
      running = await firstMessage(child);
    } catch (error) {
      child.kill();
      throw error;
    }
    this.#child = child;
    child.on('message', () => this.#campaignEnded.fire());
    child.once('exit', (code) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#log.warn(`sandbox: ended with ${code ?? 'a signal'}`);
      onExit();
    });
    return { connection: { kind: 'sandbox', baseUrl: running.baseUrl }, key: running.key };
  }

  stop(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill();
  }

  dispose(): void {
    this.stop();
  }
}

function firstMessage(child: ChildProcess): Promise<{ baseUrl: string; key: string }> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new HumanError(`The sandbox could not be started: ${why}. See the Revox output for details.`));
    };
    const timer = setTimeout(() => fail('it did not answer in time'), startMs);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code ?? 'none'}`));
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message as { baseUrl: string; key: string });
    });
  });
}
