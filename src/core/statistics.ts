import type { Timestamp } from './timestamp.ts';

/**
 * `GET /campaigns/{id}/statistics`. Counts are over distinct phone numbers; a percentage is undefined where
 * its denominator is zero. What the server leaves out is undefined or an empty list.
 */
export interface CampaignStatistics {
  readonly campaign?: StatisticsCampaign | undefined;
  readonly effort?: StatisticsEffort | undefined;
  readonly funnel?: StatisticsFunnel | undefined;
  readonly hot_lead_outcomes: readonly string[];
  readonly inbound?: { readonly unique_callers?: number | undefined } | undefined;
  readonly leads: StatisticsLeads;
  readonly outcome_breakdown: readonly OutcomeCount[];
  readonly data_extraction?:
    { readonly intro?: string | undefined; readonly fields: readonly string[] } | undefined;
}

export interface StatisticsCampaign {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly is_cancelled: boolean;
  readonly agent_name?: string | undefined;
  readonly first_activity_at?: Timestamp | undefined;
  readonly last_activity_at?: Timestamp | undefined;
  readonly has_activity?: boolean | undefined;
  readonly max_attempts_per_contact?: number | undefined;
  readonly timezone?: string | undefined;
}

export interface StatisticsEffort {
  readonly calls_total?: number | undefined;
  readonly inbound_calls?: number | undefined;
  readonly outbound_attempts?: number | undefined;
}

/** Percentages are 0 to 100. */
export interface StatisticsFunnel {
  readonly called?:
    { readonly count?: number | undefined; readonly imported_rows?: number | undefined } | undefined;
  readonly reached?:
    | {
        readonly count?: number | undefined;
        readonly inbound?: number | undefined;
        readonly outbound?: number | undefined;
        readonly overlap?: number | undefined;
        readonly pct_of_called?: number | undefined;
      }
    | undefined;
  readonly real_exchanges?: ShareOfReached | undefined;
  readonly hot_leads?: ShareOfReached | undefined;
}

export interface ShareOfReached {
  readonly count?: number | undefined;
  readonly pct_of_reached?: number | undefined;
}

/** Newer servers send `interested` and `callback_requested`, 0.3.0 sends `hot` and `warm`. */
export interface StatisticsLeads {
  readonly interested: readonly StatisticsLead[];
  readonly callback_requested: readonly StatisticsLead[];
  readonly hot: readonly StatisticsLead[];
  readonly warm: readonly StatisticsLead[];
}

export interface StatisticsLead {
  readonly call_id: string;
  readonly attempt_id?: string | undefined;
  readonly name: string;
  readonly phone: string;
  readonly email?: string | undefined;
  readonly direction?: string | undefined;
  readonly summary?: string | undefined;
  readonly last_activity_at?: Timestamp | undefined;
}

export interface OutcomeCount {
  readonly outcome: string;
  readonly label: string;
  readonly count: number;
}
