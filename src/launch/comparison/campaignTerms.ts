import type { Campaign } from '../../core/campaign.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import { formatCount, plural } from '../../core/format.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { readCallingRules } from '../../dialing/callingRules.ts';
import { toE164 } from './compareContacts.ts';

/**
 * What a person confirms about a campaign besides its contacts. A term that is undefined is decided by the
 * service or the assistant.
 */
export type CampaignTerms = Pick<
  CreateCampaignRequest,
  'assistant_id' | 'from_phone_number' | 'max_concurrent_calls' | 'call_retry_config'
>;

/** The terms alone, of a campaign as the server has it or of a request. */
export function termsOf(from: CampaignTerms): CampaignTerms {
  const { assistant_id, from_phone_number, max_concurrent_calls, call_retry_config } = from;
  return { assistant_id, from_phone_number, max_concurrent_calls, call_retry_config };
}

export interface TermsOptions {
  /** `asked`: an undefined term was left to the service. `seen`: it was undefined when the person saw it. */
  readonly undefinedMeans: 'asked' | 'seen';
}

/** What differs between the confirmed terms and those of the campaign now, one sentence each. */
export async function termDifferences(
  confirmed: CampaignTerms,
  campaign: Campaign,
  { undefinedMeans }: TermsOptions,
): Promise<readonly string[]> {
  const isLeft = (value: unknown) => value === undefined && undefinedMeans === 'asked';
  const now = termsOf(campaign);
  const differences: string[] = [];
  if (now.assistant_id !== '' && now.assistant_id !== confirmed.assistant_id) {
    differences.push('Another assistant makes the calls.');
  }
  if (
    !isLeft(confirmed.from_phone_number) &&
    !(await isSameNumber(confirmed.from_phone_number, now.from_phone_number))
  ) {
    differences.push(
      `The caller ID is ${now.from_phone_number ?? 'the default number'}, not ${confirmed.from_phone_number ?? 'the default number'}.`,
    );
  }
  if (
    !isLeft(confirmed.max_concurrent_calls) &&
    now.max_concurrent_calls !== confirmed.max_concurrent_calls
  ) {
    differences.push(
      `It makes ${atOnce(now.max_concurrent_calls)} at once, not ${atOnce(confirmed.max_concurrent_calls)}.`,
    );
  }
  if (
    !isLeft(confirmed.call_retry_config) &&
    !isSameRules(confirmed.call_retry_config, now.call_retry_config)
  ) {
    differences.push(
      `The calling rules are ${rulesText(now.call_retry_config)}, not ${rulesText(confirmed.call_retry_config)}.`,
    );
  }
  return differences;
}

async function isSameNumber(one: string | undefined, other: string | undefined): Promise<boolean> {
  if (one === undefined || other === undefined) return one === other;
  const [first, second] = [await toE164(one), await toE164(other)];
  return first !== 'unreadable' && first === second;
}

/** Rules that mean the same: `10am` and `10:00`, days in another order, a default that is written out. */
export function isSameRules(one: CallRetryConfig | undefined, other: CallRetryConfig | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return JSON.stringify(readCallingRules(one)) === JSON.stringify(readCallingRules(other));
}

function atOnce(calls: number | undefined): string {
  return calls === undefined ? 'as many calls as the service allows' : `up to ${plural(calls, 'call')}`;
}

/** In few words: `10:00–18:00, mon, tue, up to 3 attempts`. */
export function rulesText(rules: CallRetryConfig | undefined): string {
  if (rules === undefined) return 'those of the assistant';
  const windows = rules.calling_windows.map(
    (window) => `${window.calling_window_start_time}–${window.calling_window_end_time}`,
  );
  const delays = [...new Set(rules.calling_windows.map((window) => window.retry_delay_seconds))];
  return [
    ...windows,
    ...(rules.allowed_days ?? []).map((day) => day.slice(0, 3)),
    `up to ${formatCount(rules.max_retry_attempts)} attempts`,
    `retry after ${delays.map((seconds) => `${formatCount(seconds)} s`).join(' or ')}`,
    ...(rules.call_twice_in_a_row === true ? ['twice in a row'] : []),
    ...(rules.timezone === undefined ? [] : [rules.timezone]),
  ].join(', ');
}
