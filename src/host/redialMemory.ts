import type * as vscode from 'vscode';

const memoryKey = 'revox.redials';
const mostRows = 20_000;

/**
 * Which rows were put on a redial list, in this workspace: ids of rows and times, no numbers and no names.
 */
export class RedialMemory {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** How many of these rows are on a redial list already, and since when. */
  of(rowIds: readonly string[]): { readonly count: number; readonly latestMs: number | undefined } {
    const known = new Map(this.#entries());
    const times = rowIds.flatMap((id) => known.get(id) ?? []);
    return { count: times.length, latestMs: times.length === 0 ? undefined : Math.max(...times) };
  }

  async remember(rowIds: readonly string[], nowMs: number): Promise<void> {
    const added = new Set(rowIds);
    const others = this.#entries().filter(([id]) => !added.has(id));
    const entries = [...others, ...rowIds.map((id): [string, number] => [id, nowMs])];
    await this.#memory.update(memoryKey, entries.slice(-mostRows));
  }

  #entries(): readonly (readonly [string, number])[] {
    const stored = this.#memory.get<unknown>(memoryKey);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
