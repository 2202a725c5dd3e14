import type { CallRetryConfig } from './retryConfig.ts';
import type { Timestamp } from './timestamp.ts';

/**
 * The voice agent that makes the calls. Lists and rows embed it whole, secrets included (see redact.ts).
 * Every field but the id may be missing: older revisions of the API send fewer.
 */
export interface Assistant {
  readonly id: string;
  readonly name: string;
  readonly organization_id?: string | undefined;
  readonly prompt?: string | undefined;
  readonly first_sentence?: string | undefined;
  readonly first_sentence_delay_ms?: number | undefined;
  /** `generated`, `static`, `none` */
  readonly first_sentence_mode?: string | undefined;
  readonly end_of_call_sentence?: string | undefined;
  readonly voicemail_message?: string | undefined;
  readonly voicemail_sms_prompt?: string | undefined;
  readonly after_call_sms_prompt?: string | undefined;
  readonly sms_enabled?: boolean | undefined;
  readonly sms_template?: string | undefined;
  readonly background_sound?: string | undefined;
  /** 0 to 1 */
  readonly background_sound_volume?: number | undefined;
  readonly thinking_sound?: string | undefined;
  /** 0 to 1 */
  readonly thinking_sound_probability?: number | undefined;
  /** 0 to 1 */
  readonly thinking_sound_volume?: number | undefined;
  readonly calendly?: Calendly | undefined;
  readonly call_retry_config?: CallRetryConfig | undefined;
  readonly custom_tools?: readonly CustomTool[] | undefined;
  readonly email_notification_address?: string | undefined;
  readonly email_notification_outcomes?: readonly string[] | undefined;
  readonly faq_items?: readonly FaqItem[] | undefined;
  readonly pending_faq_count?: number | undefined;
  readonly from_phone_number?: string | undefined;
  /** `warm`, `cold` */
  readonly human_transfer_mode?: string | undefined;
  readonly warm_transfer_summary_instructions?: string | undefined;
  readonly transfer_phone_number?: string | undefined;
  readonly ivr_navigation_enabled?: boolean | undefined;
  readonly llm_model?: LlmModel | undefined;
  readonly max_call_duration_secs?: number | undefined;
  readonly max_duration_end_message?: string | undefined;
  readonly structured_output_config?: readonly StructuredOutputField[] | undefined;
  readonly structured_output_prompt?: string | undefined;
  readonly voice?: Voice | undefined;
  readonly webhook_url?: string | undefined;
  readonly created_at?: Timestamp | undefined;
  readonly updated_at?: Timestamp | undefined;
}

export interface Calendly {
  readonly connection_id?: string | undefined;
  readonly event_type_id?: string | undefined;
}

export interface CustomTool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly body_template?: string | undefined;
  readonly headers?: readonly KeyValue[] | undefined;
  readonly query_params?: readonly KeyValue[] | undefined;
  readonly input_schema?: readonly StructuredOutputField[] | undefined;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface FaqItem {
  readonly id?: string | undefined;
  readonly question: string;
  readonly answer: string;
  readonly needs_human_answer?: boolean | undefined;
  readonly source?: string | undefined;
}

/** One value that is extracted from a call, or one parameter of a tool. */
export interface StructuredOutputField {
  readonly name: string;
  readonly required: boolean;
  /** `string`, `number`, `boolean`, `enum`, `date`, `datetime` */
  readonly type: string;
  readonly description?: string | undefined;
  readonly enum_options?: readonly string[] | undefined;
}

/** Four documented kinds, told apart by `type`; a kind we do not know keeps its `type` and shows as that. */
export interface LlmModel {
  /** `dedicated-instance`, `openrouter`, `custom`, `realtime` */
  readonly type: string;
  readonly name?: string | undefined;
  readonly openrouter_model_id?: string | undefined;
  readonly openrouter_provider?: string | undefined;
  readonly api_key?: string | undefined;
  readonly api_url?: string | undefined;
  readonly model_name?: string | undefined;
  readonly provider?: string | undefined;
  readonly realtime_model_id?: string | undefined;
  readonly realtime_voice_id?: string | undefined;
}

export interface Voice {
  readonly id: string;
  readonly provider?: string | undefined;
  readonly speed?: number | undefined;
  readonly volume?: number | undefined;
}

/** The display name of a model of any of the four kinds. Never the key. */
export function llmModelName(model: LlmModel): string {
  return model.name ?? model.openrouter_model_id ?? model.model_name ?? model.realtime_model_id ?? model.type;
}
