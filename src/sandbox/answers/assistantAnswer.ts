import type { Assistant, LlmModel } from '../../core/assistant.ts';
import { retryDefaults, type CallRetryConfig } from '../../core/retryConfig.ts';
import { owner } from '../organization.ts';
import { isModern, revisionTraits, type Revision } from '../revision.ts';
import type { SandboxAssistant } from '../sandboxState.ts';

/** The fields of the oldest documented revision. */
const oldestFields = [
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

/** All 39 fields of the reference. */
const documentedFields = [
  ...oldestFields,
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

/** Fields of the clients since 0.2.0 that the sandbox's assistants do not use. */
const unusedFields = {
  cartesia_dictionary_pronunciation_id: null,
  logo_url: null,
  position: null,
  prompt_flow: null,
  slack: null,
  stt_context: null,
  stt_model: 'stt-rt-v5',
  type: 'standalone',
  zoho: null,
  created_by: owner,
  is_realestate_assistant: false,
} as const;

/** Has every field of the revision. Fields that are not set are null. */
export function assistantAnswer(revision: Revision, assistant: SandboxAssistant): Record<string, unknown> {
  const rules = assistant.call_retry_config && rulesAnswer(revision, assistant.call_retry_config);
  const known = { ...assistant, call_retry_config: rules };
  const pick = (fields: readonly (keyof Assistant)[]) =>
    Object.fromEntries(fields.map((field) => [field, known[field] ?? null]));
  if (revision === '0.1.1')
    return {
      ...pick(oldestFields),
      llm_model: oldestModel(assistant.llm_model),
      voice: oldestVoice(assistant),
    };
  if (revision === 'docs') return pick(documentedFields);
  return {
    ...pick(documentedFields),
    ...modernFields(revision, assistant),
    ...unusedFields,
    ...assistant.more,
  };
}

/**
 * Fields that are a number, a boolean or text in the clients' types and never null, and fields that only one
 * of the two revisions has.
 */
function modernFields(revision: Revision, assistant: Assistant) {
  const outcomes: readonly string[] = [...revisionTraits[revision].outcomes, 'none'];
  const notified = assistant.email_notification_outcomes?.filter((word) => outcomes.includes(word)) ?? null;
  const { transfer_phone_number: transfer = null } = assistant;
  const destinations = transfer === null ? null : [{ label: 'Colleague', phone_number: transfer }];
  return {
    after_call_sms_outcomes:
      assistant.after_call_sms_prompt === undefined ? null : afterCallSmsOutcomes(assistant),
    background_sound_volume: assistant.background_sound_volume ?? 0.2,
    email_notification_outcomes: notified,
    sms_enabled: assistant.sms_enabled ?? false,
    thinking_sound_probability: assistant.thinking_sound_probability ?? 0,
    thinking_sound_volume: assistant.thinking_sound_volume ?? 0.2,
    ...(revision === '0.5.0'
      ? {
          transfer_phone_number: undefined, // undefined leaves the field out
          transfer_destinations: destinations,
          precall_lookup_url: null,
          is_inbound_receptionist: false,
        }
      : { email_notification_language: 'en' }),
  };
}

/** The outcomes after which the assistant sends a text message, where it has a prompt for one. */
export function afterCallSmsOutcomes({ more }: SandboxAssistant): readonly string[] {
  const set = more?.after_call_sms_outcomes;
  return Array.isArray(set) ? (set as readonly string[]) : ['interested', 'completed'];
}

/** The oldest client knows two types of model and one property of a voice. */
function oldestModel(model: LlmModel | undefined): LlmModel | null {
  if (model === undefined) return null;
  if (model.type === 'dedicated-instance' || model.type === 'openrouter') return model;
  const name = model.model_name ?? model.realtime_model_id ?? model.type;
  return { type: 'openrouter', openrouter_model_id: name, openrouter_provider: 'custom' };
}

function oldestVoice({ voice }: Assistant) {
  return voice === undefined ? null : { id: voice.id, provider: voice.provider, speed: voice.speed };
}

/** The model of a call, as the revision names it. */
export function modelAnswer(revision: Revision, { llm_model: model }: Assistant): LlmModel | null {
  return revision === '0.1.1' ? oldestModel(model) : (model ?? null);
}

/** The oldest revision has windows and attempts only. The clients since 0.2.0 require every field. */
export function rulesAnswer(revision: Revision, rules: CallRetryConfig): CallRetryConfig {
  const { calling_windows, max_retry_attempts, timezone } = rules;
  if (revision === '0.1.1') return { calling_windows, max_retry_attempts, timezone };
  if (!isModern(revision)) return { ...rules, timezone };
  return {
    allowed_days: rules.allowed_days ?? retryDefaults.allowed_days,
    call_twice_in_a_row: rules.call_twice_in_a_row ?? retryDefaults.call_twice_in_a_row,
    calling_windows,
    max_retry_attempts,
    timezone,
  };
}
