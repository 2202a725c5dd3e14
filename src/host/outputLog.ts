import * as vscode from 'vscode';
import { messageOf } from '../core/errors.ts';
import { logText } from '../core/logText.ts';
import type { Log } from '../core/ports.ts';

/** How many causes of an error are logged. */
const maxTraceLines = 100;

/** The "Revox" output channel. Made when the first line is written, so that activation costs nothing. */
export class OutputLog implements Log, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;
  #secrets: () => Iterable<string> = () => [];

  /** @param secrets the keys that are known at the moment, replaced in each line */
  redactSecrets(secrets: () => Iterable<string>): void {
    this.#secrets = secrets;
  }

  info(line: string): void {
    this.#open().info(this.#text(line));
  }

  warn(line: string): void {
    this.#open().warn(this.#text(line));
  }

  error(line: string): void {
    this.#open().error(this.#text(line));
  }

  /** Logs an unexpected error with its stack trace, which a person can send to us. */
  unexpected(error: unknown): void {
    const trace = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    const lines = trace.split('\n', maxTraceLines).map((line) => this.#text(line.trim()));
    this.#open().error(lines.join('\n    '));
  }

  show(): void {
    this.#open().show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  #text(line: string): string {
    return logText(line, this.#secrets());
  }

  #open(): vscode.LogOutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel('Revox', { log: true }));
  }
}
