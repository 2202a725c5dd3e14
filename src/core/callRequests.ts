import type { Call, CallResult, CallStatus } from './row.ts';

/** The body of `POST /call`. The service dials at once unless `scheduled_at` is in the future. */
export interface CreateCallRequest {
  /** E.164 */
  readonly phone_number: string;
  readonly assistant_id: string;
  /** E.164 */
  readonly from_phone_number?: string | undefined;
  readonly prompt_variables?: Readonly<Record<string, string>> | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** ISO 8601 */
  readonly scheduled_at?: string | undefined;
  /** Calls outside the calling windows, too. */
  readonly skip_calling_window?: boolean | undefined;
}

/** A search for calls in all campaigns. A field that is absent does not filter. Pages count from 0 here. */
export interface CallSearch {
  readonly page: number;
  readonly page_size: number;
  readonly assignee_ids?: readonly string[] | undefined;
  readonly assistant_ids?: readonly string[] | undefined;
  readonly call_ids?: readonly string[] | undefined;
  readonly campaign_ids?: readonly string[] | undefined;
  /** `inbound`, `outbound` */
  readonly directions?: readonly string[] | undefined;
  readonly from_phone_numbers?: readonly string[] | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly results?: readonly (CallResult | 'none')[] | undefined;
  readonly statuses?: readonly CallStatus[] | undefined;
  readonly query?: string | undefined;
  readonly to_phone_number?: string | undefined;
  /**
   * Calls that changed last come first. The parameter is not documented, so the caller must check the order
   * of the answer.
   */
  readonly newestFirst?: boolean | undefined;
}

export interface CallSearchPage {
  /** From 0. */
  readonly page: number;
  readonly page_size: number;
  readonly calls: readonly Call[];
  /** Calls that match, over all pages; undefined where the server does not say. */
  readonly total: number | undefined;
}
