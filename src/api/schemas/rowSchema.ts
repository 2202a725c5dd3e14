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
import { memberSchema } from './accountSchema.ts';
import { assistantSchema, llmModelSchema } from './assistantSchema.ts';
import { retryConfigSchema } from './retryConfigSchema.ts';
import {
  count,
  flag,
  id,
  listOf,
  optionalListOf,
  part,
  text,
  textOrEmpty,
  texts,
  timestamp,
} from './tolerant.ts';

const anyRecord = z.record(z.string(), z.unknown());

const turn: z.ZodType<TranscriptTurn> = z.looseObject({
  role: textOrEmpty,
  content: textOrEmpty,
  tool_name: text,
  tool_arguments: z.union([anyRecord, z.string()]).optional().catch(undefined),
  tool_is_error: flag,
  tool_output: text,
});

/** Strict about its fields on purpose: each event of an agent also carries a whole prompt. */
const speechEvent: z.ZodType<SpeechEvent> = z.object({
  speaker: textOrEmpty,
  started_speaking_at_ms: count,
  stopped_speaking_at_ms: count,
  transcript: text,
  is_real_turn: flag,
  was_cut: flag,
});

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
  transcript: optionalListOf(turn),
  post_call_transcript: optionalListOf(turn),
  handled_by_ai: flag,
  handled_by_human: flag,
  handled_by_user: part(memberSchema),
  assistants_used: optionalListOf(z.string()),
  speech_events: optionalListOf(speechEvent),
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
    z.looseObject({ first_name: text, last_name: text, email: text, company: text, job_title: text }),
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
