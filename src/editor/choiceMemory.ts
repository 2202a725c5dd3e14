import { readListChoices, type ListChoices } from '../callList/listChoices.ts';
import { MementoMap, type Memory } from '../core/mementoMap.ts';

/** The reading options of each list in this workspace, by its address. */
export class ChoiceMemory {
  readonly #choices: MementoMap<ListChoices>;

  constructor(memory: Memory) {
    this.#choices = new MementoMap({
      memory,
      key: 'revox.listChoices',
      max: 100,
      read: readListChoices,
      // An unsaved document does not outlive its window.
      keeps: (address) => !address.startsWith('untitled:'),
    });
  }

  /** Empty where nothing was chosen. */
  of(address: string): ListChoices {
    return this.#choices.get(address) ?? {};
  }

  /** Updates the address of a list that was renamed or moved. */
  async rename(moved: (address: string) => string | undefined): Promise<void> {
    await this.#choices.rename(moved);
  }

  async set(address: string, choices: ListChoices): Promise<void> {
    const kept = readListChoices(choices);
    await this.#choices.set(address, Object.keys(kept).length === 0 ? undefined : kept);
  }
}
