import { e164Pattern } from '../../core/e164.ts';
import type { AccountPhoneNumber } from '../../core/account.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { CampaignApi } from '../../core/ports.ts';

/** A number that calls can be made from. */
export interface CallerNumber {
  /** E.164 */
  readonly number: string;
  /** `Sales Paris · owned number`; empty where nothing is known of it. */
  readonly detail: string;
}

/**
 * The numbers of the account, then those that campaigns and their assistants call from. A server without the
 * first leaves the second, and so does a failure: a number can always be typed.
 */
export async function callerNumbers(
  api: Pick<CampaignApi, 'phoneNumbers'>,
  campaigns: readonly Campaign[],
  signal?: AbortSignal,
): Promise<readonly CallerNumber[]> {
  const own = await api.phoneNumbers(signal).catch(() => undefined);
  const found = new Map<string, string>();
  for (const number of own ?? []) add(found, number.phone_number, detailOf(number));
  for (const { from_phone_number, assistant } of campaigns) {
    add(found, from_phone_number, '');
    add(found, assistant?.from_phone_number, '');
  }
  return [...found].map(([number, detail]) => ({ number, detail }));
}

function add(found: Map<string, string>, number: string | undefined, detail: string): void {
  if (number !== undefined && e164Pattern.test(number) && !found.has(number)) found.set(number, detail);
}

const kinds: Readonly<Record<string, string>> = {
  owned_number: 'owned number',
  verified_caller_id: 'verified caller ID',
};

function detailOf({ label, type }: AccountPhoneNumber): string {
  return [label, type === undefined ? undefined : (kinds[type] ?? type)].filter(Boolean).join(' · ');
}
