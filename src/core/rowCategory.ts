import type { CampaignState } from './campaign.ts';
import type { Row } from './row.ts';

/**
 * What happened to a row, in words for people. Each row is in exactly one category, so that the counts of all
 * add up.
 */
export const rowCategories = [
  'interested',
  'callback',
  'reached',
  'voicemail',
  'not reached',
  'failed',
  'cancelled',
  'not launched',
  'open',
] as const;
export type RowCategory = (typeof rowCategories)[number];

const callbackOutcomes: ReadonlySet<string> = new Set([
  'requested_callback_later',
  'requested_callback_new_number',
]);

/**
 * The category of a row. What a person said comes before the state of the call: who is interested is so even
 * when the call was cancelled later.
 */
export function rowCategoryOf({ call }: Row, campaign: CampaignState | undefined): RowCategory {
  if (call === undefined) return categoryWithoutCall(campaign);
  const { outcome, status, call_attempts: attempts, last_call_attempt: last } = call;
  if (outcome === 'interested') return 'interested';
  if (outcome !== undefined && callbackOutcomes.has(outcome)) return 'callback';
  const newest = attempts[0] ?? last;
  if (newest?.result === 'human' || attempts.some(({ result }) => result === 'human')) return 'reached';
  switch (status) {
    case 'not_launched':
      return 'not launched';
    case 'cancelled':
      return 'cancelled';
    case 'errored':
      return 'failed';
    case 'completed':
      return newest?.result === 'voicemail' ? 'voicemail' : 'not reached';
    default:
      return 'open';
  }
}

function categoryWithoutCall(campaign: CampaignState | undefined): RowCategory {
  if (campaign === 'draft' || campaign === 'not launched') return 'not launched';
  if (campaign === 'cancelled') return 'cancelled';
  return campaign === 'completed' ? 'not reached' : 'open';
}
