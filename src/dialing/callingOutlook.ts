import { campaignState } from '../core/campaign.ts';
import { formatWhen } from '../core/format.ts';
import { toMs } from '../core/timestamp.ts';
import {
  busyReasons,
  rulesOf,
  settled,
  startReason,
  unknownReason,
  waitReasons,
  type OutlookQuestion,
  type OutlookReason,
} from './outlookReasons.ts';
import { waitingRows, type WaitingRow } from './waitingRows.ts';
import { timeThere } from './zoneTime.ts';

/** Why nobody, or not everybody, is being called now, and when the next call is expected. */
export interface CallingOutlook {
  /** The most important reason first; never empty. */
  readonly reasons: readonly OutlookReason[];
  /** The next moment at which somebody should be called; undefined: none is known. */
  readonly nextMs: number | undefined;
  /** `Next call: tomorrow 10:00 your time, Mon 10:00 in Paris.` */
  readonly next: string | undefined;
}

/** Derives the outlook from what the service says and, where it says nothing, from the campaign's rules. */
export function callingOutlook(question: OutlookQuestion): CallingOutlook {
  const { campaign, nowMs } = question;
  const scheduledMs = toMs(campaign.scheduled_at) ?? nowMs;
  const waiting = waitingRows(
    question.rows,
    rulesOf(campaign),
    question.countryOf,
    Math.max(nowMs, scheduledMs),
  );
  const over = settled(question);
  if (over !== undefined) return { reasons: [over], nextMs: undefined, next: undefined };
  const reasons = [
    ...startReason(question),
    ...busyReasons(campaign),
    ...(campaignState(campaign, nowMs) === 'scheduled' ? [] : waitReasons(question, waiting)),
  ];
  const next = nextCall(waiting);
  // Closed hours or delays of some contacts explain nothing while others could be called.
  const couldCall = waiting.some(({ mayStartMs = Infinity }) => mayStartMs <= nowMs);
  const explained = reasons.some(({ kind }) => kind !== 'closed' && kind !== 'retryDelay');
  if (reasons.length === 0 || (couldCall && !explained)) reasons.push(unknownReason(question, waiting));
  return {
    reasons,
    nextMs: next?.atMs,
    next: next && nextSentence(next, nowMs),
  };
}

interface NextCall {
  readonly atMs: number;
  readonly zone: string | undefined;
  readonly saidByService: boolean;
}

function nextCall(waiting: readonly WaitingRow[]): NextCall | undefined {
  let next: NextCall | undefined;
  for (const { plannedMs, mayStartMs, zone } of waiting) {
    const atMs = plannedMs ?? mayStartMs;
    if (atMs !== undefined && (next === undefined || atMs < next.atMs))
      next = { atMs, zone, saidByService: plannedMs !== undefined };
  }
  return next;
}

function nextSentence({ atMs, zone, saidByService }: NextCall, nowMs: number): string {
  const there = zone === undefined ? '' : `, ${timeThere(atMs, zone)}`;
  const source = saidByService ? 'the service says' : 'by its rules';
  if (atMs <= nowMs) return `Next call: any moment now (${source}).`;
  return `Next call (${source}): ${formatWhen(atMs, nowMs)} your time${there}.`;
}
