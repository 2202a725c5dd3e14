import type { CampaignRun } from '../dialing/campaignRun.ts';
import { attemptProgress, isoOrNull } from './attemptAnswer.ts';
import { callState } from './callState.ts';
import { organizationId, organizationNumber } from '../organization.ts';
import { structuredOutputOf } from '../conversation/structuredOutput.ts';
import { transcriptOf } from '../conversation/transcript.ts';
import { rulesConfig, type SandboxCampaign, type SandboxState } from '../sandboxState.ts';

/** One row as the service answers it, newest revision. `origin` is where recordings are served. */
export function rowView(state: SandboxState, campaign: SandboxCampaign, row: number, origin: string) {
  const { contacts } = campaign.order;
  const run = campaign.pacer?.run;
  return {
    id: state.ids.of({ kind: 'row', campaign: campaign.number, row, attempt: 0 }),
    input_data: contacts.variables(row),
    phone_number: contacts.phoneNumber(row),
    row_index: row,
    // A draft has ordered no calls yet.
    ...(run === undefined ? {} : { call: callOf(state, campaign, run, row, origin) }),
  };
}

function callOf(
  state: SandboxState,
  campaign: SandboxCampaign,
  run: CampaignRun,
  row: number,
  origin: string,
) {
  const { order } = campaign;
  const { status, scheduledMs } = callState(run, row);
  const starts = run.attempts.startsOf(row);
  const attempts = starts.map((queuedAtMs, index) =>
    attemptOf({ state, campaign, run, row, attempt: starts.length - index, queuedAtMs, origin }),
  );
  return {
    id: state.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
    assistant: order.assistant,
    call_attempts: attempts,
    call_retry_config: rulesConfig(order) ?? null,
    calls_count: attempts.length,
    campaign: { id: campaign.id, name: order.name },
    created_at: isoOrNull(campaign.createdMs),
    direction: 'outbound',
    first_sentence_delay_ms: order.assistant.first_sentence_delay_ms ?? 400,
    from_phone_number: order.fromPhoneNumber ?? order.assistant.from_phone_number ?? organizationNumber,
    is_cancelled: status === 'cancelled',
    is_completed: status === 'completed',
    last_call_attempt: attempts[0] ?? null,
    llm_model: order.assistant.llm_model,
    metadata: { source: 'campaign', row: String(row + 1) },
    organization_id: organizationId,
    scheduled_at: isoOrNull(scheduledMs),
    status,
    to_phone_number: order.contacts.phoneNumber(row),
  };
}

function attemptOf(of: {
  state: SandboxState;
  campaign: SandboxCampaign;
  run: CampaignRun;
  row: number;
  attempt: number;
  queuedAtMs: number;
  origin: string;
}) {
  const { state, campaign, run, row, attempt, origin } = of;
  const { assistant, contacts } = campaign.order;
  const outcome = run.outcome(row, attempt);
  const at = attemptProgress(outcome, of.queuedAtMs, run.nowMs);
  const over = at.endedMs !== undefined;
  const id = state.ids.of({ kind: 'attempt', campaign: campaign.number, row, attempt });
  const place = [state.seed, campaign.number, row, attempt];
  const variables = contacts.variables(row);
  return {
    id,
    answered_at: isoOrNull(at.answeredMs),
    dial_error: over ? (outcome.dialError ?? null) : null,
    ended_at: isoOrNull(at.endedMs),
    phone_number: contacts.phoneNumber(row),
    recording_url: over && outcome.talkMs > 0 ? `${origin}/recordings/${id}.wav` : null,
    result: over ? (outcome.result ?? null) : null,
    started_at: isoOrNull(at.startedMs),
    status: at.status,
    end_reason: over ? (outcome.endReason ?? null) : null,
    ended_by: over ? (outcome.endedBy ?? null) : null,
    structured_output:
      at.endedMs === undefined || outcome.conversation === undefined
        ? null
        : structuredOutputOf(assistant, outcome.conversation, variables, at.endedMs, place),
    transcript: over ? transcriptOf(outcome, assistant, variables, place) : null,
  };
}
