import * as vscode from 'vscode';
import { messageOf } from '../core/errors.ts';
import type { Log } from '../core/ports.ts';

/** The "Revox" output channel. Made when the first line is written, so that activation costs nothing. */
export class OutputLog implements Log, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  info(line: string): void {
    this.#open().info(withoutNumbers(line));
  }

  warn(line: string): void {
    this.#open().warn(withoutNumbers(line));
  }

  error(line: string): void {
    this.#open().error(withoutNumbers(line));
  }

  /** An error that nobody expected, with its trace: a person can send it to us. */
  unexpected(error: unknown): void {
    this.#open().error(
      withoutNumbers(error instanceof Error ? (error.stack ?? error.message) : messageOf(error)),
    );
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

/** A server's own words may quote a phone number; the log must not keep it. */
function withoutNumbers(line: string): string {
  return line.replace(/\+\d[\d\s().-]{5,}\d/g, '[number]');
}
