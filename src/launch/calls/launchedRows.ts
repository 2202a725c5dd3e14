import { draftChangesSince } from '../comparison/confirmedCalls.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import { callStage, hasMoved, type ServerRow } from '../comparison/serverRow.ts';
import type { CallsOrder } from './callsOrder.ts';

// What the rows show of a launch: read before it left, and after.

/** How many of the confirmed calls are launched since `before` was read. */
export function launchedOf(order: CallsOrder, before: CampaignWithRows, now: CampaignWithRows): number {
  if (order.operation === 'launchDraft') {
    return now.campaign.status === 'draft' || now.campaign.is_cancelled ? 0 : order.confirmed.calls.length;
  }
  const named = new Set(order.confirmed.calls.map(({ callId }) => callId));
  const earlier = new Map(before.rows.flatMap(({ call }) => (call === undefined ? [] : [[call.id, call]])));
  return now.rows.filter(({ call }) => {
    const previous = call === undefined ? undefined : earlier.get(call.id);
    return call !== undefined && previous !== undefined && named.has(call.id) && hasMoved(previous, call);
  }).length;
}

/** Phone numbers of the named calls that have not changed. */
export function notMoved(
  { confirmed }: CallsOrder,
  before: readonly ServerRow[],
  after: readonly ServerRow[],
): readonly string[] {
  const earlier = new Map(before.flatMap(({ call }) => (call === undefined ? [] : [[call.id, call]])));
  const named = new Set(confirmed.calls.map(({ callId }) => callId));
  return after.flatMap(({ call, phone_number }) => {
    const previous = call === undefined || !named.has(call.id) ? undefined : earlier.get(call.id);
    const isSame = call !== undefined && previous !== undefined && !hasMoved(previous, call);
    return isSame ? [call.to_phone_number ?? phone_number] : [];
  });
}

/**
 * Calls that are launched and were not confirmed: others that waited, or contacts that were added to a draft.
 */
export async function launchedBeyond(
  order: CallsOrder,
  before: readonly ServerRow[],
  after: readonly ServerRow[],
): Promise<number> {
  if (order.operation === 'launchDraft') return (await draftChangesSince(order.confirmed.calls, after)).added;
  const named = new Set(order.confirmed.calls.map(({ callId }) => callId));
  const waited = new Set(
    before.flatMap(({ call }) =>
      call !== undefined && callStage(call) === 'waiting' && !named.has(call.id) ? [call.id] : [],
    ),
  );
  return after.filter(
    ({ call }) => call !== undefined && waited.has(call.id) && callStage(call) === 'launched',
  ).length;
}
