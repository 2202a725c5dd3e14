import type { CampaignRun } from '../dialing/campaignRun.ts';
import { isoOrNull } from './attemptAnswer.ts';
import { organizationId } from '../organization.ts';
import type { SandboxCampaign } from '../sandboxState.ts';

/** A campaign as the service answers it, newest paged revision. */
export function campaignView(campaign: SandboxCampaign) {
  const { order, createdMs } = campaign;
  const run = campaign.pacer?.run;
  return {
    id: campaign.id,
    assistant_id: order.assistant.id,
    created_at: isoOrNull(createdMs),
    is_cancelled: run?.isCancelled ?? false,
    name: order.name,
    organization_id: organizationId,
    status: campaign.statusInstead ?? statusOf(run),
    updated_at: isoOrNull(run?.changedMs ?? createdMs),
    assistant: order.assistant,
    call_retry_config: order.callRetryConfig ?? null,
    from_phone_number: order.fromPhoneNumber ?? null,
    max_concurrent_calls: order.maxConcurrentCalls ?? null,
    row_stats: rowStats(run, order.contacts.length),
    scheduled_at: isoOrNull(order.scheduledMs),
    structured_output_extraction: run?.extraction ?? 'none',
  };
}

function statusOf(run: CampaignRun | undefined): string {
  if (run === undefined) return 'draft';
  if (run.isFinished) return 'completed';
  return run.isPaused ? 'paused' : 'running';
}

/**
 * - pending: never dialled yet, whatever it waits for; all rows of a draft
 * - calling: an attempt is in progress
 * - retry: dialled, and to be dialled again
 * - completed: reached, or the attempts are used up without a dial error at the last
 * - failed: the last dial ended in an error and there is no further one, or the call was cancelled
 *
 * Each row is in exactly one of them: they add up to total.
 */
function rowStats(run: CampaignRun | undefined, total: number) {
  if (run === undefined) return { pending: total, calling: 0, retry: 0, completed: 0, failed: 0, total };
  const { states } = run;
  return {
    pending: states.count('pending'),
    calling: states.count('calling'),
    retry: states.count('retry'),
    completed: states.count('completed'),
    failed: states.count('failed') + states.count('cancelled'),
    total,
  };
}
