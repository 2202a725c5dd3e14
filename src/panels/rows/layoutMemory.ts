import { listParam, recordParam, textParam, countParam } from '../params.ts';
import type { ColumnLayout } from '../contract/protocolRows.ts';

export const noLayout: ColumnLayout = { order: [], hidden: [], shown: [], widths: {} };

/** Throws when it is not a layout. */
export function checkLayout(value: unknown): ColumnLayout {
  const { order, hidden, shown, widths } = (value ?? {}) as Record<string, unknown>;
  const ids = (list: unknown) => listParam(list, (id) => textParam(id));
  return {
    order: ids(order),
    hidden: ids(hidden),
    shown: ids(shown),
    widths: recordParam(widths, (width) => countParam(width, 4000)),
  };
}

/** The least of vscode.Memento that is needed. */
export interface LayoutStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'revox.columnLayouts';
/** The campaigns last arranged; older ones start anew. */
const maxCampaigns = 100;

/** How a person arranged the columns, campaign by campaign. */
export class LayoutMemory {
  readonly #storage: LayoutStorage;

  constructor(storage: LayoutStorage) {
    this.#storage = storage;
  }

  of(campaignId: string): ColumnLayout {
    const found = this.#entries().find(([id]) => id === campaignId);
    return found?.[1] ?? noLayout;
  }

  async save(campaignId: string, layout: ColumnLayout): Promise<void> {
    const others = this.#entries().filter(([id]) => id !== campaignId);
    await this.#storage.update(key, [...others, [campaignId, layout]].slice(-maxCampaigns));
  }

  /** What is stored may come from another version: what does not fit is forgotten. */
  #entries(): readonly (readonly [string, ColumnLayout])[] {
    const stored = this.#storage.get(key);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      try {
        const [id, layout] = entry as readonly unknown[];
        return [[textParam(id), checkLayout(layout)] as const];
      } catch {
        return [];
      }
    });
  }
}
