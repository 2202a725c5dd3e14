import type { CampaignRun } from '../dialing/campaignRun.ts';
import { attemptProgress, isoOrNull } from './attemptView.ts';
import { callState } from './callView.ts';
import { organizationId, organizationNumber } from '../organization.ts';
import { structuredOutputOf } from '../talk/structuredOutput.ts';
import { transcriptOf } from '../talk/transcript.ts';
import { rulesConfig, type SandboxCampaign, type World } from '../world.ts';

/** One row as the service answers it, newest revision. `origin` is where recordings are served. */
export function rowView(world: World, campaign: SandboxCampaign, row: number, origin: string) {
  const { contacts } = campaign.order;
  const run = campaign.pacer?.run;
  return {
    id: world.ids.of({ kind: 'row', campaign: campaign.number, row, attempt: 0 }),
    input_data: contacts.variables(row),
    phone_number: contacts.phoneNumber(row),
    row_index: row,
    // A draft has ordered no calls yet.
    ...(run === undefined ? {} : { call: callOf(world, campaign, run, row, origin) }),
  };
}

function callOf(world: World, campaign: SandboxCampaign, run: CampaignRun, row: number, origin: string) {
  const { order } = campaign;
  const { status, scheduledMs } = callState(run, row);
  const starts = run.attempts.startsOf(row);
  const attempts = starts.map((queuedAtMs, index) =>
    attemptOf({ world, campaign, run, row, attempt: starts.length - index, queuedAtMs, origin }),
  );
  return {
    id: world.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
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
  world: World;
  campaign: SandboxCampaign;
  run: CampaignRun;
  row: number;
  attempt: number;
  queuedAtMs: number;
  origin: string;
}) {
  const { world, campaign, run, row, attempt, origin } = of;
  const { assistant, contacts } = campaign.order;
  const fate = run.fate(row, attempt);
  const at = attemptProgress(fate, of.queuedAtMs, run.nowMs);
  const over = at.endedMs !== undefined;
  const id = world.ids.of({ kind: 'attempt', campaign: campaign.number, row, attempt });
  const place = [world.seed, campaign.number, row, attempt];
  const variables = contacts.variables(row);
  return {
    id,
    answered_at: isoOrNull(at.answeredMs),
    dial_error: over ? (fate.dialError ?? null) : null,
    ended_at: isoOrNull(at.endedMs),
    phone_number: contacts.phoneNumber(row),
    recording_url: over && fate.talkMs > 0 ? `${origin}/recordings/${id}.wav` : null,
    result: over ? (fate.result ?? null) : null,
    started_at: isoOrNull(at.startedMs),
    status: at.status,
    end_reason: over ? (fate.endReason ?? null) : null,
    ended_by: over ? (fate.endedBy ?? null) : null,
    structured_output:
      at.endedMs === undefined || fate.scenario === undefined
        ? null
        : structuredOutputOf(assistant, fate.scenario, variables, at.endedMs, place),
    transcript: over ? transcriptOf(fate, assistant, variables, place) : null,
  };
}
