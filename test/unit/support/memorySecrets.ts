import type * as vscode from 'vscode';

/** VS Code's secret storage, in memory: it outlives the windows that use it. */
export class MemorySecrets implements Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'> {
  readonly values = new Map<string, string>();

  get(name: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(name));
  }

  store(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.values.delete(name);
    return Promise.resolve();
  }
}
