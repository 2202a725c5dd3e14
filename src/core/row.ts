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
  readonly first_sentence_delay_ms?: number | undefined;
  /** Deprecated by the API in favour of `status`. */
  readonly is_cancelled?: boolean | undefined;
  /** Deprecated by the API in favour of `status`. */
  readonly is_completed?: boolean | undefined;
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
  readonly transcript?: readonly TranscriptTurn[] | undefined;
}

export interface TranscriptTurn {
  /** `user`, `assistant`, `tool` */
  readonly role: string;
  readonly content: string;
  readonly tool_name?: string | undefined;
  readonly tool_arguments?: Readonly<Record<string, unknown>> | string | undefined;
  readonly tool_is_error?: boolean | undefined;
}

export const callStatuses = [
  'initializing',
  'queued_for_calling',
  'calling',
  'scheduled',
  'completed',
  'cancelled',
  'errored',
] as const;
export type CallStatus = (typeof callStatuses)[number];

export const attemptStatuses = ['queued', 'ringing', 'ongoing', 'completed', 'error'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

export const callResults = ['IVR', 'voicemail', 'human', 'unknown', 'ios-screening-filter'] as const;
export type CallResult = (typeof callResults)[number];

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
