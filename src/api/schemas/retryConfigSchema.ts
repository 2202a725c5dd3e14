import * as z from 'zod';
import { oneLine } from '../../core/plainText.ts';
import { retryDefaults, type CallRetryConfig } from '../../core/retryConfig.ts';
import { count, flag, listOf, optionalListOf, line, lineOrEmpty } from './tolerant.ts';

const callingWindow = z.looseObject({
  calling_window_start_time: lineOrEmpty,
  calling_window_end_time: lineOrEmpty,
  retry_delay_seconds: count.transform(
    (seconds) => seconds ?? retryDefaults.calling_windows[0].retry_delay_seconds,
  ),
});

/** Three revisions: windows only; + `allowed_days`; + `call_twice_in_a_row`. */
export const retryConfigSchema: z.ZodType<CallRetryConfig> = z.looseObject({
  allowed_days: optionalListOf(z.string().transform((day) => oneLine(day))),
  call_twice_in_a_row: flag,
  calling_windows: listOf(callingWindow),
  max_retry_attempts: count.transform((attempts) => attempts ?? retryDefaults.max_retry_attempts),
  timezone: line,
});
