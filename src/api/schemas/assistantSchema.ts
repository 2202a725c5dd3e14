import * as z from 'zod';
import type { Assistant, LlmModel, StructuredOutputField } from '../../core/assistant.ts';
import { retryConfigSchema } from './retryConfigSchema.ts';
import {
  count,
  flag,
  line,
  lineOrEmpty,
  optionalListOf,
  part,
  text,
  textOrEmpty,
  timestamp,
} from './tolerant.ts';

const field: z.ZodType<StructuredOutputField> = z.looseObject({
  name: textOrEmpty,
  required: z.boolean().catch(false),
  type: textOrEmpty,
  description: text,
  enum_options: optionalListOf(z.string()),
});

const keyValue = z.looseObject({ key: textOrEmpty, value: textOrEmpty });

const customTool = z.looseObject({
  name: textOrEmpty,
  description: text,
  method: text,
  url: text,
  body_template: text,
  headers: optionalListOf(keyValue),
  query_params: optionalListOf(keyValue),
  input_schema: optionalListOf(field),
});

const faqItem = z.looseObject({
  id: text,
  question: textOrEmpty,
  answer: textOrEmpty,
  needs_human_answer: flag,
  source: text,
});

/** A union of four kinds so far. Read as one open object, so that the fifth kind is no error. */
export const llmModelSchema: z.ZodType<LlmModel> = z.looseObject({
  type: lineOrEmpty,
  name: line,
  openrouter_model_id: line,
  openrouter_provider: text,
  api_key: text,
  api_url: text,
  model_name: line,
  provider: line,
  realtime_model_id: line,
  realtime_voice_id: text,
});

/** 23 fields in the oldest revision, 39 in the newest; all but the id may be missing. */
export const assistantSchema: z.ZodType<Assistant> = z.looseObject({
  id: textOrEmpty,
  name: lineOrEmpty,
  organization_id: text,
  prompt: text,
  first_sentence: text,
  first_sentence_delay_ms: count,
  first_sentence_mode: text,
  end_of_call_sentence: text,
  voicemail_message: text,
  voicemail_sms_prompt: text,
  after_call_sms_prompt: text,
  sms_enabled: flag,
  sms_template: text,
  background_sound: text,
  background_sound_volume: count,
  thinking_sound: text,
  thinking_sound_probability: count,
  thinking_sound_volume: count,
  calendly: part(z.looseObject({ connection_id: text, event_type_id: text })),
  call_retry_config: part(retryConfigSchema),
  custom_tools: optionalListOf(customTool),
  email_notification_address: text,
  email_notification_outcomes: optionalListOf(z.string()),
  faq_items: optionalListOf(faqItem),
  pending_faq_count: count,
  from_phone_number: line,
  human_transfer_mode: text,
  warm_transfer_summary_instructions: text,
  transfer_phone_number: text,
  ivr_navigation_enabled: flag,
  llm_model: part(llmModelSchema),
  max_call_duration_secs: count,
  max_duration_end_message: text,
  structured_output_config: optionalListOf(field),
  structured_output_prompt: text,
  voice: part(z.looseObject({ id: textOrEmpty, provider: text, speed: count, volume: count })),
  webhook_url: text,
  created_at: timestamp,
  updated_at: timestamp,
});
