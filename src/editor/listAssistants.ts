import * as vscode from 'vscode';
import type { Assistant } from '../core/assistant.ts';

/**
 * The assistant that each call list was last checked with, for a campaign or a preview; as long as the window
 * is open.
 */
export class ListAssistants implements vscode.Disposable {
  readonly #assistants = new Map<string, Assistant>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  get(uri: vscode.Uri): Assistant | undefined {
    return this.#assistants.get(uri.toString());
  }

  set(uri: vscode.Uri, assistant: Assistant): void {
    this.#assistants.set(uri.toString(), assistant);
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
