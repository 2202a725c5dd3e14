import type { CallOutcome } from '../dialing/callOutcome.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { contactName, contactOf } from '../conversation/contactOf.ts';
import { fillPlaceholders } from '../conversation/fillPlaceholders.ts';
import { modernTranscript, postCallTranscript, type ModernTurn } from '../conversation/modernTranscript.ts';
import { isTakenOver, outcomeWord } from '../conversation/outcome.ts';
import { speechEvents } from '../conversation/speechEvents.ts';
import { structuredOutputOf } from '../conversation/extractedValues.ts';
import { transcriptOf } from '../conversation/transcript.ts';
import type { Context } from '../sandboxContext.ts';
import { operator } from '../organization.ts';
import { isModern, revisionTraits, type OutcomeWord, type Revision } from '../revision.ts';
import type { CampaignOrder, SandboxCampaign } from '../sandboxState.ts';
import { afterCallSmsOutcomes } from './assistantAnswer.ts';
import { attemptProgress, isoOrNull, type AttemptProgress } from './attemptProgress.ts';

interface Attempt {
  readonly context: Context;
  readonly campaign: SandboxCampaign;
  readonly run: CampaignRun;
  readonly row: number;
  /** From 1. */
  readonly number: number;
  readonly queuedAtMs: number;
}

/** One attempt of a call as the revision describes it. */
export function attemptAnswer(attempt: Attempt) {
  const { context, campaign, run, row, number } = attempt;
  const { state, revision, origin } = context;
  const { assistant, contacts } = campaign.order;
  const outcome = run.outcome(row, number);
  const at = attemptProgress(outcome, attempt.queuedAtMs, run.nowMs);
  const over = at.endedMs !== undefined;
  const id = state.ids.of({ kind: 'attempt', campaign: campaign.number, row, attempt: number });
  const place = [state.seed, campaign.number, row, number];
  const variables = contacts.variables(row);
  const transcript = over ? transcriptOf(outcome, assistant, variables, place) : null;
  const answer = {
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
    transcript,
  };
  if (!isModern(revision)) return answer;
  const takenOver = isTakenOver(outcome, contacts.phoneNumber(row), place);
  const turns = transcript === null ? null : modernTranscript(transcript, takenOver);
  const worked = over && (number < run.attemptCount(row) || !run.isPostProcessing(row));
  const fields = {
    ...answer,
    end_reason: over ? endReason(outcome, takenOver) : null,
    assistants_used: at.answeredMs === undefined ? [] : [assistant.id],
    post_call_transcript: turns === null || !worked ? null : postCallTranscript(turns),
    sms_log: over ? smsLog(attempt, outcome, at, revision) : [],
    transcript: turns,
  };
  if (revision === '0.3.0') return fields;
  return {
    ...fields,
    handled_by_ai: at.answeredMs !== undefined,
    handled_by_human: over && takenOver,
    handled_by_user: over && takenOver ? operator : null,
    email_log: over ? emailLog(attempt, outcome, at) : [],
    speech_events: turns === null ? null : speech(attempt, outcome, turns, place),
  };
}

/** `end_reason` of the clients since 0.2.0, which has more values than the reference. */
function endReason(outcome: CallOutcome, takenOver: boolean): string | null {
  if (takenOver) return 'human_takeover';
  if (outcome.dialError === 'busy') return 'user_rejected';
  if (outcome.dialError === 'no_answer') return 'user_unavailable';
  if (outcome.conversation === 'too_long') return 'max_duration';
  return outcome.endReason ?? (outcome.endedBy === 'user' ? 'client_initiated' : null);
}

function speech(
  { context, campaign, row }: Attempt,
  outcome: CallOutcome,
  turns: readonly ModernTurn[],
  place: readonly number[],
) {
  const prompt = fillPlaceholders(
    campaign.order.assistant.prompt ?? '',
    campaign.order.contacts.variables(row),
  );
  return speechEvents({ turns, prompt, talkMs: outcome.talkMs, place, promptBytes: context.promptBytes });
}

/**
 * The text messages that the assistant sends: after a voicemail, and after a conversation with one of its
 * outcomes.
 */
function smsLog(
  { campaign, row, number }: Attempt,
  outcome: CallOutcome,
  at: AttemptProgress,
  revision: Revision,
) {
  const { assistant, contacts } = campaign.order;
  const after = afterCallSmsOutcomes(assistant).includes(wordOf(outcome, revision) ?? 'none');
  const prompt = outcome.result === 'voicemail' ? assistant.voicemail_sms_prompt : undefined;
  const text = prompt ?? (after ? assistant.after_call_sms_prompt : undefined);
  if (text === undefined || assistant.sms_enabled !== true) return [];
  const sent = {
    id: `sms_${campaign.number}_${row}_${number}`,
    created_at: isoOrNull(at.endedMs),
    message_body: smsText(campaign.order, row),
    to_phone_number: contacts.phoneNumber(row),
    type: prompt === undefined ? 'after_call' : 'voicemail',
  };
  const messageId = `SM${'0'.repeat(24)}${campaign.number}${row}${number}`;
  return revision === '0.3.0'
    ? [{ ...sent, twilio_message_sid: messageId }]
    : [{ ...sent, provider: 'twilio', provider_message_id: messageId }];
}

function smsText({ assistant, contacts }: CampaignOrder, row: number): string {
  const variables = contacts.variables(row);
  if (assistant.sms_template !== undefined) return fillPlaceholders(assistant.sms_template, variables);
  const name = contactName(variables);
  return `${name === '' ? 'Hello' : `Hello ${name}`}, we just tried to reach you. ${assistant.name}`;
}

/** The email notification to the organization, where the assistant sends one for this outcome. */
function emailLog({ campaign, row, number }: Attempt, outcome: CallOutcome, at: AttemptProgress) {
  const { assistant, contacts } = campaign.order;
  const word = wordOf(outcome, '0.5.0');
  const { email_notification_address: to, email_notification_outcomes: wanted = [] } = assistant;
  if (to === undefined || word === undefined || !wanted.includes(word)) return [];
  const { company } = contactOf(contacts.variables(row));
  const who = contactName(contacts.variables(row)) || contacts.phoneNumber(row);
  return [
    {
      id: `email_${campaign.number}_${row}_${number}`,
      created_at: isoOrNull(at.endedMs),
      from_address: 'calls@revox.example',
      resend_message_id: null,
      subject: `${word.replaceAll('_', ' ')}: ${who}${company === null ? '' : ` (${company})`}`,
      to_emails: to.split(',').map((address) => address.trim()),
    },
  ];
}

function wordOf({ conversation }: CallOutcome, revision: Revision): OutcomeWord | undefined {
  return conversation === undefined
    ? undefined
    : outcomeWord(conversation, revisionTraits[revision].outcomes);
}
