import type { Memory } from '../core/mementoMap.ts';

const maxRemembered = 100;

/**
 * The files a person opened as call lists, by address, the latest last. As many as one works with; older ones
 * are forgotten.
 */
export class RememberedLists {
  readonly #memory: Memory;
  readonly #key: string;
  #addresses: readonly string[];

  /** @param key under which the memory keeps them */
  constructor(memory: Memory, key = 'revox.callLists') {
    this.#memory = memory;
    this.#key = key;
    const stored = memory.get(key);
    this.#addresses = Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];
  }

  has(address: string): boolean {
    return this.#addresses.includes(address);
  }

  async add(address: string): Promise<void> {
    if (this.#addresses.at(-1) === address) return;
    const others = this.#addresses.filter((other) => other !== address);
    this.#addresses = [...others, address].slice(-maxRemembered);
    // an unsaved document ends with its window
    await this.#memory.update(
      this.#key,
      this.#addresses.filter((remembered) => !remembered.startsWith('untitled:')),
    );
  }
}
