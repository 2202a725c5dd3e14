import type { CallRetryConfig } from './retryConfig.ts';

/**
 * The body of `POST /campaigns`. Which of `launch`, `type` and `scheduled_at` go out depends on the server's
 * generation: `today` takes none of them, `draft` needs `launch` and `type`, `first` starts at once without
 * `launch`.
 */
export interface CreateCampaignRequest {
  /** As `assistantIdPattern` says. */
  readonly assistant_id: string;
  /** At least one character. */
  readonly name: string;
  readonly contacts: readonly Contact[];
  readonly launch?: boolean | undefined;
  readonly type?: 'regular' | undefined;
  readonly call_retry_config?: CallRetryConfig | undefined;
  /** E.164 */
  readonly from_phone_number?: string | undefined;
  /** At least 1. */
  readonly max_concurrent_calls?: number | undefined;
  /** ISO 8601 */
  readonly scheduled_at?: string | undefined;
}

export interface Contact {
  /** E.164 */
  readonly to_phone_number: string;
  readonly prompt_variables: Readonly<Record<string, string>>;
}

/**
 * The rows of a campaign as the service exports them. The file name is the server's: make it safe before use.
 */
export interface CampaignExport {
  readonly csv: string;
  readonly filename: string;
}
