import type { CampaignDraft } from '../../core/campaignDraft.ts';
import { formatCount } from '../../core/format.ts';
import { countHistory, type HistoryCounts } from '../../launch/gate/leaveOut.ts';
import { maxCalledDays } from '../../launch/draft/validateDraft.ts';
import type { Evaluation } from '../../sending/campaignPreparation.ts';
import type { LeaveOutView } from '../contract/protocolLaunch.ts';

/** @returns undefined where the server knows nothing, or could not be asked */
export function historyCounts(
  { leaveOut }: CampaignDraft,
  { history, numbers }: Pick<Evaluation, 'history' | 'numbers'>,
  nowMs: number,
): HistoryCounts | undefined {
  if (history.kind !== 'known') return undefined;
  const days = Math.min(Number(/^[1-9]\d*$/.exec(leaveOut.calledDays.trim())?.[0] ?? 0), maxCalledDays);
  return countHistory(history.byNumber, numbers, days, nowMs);
}

/**
 * The choice of who is left out for earlier calls, with how many each leaves out.
 * @returns undefined where there is nothing to choose: nobody was called before, as far as the server tells
 */
export function leaveOutView(
  { leaveOut }: CampaignDraft,
  counts: HistoryCounts | undefined,
): LeaveOutView | undefined {
  const isChosen = leaveOut.reached || leaveOut.notInterested || leaveOut.calledLately;
  if (!isChosen && (counts === undefined || counts.called === 0)) return undefined;
  const hint = (count: number | undefined, [one, many]: readonly [string, string]) => {
    if (count === undefined) return 'Not known now';
    if (count === 0) return `Nobody ${one}`;
    return `${formatCount(count)} ${count === 1 ? one : many}`;
  };
  return {
    reached: hint(counts?.reached, ['was reached', 'were reached']),
    calledLately: hint(counts?.calledLately, ['was called', 'were called']),
    notInterested: hint(counts?.notInterested, ['said not interested', 'said not interested']),
  };
}
