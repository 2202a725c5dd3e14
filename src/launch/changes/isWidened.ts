import type { Campaign, CampaignChanges } from '../../core/campaign.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { readCallingRules } from '../../dialing/callingRules.ts';

/** True when more people could be called at once, more often, or at hours at which nobody is called now. */
export function isWidened(campaign: Campaign, changes: CampaignChanges): boolean {
  const { max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const before = campaign.max_concurrent_calls ?? Infinity;
  if (parallel !== undefined && (parallel ?? Infinity) > before) return true;
  if (rules === undefined) return false;
  const known = campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
  return rules === null || isWiderThan(rules, known);
}

function isWiderThan(rules: CallRetryConfig, before: CallRetryConfig | undefined): boolean {
  const now = readCallingRules(rules).rules;
  const was = readCallingRules(before).rules;
  return (
    now.maxAttempts > was.maxAttempts ||
    (now.callTwiceInARow && !was.callTwiceInARow) ||
    now.timezone !== was.timezone ||
    now.allowedDays.some((allowed, day) => allowed && was.allowedDays[day] !== true) ||
    now.windows.some(
      (window) =>
        !was.windows.some(
          (old) =>
            old.startMs <= window.startMs &&
            old.endMs >= window.endMs &&
            old.retryDelayMs <= window.retryDelayMs,
        ),
    )
  );
}
