import * as vscode from 'vscode';
import { messageOf } from '../core/errors.ts';
import type { Log } from '../core/ports.ts';

/** The "Revox" output channel. Made when the first line is written, so that activation costs nothing. */
export class OutputLog implements Log, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  info(line: string): void {
    this.#open().info(line);
  }

  warn(line: string): void {
    this.#open().warn(line);
  }

  error(line: string): void {
    this.#open().error(line);
  }

  /** An error that nobody expected, with its trace: a person can send it to us. */
  unexpected(error: unknown): void {
    this.#open().error(error instanceof Error ? error : messageOf(error));
  }

  show(): void {
    this.#open().show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  #open(): vscode.LogOutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel('Revox', { log: true }));
  }
}
