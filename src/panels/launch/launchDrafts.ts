import { checkDraft } from './launchDraft.ts';
import type { LayoutStorage } from '../rows/layoutMemory.ts';
import { textParam } from '../params.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';

const key = 'revox.launchSheets';
/** The lists last prepared; older ones start anew. */
const maxLists = 30;

/** What was typed into the launch sheets of this workspace, list by list. No contact is in it. */
export class LaunchDrafts {
  readonly #storage: LayoutStorage;

  constructor(storage: LayoutStorage) {
    this.#storage = storage;
  }

  /** @param list address of the call list */
  of(list: string): SheetDraft | undefined {
    return this.#entries().find(([address]) => address === list)?.[1];
  }

  async save(list: string, draft: SheetDraft): Promise<void> {
    const others = this.#entries().filter(([address]) => address !== list);
    await this.#storage.update(key, [...others, [list, draft]].slice(-maxLists));
  }

  /** What is stored may come from another version: what does not fit is forgotten. */
  #entries(): readonly (readonly [string, SheetDraft])[] {
    const stored = this.#storage.get(key);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      try {
        const [list, draft] = entry as readonly unknown[];
        return [[textParam(list, 10_000), checkDraft(draft)] as const];
      } catch {
        return [];
      }
    });
  }
}
