import * as z from 'zod';
import type {
  Call,
  CallAttempt,
  Row,
  SentEmail,
  SentSms,
  SpeechEvent,
  TranscriptTurn,
} from '../../core/row.ts';
import { readTimestamp } from '../../core/timestamp.ts';
import { memberSchema } from './accountSchema.ts';
import { assistantSchema, llmModelSchema } from './assistantSchema.ts';
import { retryConfigSchema } from './retryConfigSchema.ts';
import {
  count,
  countOf,
  flag,
  id,
  line,
  listOf,
  optionalListOf,
  part,
  read,
  text,
  textOrEmpty,
  texts,
  textsOf,
  timestamp,
} from './tolerant.ts';

const anyRecord = z.record(z.string(), z.unknown());

// Turns and speech events are read without a schema. A campaign of 5,000 rows has 240,000 of them, mostly
// with several nulls, and the schema took half of the reading time. Unknown fields are left out.

function turnsOf(raw: unknown): readonly TranscriptTurn[] | undefined {
  return Array.isArray(raw) ? raw.filter(isObject).map(turnOf) : undefined;
}

function turnOf(raw: Readonly<Record<string, unknown>>): TranscriptTurn {
  const { role, content, tool_name, tool_arguments, tool_is_error, tool_output } = raw;
  const isText = typeof tool_arguments === 'string';
  return {
    role: textOf(role) ?? '',
    content: textOf(content) ?? '',
    tool_name: textOf(tool_name),
    tool_arguments: isText || isObject(tool_arguments) ? tool_arguments : undefined,
    tool_is_error: flagOf(tool_is_error),
    tool_output: textOf(tool_output),
  };
}

/** Takes the known fields only: each event of an agent also carries a whole prompt. */
function speechEventsOf(raw: unknown): readonly SpeechEvent[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.filter(isObject).map((event) => ({
    speaker: textOf(event.speaker) ?? '',
    started_speaking_at_ms: numberOf(event.started_speaking_at_ms),
    stopped_speaking_at_ms: numberOf(event.stopped_speaking_at_ms),
    transcript: textOf(event.transcript),
    is_real_turn: flagOf(event.is_real_turn),
    was_cut: flagOf(event.was_cut),
  }));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

const turns = read(turnsOf);
const speechEvents = read(speechEventsOf);

const sms: z.ZodType<SentSms> = z.looseObject({
  id: textOrEmpty,
  message_body: textOrEmpty,
  to_phone_number: text,
  type: text,
  created_at: timestamp,
});

const email: z.ZodType<SentEmail> = z.looseObject({
  id: textOrEmpty,
  subject: textOrEmpty,
  from_address: text,
  to_emails: listOf(z.string()),
  created_at: timestamp,
});

const attempt: z.ZodType<CallAttempt> = z.looseObject({
  id: textOrEmpty,
  status: textOrEmpty,
  phone_number: text,
  started_at: timestamp,
  answered_at: timestamp,
  ended_at: timestamp,
  dial_error: text,
  result: text,
  ended_by: text,
  end_reason: text,
  recording_url: text,
  structured_output: part(anyRecord),
  transcript: turns,
  post_call_transcript: turns,
  handled_by_ai: flag,
  handled_by_human: flag,
  handled_by_user: part(memberSchema),
  assistants_used: optionalListOf(z.string()),
  speech_events: speechEvents,
  sms_log: optionalListOf(sms),
  email_log: optionalListOf(email),
});

export const callSchema: z.ZodType<Call> = z.looseObject({
  id: textOrEmpty,
  status: textOrEmpty,
  to_phone_number: text,
  from_phone_number: text,
  direction: text,
  organization_id: text,
  created_at: timestamp,
  scheduled_at: timestamp,
  calls_count: count,
  call_attempts: listOf(attempt),
  last_call_attempt: part(attempt),
  call_retry_config: part(retryConfigSchema),
  assistant: part(assistantSchema),
  campaign: part(z.looseObject({ id: textOrEmpty, name: textOrEmpty })),
  llm_model: part(llmModelSchema),
  metadata: part(texts),
  contact: part(
    z.looseObject({ first_name: line, last_name: line, email: line, company: line, job_title: line }),
  ),
  assignee: part(memberSchema),
  outcome: text,
  outcome_summary: text,
  prompt_variables: part(texts),
  updated_at: timestamp,
  slack_channel_ids: optionalListOf(z.string()),
  first_sentence_delay_ms: count,
  is_cancelled: flag,
  is_completed: flag,
});

export const rowSchema: z.ZodType<Row> = z.looseObject({
  id,
  phone_number: textOrEmpty,
  input_data: texts,
  row_index: count,
  call: part(callSchema),
});

// Facts are made of every row of a campaign, and of few of its fields. Those alone are read, without a
// schema, which takes less time. A test compares the facts that both ways give.

/**
 * A row with only those fields that facts about people are made of: see personFacts.ts.
 * @param id of the row
 * @param raw the row as it was sent
 */
export function factsRowOf(id: string, raw: Readonly<Record<string, unknown>>): Row {
  return {
    id,
    phone_number: textOf(raw.phone_number) ?? '',
    input_data: textsOf(raw.input_data),
    row_index: countOf(raw.row_index),
    call: isObject(raw.call) ? factsCallOf(raw.call) : undefined,
  };
}

function factsCallOf(raw: Readonly<Record<string, unknown>>): Call {
  const attempts = Array.isArray(raw.call_attempts) ? raw.call_attempts : [];
  return {
    id: textOf(raw.id) ?? '',
    status: textOf(raw.status) ?? '',
    from_phone_number: textOf(raw.from_phone_number),
    call_attempts: attempts.filter(isObject).map(factsAttemptOf),
    outcome: textOf(raw.outcome),
    outcome_summary: textOf(raw.outcome_summary),
  };
}

function factsAttemptOf(raw: Readonly<Record<string, unknown>>): CallAttempt {
  return {
    id: textOf(raw.id) ?? '',
    status: textOf(raw.status) ?? '',
    started_at: readTimestamp(raw.started_at),
    answered_at: readTimestamp(raw.answered_at),
    ended_at: readTimestamp(raw.ended_at),
    dial_error: textOf(raw.dial_error),
    result: textOf(raw.result),
    ended_by: textOf(raw.ended_by),
    end_reason: textOf(raw.end_reason),
    structured_output: isObject(raw.structured_output) ? raw.structured_output : undefined,
    transcript: turnsOf(raw.transcript),
    post_call_transcript: turnsOf(raw.post_call_transcript),
  };
}
