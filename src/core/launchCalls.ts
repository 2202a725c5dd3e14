import type { CallStatus } from './row.ts';

/**
 * The body of `POST /campaigns/{id}/launch-calls`. The API's other mode needs a live operator and is never
 * sent.
 */
export interface LaunchCallsRequest {
  readonly mode: 'ai_first';
  readonly selection: {
    readonly rows: {
      readonly mode: 'only';
      /** Ids of `row.call`, not of rows. */
      readonly call_ids: readonly string[];
    };
    /** An empty list filters nothing. All five lists are required. */
    readonly filters: {
      readonly assignee_ids: readonly string[];
      readonly directions: readonly string[];
      readonly outcomes: readonly string[];
      readonly results: readonly string[];
      readonly statuses: readonly CallStatus[];
      readonly query?: string | undefined;
    };
  };
  /** ISO 8601; absent: now. */
  readonly scheduled_at?: string | undefined;
}

export interface LaunchCallsAnswer {
  /** Undefined where the server does not say. */
  readonly launched: number | undefined;
  readonly skipped: SkippedCalls;
}

/** Calls of the selection that were not launched, by the service's reason. */
export interface SkippedCalls {
  readonly active: number;
  readonly attempts_exhausted: number;
  readonly cancelled: number;
}
