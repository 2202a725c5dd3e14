import * as z from 'zod';
import type { Call, CallAttempt, Row, TranscriptTurn } from '../../core/row.ts';
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
});

const call: z.ZodType<Call> = z.looseObject({
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
  first_sentence_delay_ms: count,
  is_cancelled: flag,
  is_completed: flag,
});

export const rowSchema: z.ZodType<Row> = z.looseObject({
  id,
  phone_number: textOrEmpty,
  input_data: texts,
  row_index: count,
  call: part(call),
});
