import type { CampaignRun } from '../dialing/campaignRun.ts';
import type { Context } from '../sandboxContext.ts';
import { organizationId, owner } from '../organization.ts';
import { isModern, type Revision } from '../revision.ts';
import type { SandboxCampaign } from '../sandboxState.ts';
import { assistantAnswer, rulesAnswer } from './assistantAnswer.ts';
import { isoOrNull } from './attemptProgress.ts';

/** A campaign as the revision describes it. */
export function campaignAnswer(
  { revision, odd }: Pick<Context, 'revision' | 'odd'>,
  campaign: SandboxCampaign,
) {
  const { order, createdMs } = campaign;
  const run = campaign.pacer?.run;
  const rules = order.callRetryConfig;
  const answer = {
    id: campaign.id,
    assistant_id: order.assistant.id,
    created_at: isoOrNull(createdMs),
    is_cancelled: run?.isCancelled ?? false,
    name: order.name,
    organization_id: organizationId,
    status: campaign.statusInstead ?? campaignStatus(campaign),
    updated_at: isoOrNull(Math.max(campaign.changedMs, run?.changedMs ?? -Infinity)),
    assistant: assistantAnswer(revision, order.assistant),
    call_retry_config: rules === undefined ? null : rulesAnswer(revision, rules),
    from_phone_number: order.fromPhoneNumber ?? null,
    max_concurrent_calls: order.maxConcurrentCalls ?? null,
    row_stats: rowStats(revision, run, order.contacts.length),
    scheduled_at: isoOrNull(order.scheduledMs),
  };
  if (revision === '0.1.1') return answer;
  const documented = { ...answer, structured_output_extraction: run?.extraction ?? 'none' };
  if (!isModern(revision)) return documented;
  const modern = { ...documented, created_by: owner, funnel_stats: funnelStats(run, order.contacts.length) };
  return {
    ...modern,
    ...(revision === '0.5.0' ? { metadata_keys: order.contacts.variableNames() } : {}),
    ...(revision === '0.3.0' || odd ? typeFields(campaign) : {}),
  };
}

/** `0.5.0` has no drafts: before any of its calls is launched, a campaign is `running`. */
export function campaignStatus({ pacer }: SandboxCampaign): 'draft' | 'running' | 'paused' | 'completed' {
  if (pacer === undefined) return 'draft';
  if (pacer.run.isFinished) return 'completed';
  return pacer.run.isPaused ? 'paused' : 'running';
}

function typeFields(campaign: SandboxCampaign) {
  const { type = 'regular' } = campaign.order;
  const reason = type === 'jump_in' ? 'no_presence' : 'manual';
  return {
    type,
    active_takeover_call_id: null,
    paused_reason: campaignStatus(campaign) === 'paused' ? reason : null,
    present_count: type === 'jump_in' ? 0 : null,
  };
}

function funnelStats(run: CampaignRun | undefined, total: number) {
  return {
    hot: run?.people.hotCount ?? 0,
    talked_to_human: run?.people.reachedCount ?? 0,
    total_leads: total,
  };
}

/**
 * Each row counts in exactly one field, so they add up to `total`:
 * - not_launched (`0.5.0`): no launch has named the call
 * - pending: never dialled, whatever it waits for; all rows of a draft
 * - calling: an attempt is in progress
 * - retry: dialled, and will be dialled again
 * - completed: a person was reached, or the attempts are used up and the last one was no dial error
 * - failed: the last dial ended in an error and there is no further one
 * - skipped (`0.5.0`): the call was cancelled; the older revisions count it as failed
 */
function rowStats(revision: Revision, run: CampaignRun | undefined, total: number) {
  const count = (state: Parameters<CampaignRun['states']['count']>[0]) => run?.states.count(state) ?? 0;
  const stats = {
    pending: run === undefined ? total : count('pending'),
    calling: count('calling'),
    retry: count('retry'),
    completed: count('completed'),
    failed: count('failed') + count('cancelled'),
    total,
  };
  if (revision !== '0.5.0') return stats;
  return {
    ...stats,
    failed: count('failed'),
    not_launched: count('not_launched'),
    skipped: count('cancelled'),
  };
}
