import type { Campaign, CampaignChanges } from '../../core/campaign.ts';
import { delaySeconds, rulesDraftOf } from '../../core/campaignDraft.ts';
import { checkRetryConfig } from '../../core/checkRetryConfig.ts';
import { formatCount } from '../../core/format.ts';
import { oneLine } from '../../core/plainText.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { retryConfigWords } from '../../core/retryConfigText.ts';
import { isSameRules } from '../comparison/campaignTerms.ts';
import { readWindowText } from '../draft/windowText.ts';

/** The calling rules after these changes; undefined where neither campaign nor assistant has any. */
export function rulesOf(campaign: Campaign, changes: CampaignChanges): CallRetryConfig | undefined {
  return changes.call_retry_config ?? campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
}

/**
 * The rules with other hours, as a person types them: `10:00-13:00, 14:00-20:00`. A window that stays keeps
 * its delay.
 * @returns a sentence where the hours cannot be used
 */
export function rulesWithHours(
  rules: CallRetryConfig | undefined,
  text: string,
  zeroDelay: boolean,
): CallRetryConfig | string {
  const typed = readWindowText(text);
  if (typed === undefined) return 'Write hours like 10:00-13:00, 14:00-20:00.';
  const { windows } = rulesDraftOf(rules);
  return checked(
    {
      ...baseRules(rules),
      calling_windows: typed.map((window) => ({
        calling_window_start_time: window.start,
        calling_window_end_time: window.end,
        retry_delay_seconds: delaySeconds(sameHours(windows, window) ?? window),
      })),
    },
    zeroDelay,
  );
}

/**
 * The rules with another number of attempts, the first call included.
 * @returns a sentence where it cannot be used
 */
export function rulesWithAttempts(
  rules: CallRetryConfig | undefined,
  text: string,
  zeroDelay: boolean,
): CallRetryConfig | string {
  const attempts = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return checked({ ...baseRules(rules), max_retry_attempts: attempts }, zeroDelay);
}

/** The window with these hours, so that its delay is kept; otherwise the first window. */
function sameHours<Window extends { readonly start: string; readonly end: string }>(
  windows: readonly Window[],
  { start, end }: { readonly start: string; readonly end: string },
): Window | undefined {
  return windows.find((window) => window.start === start && window.end === end) ?? windows[0];
}

function baseRules(rules: CallRetryConfig | undefined): CallRetryConfig {
  const draft = rulesDraftOf(rules);
  return (
    rules ?? {
      allowed_days: draft.days,
      call_twice_in_a_row: draft.twice,
      calling_windows: draft.windows.map((window) => ({
        calling_window_start_time: window.start,
        calling_window_end_time: window.end,
        retry_delay_seconds: delaySeconds(window),
      })),
      max_retry_attempts: Number(draft.attempts),
    }
  );
}

/** The rules as they are sent, or what is wrong with them. */
function checked(rules: CallRetryConfig, zeroDelay: boolean): CallRetryConfig | string {
  const { config, problems } = checkRetryConfig(rules, { zeroDelay });
  return config ?? problems[0]?.message ?? 'These rules cannot be used.';
}

/** The changes without those that leave a field as it is. */
export function withoutUnchanged(campaign: Campaign, changes: CampaignChanges): CampaignChanges {
  const { name, from_phone_number: from, max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const areRulesSame = isSameRules(rules ?? undefined, campaign.call_retry_config);
  return {
    ...(name === undefined || name === campaign.name ? {} : { name }),
    ...(from === undefined || (from ?? undefined) === campaign.from_phone_number
      ? {}
      : { from_phone_number: from }),
    ...(parallel === undefined || (parallel ?? undefined) === campaign.max_concurrent_calls
      ? {}
      : { max_concurrent_calls: parallel }),
    ...(rules === undefined || areRulesSame ? {} : { call_retry_config: rules }),
  };
}

/** One line for each change: `Name: Spring → Summer` */
export function changeLines(campaign: Campaign, changes: CampaignChanges): readonly string[] {
  const { name, from_phone_number: from, max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const line = (what: string, before: string, after: string) =>
    `${what}: ${oneLine(before)} → ${oneLine(after)}`;
  const rulesText = (config: CallRetryConfig | undefined) => {
    const { windowsWithDelays, days, attempts } = retryConfigWords(config);
    return `${windowsWithDelays}, ${days}, ${attempts}`;
  };
  const callsText = (count: number | null | undefined) =>
    count == null ? 'the service decides' : formatCount(count);
  return [
    ...(name === undefined ? [] : [line('Name', campaign.name, name)]),
    ...(from === undefined
      ? []
      : [line('From', campaign.from_phone_number ?? 'the default number', from ?? 'the default number')]),
    ...(parallel === undefined
      ? []
      : [line('Parallel calls', callsText(campaign.max_concurrent_calls), callsText(parallel))]),
    ...(rules === undefined
      ? []
      : [
          line(
            'Calling rules',
            rulesText(campaign.call_retry_config ?? campaign.assistant?.call_retry_config),
            rulesText(rules ?? undefined),
          ),
        ]),
  ];
}
