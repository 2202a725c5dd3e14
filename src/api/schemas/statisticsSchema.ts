import * as z from 'zod';
import type { CampaignStatistics, StatisticsLead } from '../../core/statistics.ts';
import { count, flag, listOf, part, text, textOrEmpty, timestamp } from './tolerant.ts';

const lead: z.ZodType<StatisticsLead> = z.looseObject({
  call_id: textOrEmpty,
  attempt_id: text,
  name: textOrEmpty,
  phone: textOrEmpty,
  email: text,
  direction: text,
  summary: text,
  last_activity_at: timestamp,
});

const shareOfReached = part(z.looseObject({ count, pct_of_reached: count }));

const noLeads = { interested: [], callback_requested: [], hot: [], warm: [] };

/** Two shapes: 0.3.0 has leads `hot` and `warm`, newer servers `interested` and `callback_requested`. */
export const statisticsSchema: z.ZodType<CampaignStatistics> = z.looseObject({
  campaign: part(
    z.looseObject({
      id: textOrEmpty,
      name: textOrEmpty,
      status: textOrEmpty,
      is_cancelled: z.boolean().catch(false),
      agent_name: text,
      first_activity_at: timestamp,
      last_activity_at: timestamp,
      has_activity: flag,
      max_attempts_per_contact: count,
      timezone: text,
    }),
  ),
  effort: part(z.looseObject({ calls_total: count, inbound_calls: count, outbound_attempts: count })),
  funnel: part(
    z.looseObject({
      called: part(z.looseObject({ count, imported_rows: count })),
      reached: part(
        z.looseObject({ count, inbound: count, outbound: count, overlap: count, pct_of_called: count }),
      ),
      real_exchanges: shareOfReached,
      hot_leads: shareOfReached,
    }),
  ),
  hot_lead_outcomes: listOf(z.string()),
  inbound: part(z.looseObject({ unique_callers: count })),
  leads: z
    .looseObject({
      interested: listOf(lead),
      callback_requested: listOf(lead),
      hot: listOf(lead),
      warm: listOf(lead),
    })
    .catch(noLeads),
  outcome_breakdown: listOf(
    z.looseObject({
      outcome: textOrEmpty,
      label: textOrEmpty,
      count: count.transform((value) => value ?? 0),
    }),
  ),
  data_extraction: part(z.looseObject({ intro: text, fields: listOf(z.string()) })),
});
