import type { Assistant } from '../../core/assistant.ts';

/** The fields of the oldest documented revision. */
export const oldestAssistantFields = [
  'id',
  'background_sound',
  'calendly',
  'call_retry_config',
  'created_at',
  'end_of_call_sentence',
  'first_sentence',
  'first_sentence_delay_ms',
  'first_sentence_mode',
  'ivr_navigation_enabled',
  'llm_model',
  'max_call_duration_secs',
  'name',
  'organization_id',
  'prompt',
  'structured_output_config',
  'transfer_phone_number',
  'updated_at',
  'voice',
  'voicemail_message',
  'webhook_url',
  'faq_items',
  'pending_faq_count',
] as const satisfies readonly (keyof Assistant)[];

/** All 39 fields of the newest one. */
export const newestAssistantFields = [
  ...oldestAssistantFields,
  'after_call_sms_prompt',
  'background_sound_volume',
  'custom_tools',
  'email_notification_address',
  'email_notification_outcomes',
  'from_phone_number',
  'human_transfer_mode',
  'max_duration_end_message',
  'sms_enabled',
  'sms_template',
  'structured_output_prompt',
  'thinking_sound',
  'thinking_sound_probability',
  'thinking_sound_volume',
  'voicemail_sms_prompt',
  'warm_transfer_summary_instructions',
] as const satisfies readonly (keyof Assistant)[];

/** Over the wire each documented field is there; what is not set is null. */
export function assistantView(assistant: Assistant, fields: readonly (keyof Assistant)[]) {
  return Object.fromEntries(fields.map((field) => [field, assistant[field] ?? null]));
}
