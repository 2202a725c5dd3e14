import type { RowStats } from '../../core/campaign.ts';
import type { CallStatus } from '../../core/row.ts';
import type { RowsFilter } from '../contract/protocolRows.ts';

/**
 * The call statuses behind each count of a campaign, as far as the service's filter can tell them apart. Rows
 * that have no call yet are pending too, but a filter by status finds only calls.
 */
const statusesOfCount: Readonly<Record<keyof RowStats, readonly CallStatus[]>> = {
  total: [],
  pending: ['initializing', 'queued_for_calling'],
  calling: ['calling'],
  retry: ['scheduled'],
  completed: ['completed'],
  failed: ['errored'],
  not_launched: ['not_launched'],
  skipped: ['cancelled'],
};

export function countFilter(count: keyof RowStats): RowsFilter {
  return { query: '', statuses: statusesOfCount[count], result: undefined };
}
