import * as z from 'zod';
import type { Campaign, RowStats } from '../../core/campaign.ts';
import { assistantSchema } from './assistantSchema.ts';
import { retryConfigSchema } from './retryConfigSchema.ts';
import { memberSchema } from './accountSchema.ts';
import {
  count,
  id,
  line,
  lineOrEmpty,
  optionalListOf,
  part,
  text,
  textOrEmpty,
  timestamp,
} from './tolerant.ts';

const countOrNone = count.transform((value) => value ?? 0);

const rowStatsSchema: z.ZodType<RowStats> = z.looseObject({
  pending: countOrNone,
  calling: countOrNone,
  retry: countOrNone,
  completed: countOrNone,
  failed: countOrNone,
  total: countOrNone,
  not_launched: count,
  skipped: count,
});

/** Only the id must be there: without it nothing can be done with a campaign. */
export const campaignSchema: z.ZodType<Campaign> = z.looseObject({
  id,
  assistant_id: textOrEmpty,
  name: lineOrEmpty,
  organization_id: textOrEmpty,
  status: lineOrEmpty,
  is_cancelled: z.boolean().catch(false),
  created_at: timestamp,
  updated_at: timestamp,
  scheduled_at: timestamp,
  assistant: part(assistantSchema),
  call_retry_config: part(retryConfigSchema),
  from_phone_number: line,
  max_concurrent_calls: count,
  row_stats: part(rowStatsSchema),
  structured_output_extraction: line,
  type: line,
  paused_reason: line,
  present_count: count,
  active_takeover_call_id: text,
  created_by: part(memberSchema),
  funnel_stats: part(z.looseObject({ total_leads: count, talked_to_human: count, hot: count })),
  metadata_keys: optionalListOf(z.string()),
});
