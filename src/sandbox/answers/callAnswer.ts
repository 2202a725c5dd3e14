import { contactName, contactOf } from '../conversation/contactOf.ts';
import { isTakenOver, outcomeSummary, outcomeWord } from '../conversation/outcome.ts';
import type { Context } from '../sandboxContext.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { operator, organizationId, organizationNumber } from '../organization.ts';
import { isModern, revisionTraits, type OutcomeWord, type Revision } from '../revision.ts';
import { rulesConfig, type CampaignOrder, type SandboxCampaign } from '../sandboxState.ts';
import { assistantAnswer, modelAnswer, rulesAnswer } from './assistantAnswer.ts';
import { attemptAnswer } from './attemptAnswer.ts';
import { isoOrNull } from './attemptProgress.ts';
import { callState } from './callState.ts';

/** The call of one row as the revision describes it. `assistantAs` takes the place of its assistant. */
export function callAnswer(
  context: Context,
  campaign: SandboxCampaign,
  run: CampaignRun,
  row: number,
  assistantAs?: unknown,
) {
  const { state, revision } = context;
  const order = orderOf(campaign, run, row);
  const { assistant, contacts } = order;
  const { status, scheduledMs } = callState(run, row);
  const starts = run.attempts.startsOf(row);
  const attempts = starts.map((queuedAtMs, index) =>
    attemptAnswer({ context, campaign, run, row, number: starts.length - index, queuedAtMs }),
  );
  const rules = rulesConfig(order);
  const answer = {
    id: state.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
    assistant: assistantAs ?? assistantAnswer(revision, assistant),
    call_attempts: attempts,
    call_retry_config: rules === undefined ? null : rulesAnswer(revision, rules),
    calls_count: attempts.length,
    campaign: campaign.single === undefined ? { id: campaign.id, name: order.name } : null,
    created_at: isoOrNull(campaign.createdMs),
    direction: 'outbound',
    first_sentence_delay_ms: assistant.first_sentence_delay_ms ?? 400,
    from_phone_number: callsFrom(order),
    is_cancelled: status === 'cancelled',
    is_completed: status === 'completed',
    last_call_attempt: attempts[0] ?? null,
    llm_model: modelAnswer(revision, assistant),
    metadata: metadataOf(campaign, row),
    organization_id: organizationId,
    scheduled_at: isoOrNull(scheduledMs),
    status,
    to_phone_number: contacts.phoneNumber(row),
  };
  if (!isModern(revision)) return answer;
  const variables = contacts.variables(row);
  const takenOver = wasTakenOver(context, campaign, run, row);
  const { job_title, ...contact } = contactOf(variables);
  const word = callOutcomeWord(revision, run, row);
  return {
    ...answer,
    assignee: takenOver ? operator : null,
    contact: revision === '0.5.0' ? { ...contact, job_title } : contact,
    prompt_variables: variables,
    updated_at: isoOrNull(updatedMs(campaign, run, row)),
    follow_up_emails: null,
    outcome: word ?? null,
    outcome_summary: summaryOf(run, row, variables),
    ...(revision === '0.5.0' ? { slack_channel_ids: null } : {}),
  };
}

/** The caller ID of the campaign's calls, E.164. */
export function callsFrom(order: CampaignOrder): string {
  return order.fromPhoneNumber ?? order.assistant.from_phone_number ?? organizationNumber;
}

/** The `outcome` of a call; undefined while it is open, or where the revision has no value for it. */
export function callOutcomeWord(revision: Revision, run: CampaignRun, row: number): OutcomeWord | undefined {
  const conversation = lastConversation(run, row);
  return conversation === undefined
    ? undefined
    : outcomeWord(conversation, revisionTraits[revision].outcomes);
}

/** When the call last changed: a launch, an attempt, its outcome, or a pause, resume or cancellation. */
export function updatedMs(campaign: SandboxCampaign, run: CampaignRun, row: number): number {
  const launchedMs = run.launchedForMs(row) ?? -Infinity;
  const endMs = run.lastEndMs(row) ?? -Infinity;
  const workedMs = run.postProcessedMs(row) ?? -Infinity;
  const steeredMs = run.steeredMs(row) ?? -Infinity;
  const times = [launchedMs, run.attempts.lastStartMs(row) ?? -Infinity, endMs, workedMs, steeredMs];
  return Math.max(campaign.createdMs, ...times.filter((ms) => ms <= run.nowMs));
}

export function metadataOf({ single }: SandboxCampaign, row: number) {
  return single === undefined ? { source: 'campaign', row: String(row + 1) } : (single.metadata ?? null);
}

export function summaryOf(run: CampaignRun, row: number, variables: Readonly<Record<string, string>>) {
  const conversation = lastConversation(run, row);
  return conversation === undefined ? null : outcomeSummary(conversation, contactName(variables));
}

/** The last conversation with a person; undefined: there was none, or it is not evaluated yet. */
function lastConversation(run: CampaignRun, row: number) {
  if (run.lastResult(row) !== 'human' || run.states.of(row) === 'calling' || run.isPostProcessing(row))
    return undefined;
  return run.outcome(row, run.attemptCount(row)).conversation;
}

/** Whether an operator of the organization took the call over in one of its attempts. */
export function wasTakenOver(
  { state }: Context,
  campaign: SandboxCampaign,
  run: CampaignRun,
  row: number,
): boolean {
  if (!run.marks.has(row, 'reachedHuman')) return false;
  const number = campaign.order.contacts.phoneNumber(row);
  const over = run.attemptCount(row) - (run.states.of(row) === 'calling' ? 1 : 0);
  return Array.from({ length: over }, (_, index) => index + 1).some((attempt) =>
    isTakenOver(run.outcome(row, attempt), number, [state.seed, campaign.number, row, attempt]),
  );
}

/** The order that applies to a call: a call that was over before a change keeps what applied before. */
export function orderOf({ order, replaced }: SandboxCampaign, run: CampaignRun, row: number): CampaignOrder {
  if (replaced.length === 0) return order;
  const settledMs = run.settledMs(row);
  if (settledMs === undefined) return order;
  const then = replaced.find(({ untilMs }) => settledMs < untilMs)?.order;
  return then === undefined ? order : { ...then, name: order.name };
}
