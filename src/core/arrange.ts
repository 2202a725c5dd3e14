import { progress, type Campaign } from './campaign.ts';
import { toMs } from './timestamp.ts';

export const sortOrders = ['newest', 'name', 'progress'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** The campaigns that match a person's filter, in the order they chose. */
export function arrange(
  campaigns: readonly Campaign[],
  filter: string,
  order: SortOrder,
): readonly Campaign[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = campaigns.filter((campaign) => words.every((word) => searchText(campaign).includes(word)));
  return shown.sort(comparers[order]);
}

function searchText(campaign: Campaign): string {
  const { name, id, assistant, from_phone_number } = campaign;
  return [name, id, assistant?.name, from_phone_number].join('\n').toLowerCase();
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const byName = (a: Campaign, b: Campaign) => collator.compare(a.name, b.name) || collator.compare(a.id, b.id);

/** Equal campaigns are ordered by name and id, so that the order is stable. */
const comparers: Readonly<Record<SortOrder, (a: Campaign, b: Campaign) => number>> = {
  newest: (a, b) => (toMs(b.created_at) ?? 0) - (toMs(a.created_at) ?? 0) || byName(a, b),
  name: byName,
  progress: (a, b) =>
    (progress(b.row_stats)?.share ?? -1) - (progress(a.row_stats)?.share ?? -1) || byName(a, b),
};
