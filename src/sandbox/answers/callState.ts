import { initializingMs, type CampaignRun } from '../dialing/campaignRun.ts';
import type { CallStatus } from '../../core/row.ts';

/** A call order's status and, while it waits, when it is due. */
export interface CallState {
  readonly status: CallStatus;
  readonly scheduledMs: number | undefined;
}

/**
 * - pending, before the launch: `scheduled`; right after it: `initializing`
 * - pending or retry: `queued_for_calling` when it may be called and waits for a free line, else `scheduled`
 * - completed: `completed`; failed (its last dial ended in an error): `errored`; cancelled: `cancelled`
 */
export function callState(run: CampaignRun, row: number): CallState {
  const state = run.states.of(row);
  switch (state) {
    case 'pending':
      if (run.nowMs < run.launchMs) return { status: 'scheduled', scheduledMs: run.launchMs };
      if (run.nowMs < run.launchMs + initializingMs)
        return { status: 'initializing', scheduledMs: undefined };
      return waiting(run, row, run.nowMs);
    case 'retry':
      return waiting(run, row, Math.max(run.nowMs, run.retryDueMs(row) ?? run.nowMs));
    case 'failed':
      return { status: 'errored', scheduledMs: undefined };
    case 'calling':
    case 'completed':
    case 'cancelled':
      return { status: state, scheduledMs: undefined };
  }
}

function waiting(run: CampaignRun, row: number, dueMs: number): CallState {
  const scheduledMs = run.laneOf(row).opensMs(dueMs);
  const isDue = scheduledMs !== undefined && scheduledMs <= run.nowMs;
  return { status: isDue ? 'queued_for_calling' : 'scheduled', scheduledMs };
}
