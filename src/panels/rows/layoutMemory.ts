import { MementoMap, type Memory } from '../../core/mementoMap.ts';
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

/** How a person arranged the columns, by campaign. */
export class LayoutMemory {
  readonly #layouts: MementoMap<ColumnLayout>;

  constructor(memory: Memory) {
    this.#layouts = new MementoMap({ memory, key: 'revox.columnLayouts', max: 100, read: checkLayout });
  }

  of(campaignId: string): ColumnLayout {
    return this.#layouts.get(campaignId) ?? noLayout;
  }

  async save(campaignId: string, layout: ColumnLayout): Promise<void> {
    await this.#layouts.set(campaignId, layout);
  }
}
