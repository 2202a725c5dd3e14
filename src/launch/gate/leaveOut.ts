import type { PhoneHistory } from '../../core/account.ts';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { toMs } from '../../core/timestamp.ts';
import type { LeaveOut } from '../draft/campaignSpec.ts';

/** Why a number is not called, by what the service knows about it. */
export interface HistoryReason {
  /** `chosen`: it may be called, but this campaign leaves it out. */
  readonly kind: 'do not contact' | 'chosen';
  /** Why, and what to do about it. */
  readonly sentence: string;
}

/**
 * @param number in E.164
 * @returns undefined: nothing that the service knows keeps this number from being called
 */
export function historyReason(
  number: string,
  history: PhoneHistory,
  leaveOut: LeaveOut | undefined,
  nowMs: number,
): HistoryReason | undefined {
  if (history.do_not_contact) {
    const sentence = `Revox marks ${number} as “do not contact”, so it is not called. Change that in Revox if it is wrong.`;
    return { kind: 'do not contact', sentence };
  }
  const what = leaveOut && leftOutFor(history, leaveOut, nowMs);
  if (what === undefined) return undefined;
  const sentence = `${number} ${what}, so it is left out, as chosen for this campaign. Clear that choice to call it.`;
  return { kind: 'chosen', sentence };
}

function leftOutFor(history: PhoneHistory, leaveOut: LeaveOut, nowMs: number): string | undefined {
  if (leaveOut.reached && history.reached_human) return 'was reached by an earlier call of this account';
  if (leaveOut.notInterested && saidNotInterested(history)) return 'said “not interested” in an earlier call';
  const days = leaveOut.calledWithinDays;
  if (days === undefined || !wasCalledWithin(history, days, nowMs)) return undefined;
  const lastMs = toMs(history.last_called_at);
  return lastMs === undefined
    ? 'was called before, the service does not say when'
    : `was called ${formatWhen(lastMs, nowMs)}, within the last ${plural(days, 'day')}`;
}

function saidNotInterested({ last_outcome }: PhoneHistory): boolean {
  return last_outcome === 'not_interested';
}

const dayMs = 86_400_000;

/** A call whose time is not known counts as recent. */
function wasCalledWithin(history: PhoneHistory, days: number, nowMs: number): boolean {
  if (history.count === 0) return false;
  const lastMs = toMs(history.last_called_at);
  return lastMs === undefined || lastMs > nowMs - days * dayMs;
}

/**
 * Why these people may no longer be called, as a sentence that follows "Nothing was sent:".
 * @param history undefined: the server has none
 * @returns undefined: they may
 */
export function historyProblem(
  numbers: ReadonlySet<string>,
  history: ReadonlyMap<string, PhoneHistory> | undefined,
  leaveOut: LeaveOut | undefined,
  nowMs: number,
): string | undefined {
  if (history === undefined) {
    return (
      leaveOut && 'this server no longer has a call history, so nobody can be left out for earlier calls.'
    );
  }
  let refused = 0;
  let leftOut = 0;
  for (const number of numbers) {
    const known = history.get(number);
    const reason = known && historyReason(number, known, leaveOut, nowMs);
    if (reason?.kind === 'do not contact') refused += 1;
    if (reason?.kind === 'chosen') leftOut += 1;
  }
  if (refused > 0) {
    return `${plural(refused, 'person has', 'people have')} asked not to be contacted. Launch again to leave them out.`;
  }
  if (leftOut === 0) return undefined;
  const were = leftOut === 1 ? 'person was' : 'people were';
  return `${formatCount(leftOut)} ${were} called meanwhile, and ${leftOut === 1 ? 'is' : 'are'} to be left out. Launch again to leave them out.`;
}

/** How many of some numbers were called before, and with what outcome. */
export interface HistoryCounts {
  readonly called: number;
  readonly reached: number;
  readonly interested: number;
  readonly notInterested: number;
  readonly calledLately: number;
}

/**
 * @param numbers in E.164, each counted once
 * @param days a call within so many days counts as recent
 */
export function countHistory(
  byNumber: ReadonlyMap<string, PhoneHistory>,
  numbers: ReadonlySet<string>,
  days: number,
  nowMs: number,
): HistoryCounts {
  const called = [...numbers].flatMap((number) => {
    const history = byNumber.get(number);
    return history === undefined || history.count === 0 || history.do_not_contact ? [] : [history];
  });
  return {
    called: called.length,
    reached: called.filter(({ reached_human }) => reached_human).length,
    interested: called.filter(({ hot }) => hot).length,
    notInterested: called.filter(saidNotInterested).length,
    calledLately: called.filter((history) => wasCalledWithin(history, days, nowMs)).length,
  };
}
