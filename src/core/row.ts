import type { Member } from './account.ts';
import type { Assistant, LlmModel } from './assistant.ts';
import type { CallRetryConfig } from './retryConfig.ts';
import type { Timestamp } from './timestamp.ts';

/** One contact of a campaign and, once the service made it, the call order for it. */
export interface Row {
  readonly id: string;
  /** E.164 */
  readonly phone_number: string;
  /** The contact's prompt variables as they were sent. */
  readonly input_data: Readonly<Record<string, string>>;
  readonly row_index?: number | undefined;
  readonly call?: Call | undefined;
}

/** A call order: it is resolved over several call attempts, which may span days. */
export interface Call {
  readonly id: string;
  /** One of `callStatuses`, or a word this version does not know. */
  readonly status: string;
  readonly to_phone_number?: string | undefined;
  readonly from_phone_number?: string | undefined;
  /** `outbound`, `inbound` */
  readonly direction?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly created_at?: Timestamp | undefined;
  readonly scheduled_at?: Timestamp | undefined;
  /** Attempts made, as the server counts them. */
  readonly calls_count?: number | undefined;
  /** Newest first. */
  readonly call_attempts: readonly CallAttempt[];
  readonly last_call_attempt?: CallAttempt | undefined;
  readonly call_retry_config?: CallRetryConfig | undefined;
  readonly assistant?: Assistant | undefined;
  readonly campaign?: { readonly id: string; readonly name: string } | undefined;
  readonly llm_model?: LlmModel | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** The person as the service identified them, from variables and what was said. */
  readonly contact?: CallContact | undefined;
  /** Who follows up on this call. */
  readonly assignee?: Member | undefined;
  /** One of `callOutcomes`, or a word this version does not know. */
  readonly outcome?: string | undefined;
  /** A sentence that explains the outcome. */
  readonly outcome_summary?: string | undefined;
  readonly prompt_variables?: Readonly<Record<string, string>> | undefined;
  readonly updated_at?: Timestamp | undefined;
  readonly slack_channel_ids?: readonly string[] | undefined;
  readonly first_sentence_delay_ms?: number | undefined;
  /** Deprecated by the API in favour of `status`. */
  readonly is_cancelled?: boolean | undefined;
  /** Deprecated by the API in favour of `status`. */
  readonly is_completed?: boolean | undefined;
}

export interface CallContact {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly email?: string | undefined;
  readonly company?: string | undefined;
  readonly job_title?: string | undefined;
}

/** A single dial of the number. */
export interface CallAttempt {
  readonly id: string;
  /** One of `attemptStatuses`, or a word this version does not know. */
  readonly status: string;
  readonly phone_number?: string | undefined;
  readonly started_at?: Timestamp | undefined;
  readonly answered_at?: Timestamp | undefined;
  readonly ended_at?: Timestamp | undefined;
  /** One of `dialErrors`, or a word this version does not know. */
  readonly dial_error?: string | undefined;
  /** One of `callResults`, or a word this version does not know. */
  readonly result?: string | undefined;
  /** `agent`, `user`, `system` */
  readonly ended_by?: string | undefined;
  readonly end_reason?: string | undefined;
  /** May be signed: treat as a secret. */
  readonly recording_url?: string | undefined;
  readonly structured_output?: Readonly<Record<string, unknown>> | undefined;
  /** Written while the call was in progress. */
  readonly transcript?: readonly TranscriptTurn[] | undefined;
  /** Made from the recording after the call, and better than `transcript`. */
  readonly post_call_transcript?: readonly TranscriptTurn[] | undefined;
  readonly handled_by_ai?: boolean | undefined;
  readonly handled_by_human?: boolean | undefined;
  readonly handled_by_user?: Member | undefined;
  /** Ids of assistants in the order in which they spoke. */
  readonly assistants_used?: readonly string[] | undefined;
  /** In the order of their start. The prompts that the API sends with them are not kept. */
  readonly speech_events?: readonly SpeechEvent[] | undefined;
  /** Oldest first. */
  readonly sms_log?: readonly SentSms[] | undefined;
  /** Oldest first. */
  readonly email_log?: readonly SentEmail[] | undefined;
}

/** A stretch of speech. Times are ms since the start of the session. */
export interface SpeechEvent {
  /** `user`, `agent` */
  readonly speaker: string;
  readonly started_speaking_at_ms?: number | undefined;
  readonly stopped_speaking_at_ms?: number | undefined;
  readonly transcript?: string | undefined;
  /** False for noise. */
  readonly is_real_turn?: boolean | undefined;
  /** The agent was interrupted. */
  readonly was_cut?: boolean | undefined;
}

export interface SentSms {
  readonly id: string;
  readonly message_body: string;
  readonly to_phone_number?: string | undefined;
  /** `in_call`, `voicemail`, `after_call` */
  readonly type?: string | undefined;
  readonly created_at?: Timestamp | undefined;
}

export interface SentEmail {
  readonly id: string;
  readonly subject: string;
  readonly from_address?: string | undefined;
  readonly to_emails: readonly string[];
  readonly created_at?: Timestamp | undefined;
}

export interface TranscriptTurn {
  /** `user`, `assistant`, `human_agent`, `tool` */
  readonly role: string;
  readonly content: string;
  readonly tool_name?: string | undefined;
  readonly tool_arguments?: Readonly<Record<string, unknown>> | string | undefined;
  readonly tool_is_error?: boolean | undefined;
  readonly tool_output?: string | undefined;
}

export const callStatuses = [
  'not_launched',
  'initializing',
  'queued_for_calling',
  'calling',
  'post_processing',
  'scheduled',
  'paused',
  'completed',
  'cancelled',
  'errored',
] as const;
export type CallStatus = (typeof callStatuses)[number];

export const attemptStatuses = ['queued', 'ringing', 'ongoing', 'completed', 'error'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

export const callResults = ['IVR', 'voicemail', 'human', 'unknown', 'ios-screening-filter'] as const;
export type CallResult = (typeof callResults)[number];

/** The result of a call. The last three come from servers of generation `draft` only. */
export const callOutcomes = [
  'interested',
  'requested_callback_later',
  'completed',
  'not_interested',
  'requested_callback_new_number',
  'do_not_contact',
  'ai_averse',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** `result` as a question about rows: a result, any (`all`), or no result yet (`none`). */
export const resultFilters = [...callResults, 'all', 'none'] as const;
export type ResultFilter = (typeof resultFilters)[number];

export const dialErrors = [
  'number_non_attributed',
  'too_many_calls',
  'busy',
  'temporarily_unavailable',
  'no_answer',
  'no_international_permission',
  'precondition_failed',
  'non_classified_error',
] as const;
export type DialError = (typeof dialErrors)[number];

/** A question about the rows of a campaign. Pages count from 0 here, whatever the server does. */
export interface RowsQuery {
  readonly page: number;
  readonly page_size: number;
  readonly query?: string | undefined;
  readonly result?: ResultFilter | undefined;
  readonly statuses?: readonly CallStatus[] | undefined;
}

export interface RowsPage {
  /** From 0. */
  readonly page: number;
  readonly page_size: number;
  readonly rows: readonly Row[];
  /** Rows that match, over all pages; undefined where the server does not say. */
  readonly total: number | undefined;
}
