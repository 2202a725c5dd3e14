import type { ResultFilter } from '../../core/row.ts';
import type { CallStatusWord } from '../revision.ts';
import { callState } from '../answers/callState.ts';
import type { SandboxCampaign } from '../sandboxState.ts';

export interface RowsFilter {
  readonly query: string;
  readonly statuses: readonly CallStatusWord[];
  readonly result: ResultFilter;
}

/** So many rows are searched before the loop yields. */
const rowsAtOnce = 20_000;

/**
 * The numbers of the matching rows, ascending; undefined: all match. Yields to the event loop during a long
 * search.
 */
export async function searchRows(
  campaign: SandboxCampaign,
  filter: RowsFilter,
): Promise<Uint32Array | undefined> {
  if (filter.query === '' && filter.statuses.length === 0 && filter.result === 'all') return undefined;
  const found: number[] = [];
  for (let row = 0; row < campaign.order.contacts.length; row += 1) {
    if (row % rowsAtOnce === rowsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
    if (matches(campaign, row, filter)) found.push(row);
  }
  return Uint32Array.from(found);
}

/** The text comes last, because comparing it takes longest. */
function matches(campaign: SandboxCampaign, row: number, filter: RowsFilter): boolean {
  const run = campaign.pacer?.run;
  if (filter.statuses.length > 0) {
    if (run === undefined || !filter.statuses.includes(callState(run, row).status)) return false;
  }
  if (filter.result !== 'all') {
    if ((run?.lastResult(row) ?? 'none') !== filter.result) return false;
  }
  return filter.query === '' || campaign.order.contacts.matches(row, filter.query);
}
