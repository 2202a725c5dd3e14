import type { CampaignRun } from '../dialing/campaignRun.ts';
import type { CallStatusWord } from '../revision.ts';

/** A call's status and, while it waits, when it is due. */
export interface CallState {
  readonly status: CallStatusWord;
  readonly scheduledMs: number | undefined;
}

/**
 * The status of a row's call, in the values of `0.5.0`:
 * - not launched: `not_launched`
 * - pending: `scheduled` before its launch, `initializing` right after it
 * - pending or retry: `paused` when the call itself was paused; `queued_for_calling` when it may be called
 *   and waits for a free line; otherwise `scheduled`
 * - completed: `post_processing` while the conversation is evaluated, then `completed`
 * - failed: `errored`, since its last dial ended in an error; cancelled: `cancelled`
 */
export function callState(run: CampaignRun, row: number): CallState {
  const state = run.states.of(row);
  const idle = (status: CallStatusWord) => ({ status, scheduledMs: undefined });
  switch (state) {
    case 'pending':
      if (run.marks.has(row, 'paused')) return idle('paused');
      if (!run.marks.has(row, 'released'))
        return { status: 'scheduled', scheduledMs: run.launchedForMs(row) };
      return run.marks.has(row, 'queued') ? waiting(run, row, run.nowMs) : idle('initializing');
    case 'retry':
      if (run.marks.has(row, 'paused')) return idle('paused');
      return waiting(run, row, Math.max(run.nowMs, run.retryDueMs(row) ?? run.nowMs));
    case 'completed':
      return idle(run.isPostProcessing(row) ? 'post_processing' : 'completed');
    case 'failed':
      return idle('errored');
    case 'not_launched':
    case 'calling':
    case 'cancelled':
      return idle(state);
  }
}

function waiting(run: CampaignRun, row: number, dueMs: number): CallState {
  const scheduledMs = run.opensMs(row, dueMs);
  const isDue = scheduledMs !== undefined && scheduledMs <= run.nowMs;
  return { status: isDue ? 'queued_for_calling' : 'scheduled', scheduledMs };
}
