import { otherForm } from '../../callList/phone/otherForm.ts';
import type { PhoneHistory } from '../../core/account.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { toMs } from '../../core/timestamp.ts';

/**
 * What the service knows of numbers, also under the other number of a subscriber who has two: who must not be
 * contacted as `+54911…` is not called as `+5411…`.
 * @param numbers in E.164
 * @returns by these numbers; undefined: the server has no such operation
 * @throws ApiError, or AbortError when the signal fires
 */
export async function phoneHistories(
  api: Pick<CampaignApi, 'phoneHistory'>,
  numbers: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, PhoneHistory> | undefined> {
  const others = new Map<string, string>();
  for (const number of numbers) {
    const other = otherForm(number);
    if (other !== undefined) others.set(number, other);
  }
  if (others.size === 0) return api.phoneHistory(numbers, signal);
  const known = await api.phoneHistory(new Set([...numbers, ...others.values()]), signal);
  if (known === undefined) return undefined;
  const found = new Map<string, PhoneHistory>();
  for (const number of numbers) {
    const history = together(known.get(number), known.get(others.get(number) ?? ''));
    if (history !== undefined) found.set(number, history);
  }
  return found;
}

/** What is known of one person by two numbers. */
function together(one: PhoneHistory | undefined, other: PhoneHistory | undefined): PhoneHistory | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const latest = (toMs(other.last_called_at) ?? 0) > (toMs(one.last_called_at) ?? 0) ? other : one;
  return {
    ...latest,
    count: one.count + other.count,
    campaigns: [...one.campaigns, ...other.campaigns],
    do_not_contact: one.do_not_contact || other.do_not_contact,
    hot: one.hot || other.hot,
    reached_human: one.reached_human || other.reached_human,
  };
}
