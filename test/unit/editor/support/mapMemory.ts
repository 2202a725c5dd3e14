import type { Memory } from '../../../../src/core/mementoMap.ts';

/** The workspace state, without a workspace. */
export class MapMemory implements Memory {
  readonly values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, structuredClone(value));
    return Promise.resolve();
  }
}
