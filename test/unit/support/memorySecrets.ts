import type * as vscode from 'vscode';
import { Emitter } from '../../../src/core/emitter.ts';

/** VS Code's secret storage, in memory: it outlives the windows that use it. */
export class MemorySecrets implements vscode.SecretStorage {
  readonly values = new Map<string, string>();
  readonly #changed = new Emitter<vscode.SecretStorageChangeEvent>();

  readonly onDidChange = this.#changed.event;

  get(name: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(name));
  }

  store(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    this.#changed.fire({ key: name });
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.values.delete(name);
    this.#changed.fire({ key: name });
    return Promise.resolve();
  }
}
