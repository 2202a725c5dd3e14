import { keptListChoices, type ListChoices } from '../callList/listChoices.ts';
import type { Memory } from './rememberedLists.ts';

const key = 'revox.listChoices';
const maxRemembered = 100;

/** How each list is read, by its address, as a person chose it in this workspace; the latest last, old ones forgotten. */
export class ChoiceMemory {
  readonly #memory: Memory;
  #entries: readonly (readonly [address: string, choices: ListChoices])[];

  constructor(memory: Memory) {
    this.#memory = memory;
    const stored = memory.get(key);
    this.#entries = Array.isArray(stored) ? stored.flatMap(entryOf) : [];
  }

  /** Empty where nothing was chosen. */
  of(address: string): ListChoices {
    return this.#entries.find(([remembered]) => remembered === address)?.[1] ?? {};
  }

  async set(address: string, choices: ListChoices): Promise<void> {
    const kept = keptListChoices(choices);
    const others = this.#entries.filter(([remembered]) => remembered !== address);
    const entry = Object.keys(kept).length === 0 ? [] : [[address, kept] as const];
    this.#entries = [...others, ...entry].slice(-maxRemembered);
    // what has no file is gone with its window
    await this.#memory.update(
      key,
      this.#entries.filter(([remembered]) => !remembered.startsWith('untitled:')),
    );
  }
}

function entryOf(entry: unknown): (readonly [string, ListChoices])[] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return [];
  return [[entry[0], keptListChoices(entry[1])]];
}
