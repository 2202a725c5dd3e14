import type { Memory } from '../core/mementoMap.ts';
import { numberHashes } from './numberHash.ts';
import type { NumberKey } from './numberKey.ts';

const memoryKey = 'revox.redialledNumbers';
const maxNumbers = 20_000;

/**
 * Which numbers were put on a redial list or called again, in this workspace: keyed hashes and times, so that
 * a person is recognised in every campaign.
 */
export class RedialMemory {
  readonly #memory: Memory;
  readonly #key: Pick<NumberKey, 'get'>;

  constructor(memory: Memory, key: Pick<NumberKey, 'get'>) {
    this.#memory = memory;
    this.#key = key;
  }

  /** How many of these numbers were redialled before, and when last. */
  async of(
    numbers: readonly string[],
  ): Promise<{ readonly count: number; readonly latestMs: number | undefined }> {
    const known = new Map(this.#entries());
    const times = (await this.#hashes(numbers)).flatMap((hash) => known.get(hash) ?? []);
    return { count: times.length, latestMs: times.reduce<number | undefined>(later, undefined) };
  }

  async remember(numbers: readonly string[], nowMs: number): Promise<void> {
    const hashes = await this.#hashes(numbers);
    const added = new Set(hashes);
    const others = this.#entries().filter(([hash]) => !added.has(hash));
    const entries = [...others, ...hashes.map((hash): [number, number] => [hash, nowMs])];
    await this.#memory.update(memoryKey, entries.slice(-maxNumbers));
  }

  async #hashes(numbers: readonly string[]): Promise<readonly number[]> {
    const contacts = numbers.map((to_phone_number) => ({ to_phone_number }));
    return [...(await numberHashes(contacts, await this.#key.get()))];
  }

  #entries(): readonly (readonly [number, number])[] {
    const stored = this.#memory.get(memoryKey);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function later(latest: number | undefined, ms: number): number {
  return latest === undefined || ms > latest ? ms : latest;
}

function isEntry(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
