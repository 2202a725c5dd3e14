import type { Campaign, RowStats } from '../../core/campaign.ts';
import type { CallStatus } from '../../core/row.ts';
import { countsCancelledAsFailed } from '../../views/presentation.ts';
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

/** @param campaign whose count it is; of one that is cancelled, older servers count both as failed */
export function countFilter(count: keyof RowStats, campaign: Campaign | undefined): RowsFilter {
  const isMixed = count === 'failed' && campaign !== undefined && countsCancelledAsFailed(campaign);
  const statuses: readonly CallStatus[] = isMixed ? ['errored', 'cancelled'] : statusesOfCount[count];
  return { query: '', statuses, result: undefined };
}
