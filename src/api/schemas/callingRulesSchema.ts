import * as z from 'zod';
import { checkRetryConfig, maxAttempts, maxDelaySeconds } from '../../core/checkRetryConfig.ts';
import { days, retryDefaults } from '../../core/retryConfig.ts';

const clockTime = (side: string) =>
  z
    .string()
    .describe(`When the window ${side}, on the contact's clock (or that of \`timezone\`): 17:00 or 5pm.`);

/**
 * The shape of `call_retry_config` as a person or program writes it; `checkRetryConfig` says which rules are
 * right.
 */
const retryConfigShape = z
  .strictObject({
    allowed_days: z
      .array(z.enum(days))
      .describe("Days of the contact's week. Without it Monday to Friday.")
      .optional(),
    calling_windows: z
      .array(
        z
          .strictObject({
            calling_window_start_time: clockTime('opens'),
            calling_window_end_time: clockTime('closes'),
            retry_delay_seconds: z
              .int()
              .min(0)
              .max(maxDelaySeconds)
              .describe('Seconds between an attempt made in this window and the next one: 60 or more.'),
          })
          .meta({ default: retryDefaults.calling_windows[0] }),
      )
      .describe('Parts of the day in which calls may start. Two windows for hours across midnight.'),
    max_retry_attempts: z
      .int()
      .min(1)
      .max(maxAttempts)
      .describe('Attempts for each number, the first included.'),
    call_twice_in_a_row: z
      .boolean()
      .describe('Call again immediately when the first attempt reached nobody.')
      .optional(),
    timezone: z
      .string()
      .describe('An IANA zone such as Europe/Paris for everybody. Without it the local time of each contact.')
      .optional(),
  })
  .meta({
    description:
      'When and how often people are called, as in the API. Without it the rules of the assistant count.',
    default: retryDefaults,
  });

/**
 * Calling rules read strictly, out as they are sent: what is misspelt must not fall back to a default that
 * calls at other hours. A delay of 0 passes here; `validateDraft` knows whether the server takes it.
 */
export const callingRulesSchema = retryConfigShape.superRefine((given, context) => {
  for (const { path, message } of checkRetryConfig(given, { zeroDelay: true }).problems) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});
