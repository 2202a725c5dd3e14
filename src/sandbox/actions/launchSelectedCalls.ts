import { callState } from '../answers/callState.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import type { SandboxCampaign, SandboxState } from '../sandboxState.ts';

/** How many calls were left out, by reason. */
export interface SkippedCalls {
  /** Launched before and not over. */
  active: number;
  /** Over, and the calling rules allow no further attempt. */
  attempts_exhausted: number;
  cancelled: number;
}

/**
 * Launches the calls of these rows that were never launched, and calls again those that are over and have
 * attempts left.
 * @param atMs when, on the sandbox's clock; undefined or past: now
 */
export function launchSelectedCalls(
  { clock }: SandboxState,
  { pacer }: SandboxCampaign,
  rows: readonly number[],
  atMs: number | undefined,
): { launched: number; skipped: SkippedCalls } {
  const skipped: SkippedCalls = { active: 0, attempts_exhausted: 0, cancelled: 0 };
  if (pacer === undefined) return { launched: 0, skipped };
  const { run } = pacer;
  const launched = rows.filter((row) => {
    const reason = whySkipped(run, row);
    if (reason !== undefined) skipped[reason] += 1;
    return reason === undefined;
  });
  if (launched.length > 0) {
    run.launch(launched, Math.max(clock.nowMs(), atMs ?? -Infinity));
    pacer.catchUp();
  }
  return { launched: launched.length, skipped };
}

function whySkipped(run: CampaignRun, row: number): keyof SkippedCalls | undefined {
  if (run.isCancelled) return 'cancelled';
  const { status } = callState(run, row);
  if (status === 'not_launched') return undefined;
  if (status === 'cancelled') return 'cancelled';
  if (status !== 'completed' && status !== 'errored') return 'active';
  // It was cancelled during its last attempt: cancelled calls are never repeated.
  if (run.marks.has(row, 'stopped')) return 'cancelled';
  return run.attemptCount(row) >= run.maxAttempts ? 'attempts_exhausted' : undefined;
}
