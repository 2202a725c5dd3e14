import type { Memento } from 'vscode';

/** VS Code's memory, of a machine or of a workspace. */
export class MemoryMemento implements Memento {
  readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(name: string, otherwise?: T): T {
    return (this.values.has(name) ? this.values.get(name) : otherwise) as T;
  }

  update(name: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(name);
    else this.values.set(name, value);
    return Promise.resolve();
  }
}
