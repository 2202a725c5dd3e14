import * as z from 'zod';
import { days } from '../../core/retryConfig.ts';

const positive = z.number().int().positive();

const callRetryConfig = z.object({
  allowed_days: z.array(z.enum(days)).optional(),
  call_twice_in_a_row: z.boolean().optional(),
  calling_windows: z.array(
    z.object({
      calling_window_start_time: z.string(),
      calling_window_end_time: z.string(),
      retry_delay_seconds: positive,
    }),
  ),
  max_retry_attempts: positive,
  timezone: z.string().nullish(),
});

/**
 * The body of `POST /campaigns` with every documented limit, as strict as answers are tolerant: what the
 * sandbox accepts.
 */
export const createRequestSchema = z.object({
  assistant_id: z.uuid(),
  name: z.string().min(1),
  contacts: z.array(
    z.object({ to_phone_number: z.string(), prompt_variables: z.record(z.string(), z.string()) }),
  ),
  launch: z.boolean().optional(),
  call_retry_config: callRetryConfig.optional(),
  from_phone_number: z.string().optional(),
  max_concurrent_calls: z.number().min(1).optional(),
  scheduled_at: z.iso.datetime({ offset: true }).optional(),
});
