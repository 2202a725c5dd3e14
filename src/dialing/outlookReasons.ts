import { campaignState, type Campaign } from '../core/campaign.ts';
import { formatWhen, plural } from '../core/format.ts';
import type { Row } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';
import { readCallingRules, type CallingRules } from './callingRules.ts';
import { closedHours } from './closedHours.ts';
import type { WaitingRow } from './waitingRows.ts';

export type OutlookKind =
  | 'draft'
  | 'not launched'
  | 'scheduled'
  | 'cancelled'
  | 'completed'
  | 'paused'
  | 'noRules'
  | 'linesBusy'
  | 'calling'
  | 'nobodyLeft'
  | 'initializing'
  | 'closed'
  | 'retryDelay'
  | 'unknown';

/** One thing that keeps people from being called. */
export interface OutlookReason {
  readonly kind: OutlookKind;
  readonly sentence: string;
  /** Whether it was derived from the rules; otherwise the service says it. */
  readonly inferred: boolean;
}

export interface OutlookQuestion {
  readonly campaign: Campaign;
  readonly nowMs: number;
  /** Rows that still wait, as far as they were read. Rows that do not wait are ignored. */
  readonly rows: readonly Row[];
  /** ISO 3166-1 alpha-2 of a number. */
  readonly countryOf: (e164: string) => string | undefined;
  /** Other campaigns of the account that run: they may share its lines. */
  readonly othersRunning: number;
}

/** The rules that hold for a campaign: its own, else its assistant's, else the documented defaults. */
export function rulesOf({ call_retry_config, assistant }: Campaign): CallingRules {
  return readCallingRules(call_retry_config ?? assistant?.call_retry_config).rules;
}

/** Campaigns that call nobody, whatever the hour. */
export function settled({ campaign, nowMs }: OutlookQuestion): OutlookReason | undefined {
  const fact = (kind: OutlookKind, sentence: string) => ({ kind, sentence, inferred: false });
  switch (campaignState(campaign, nowMs)) {
    case 'draft':
      return fact('draft', 'It is a draft: nobody is called until you launch it.');
    case 'not launched':
      return fact('not launched', 'It is not launched: nobody is called until you launch it.');
    case 'cancelled':
      return fact('cancelled', 'It is cancelled: no more calls are placed, and it cannot be started again.');
    case 'completed':
      return fact('completed', 'It is completed: every contact has been reached, or has no attempts left.');
    case 'paused':
      return fact('paused', 'It is paused: no call is placed until you resume it.');
    case 'running':
    case 'scheduled':
    case 'unknown':
      return undefined;
  }
}

/** The start is in the future. */
export function startReason({ campaign, nowMs }: OutlookQuestion): OutlookReason[] {
  const atMs = toMs(campaign.scheduled_at);
  if (campaignState(campaign, nowMs) !== 'scheduled' || atMs === undefined) return [];
  const sentence = `It is scheduled: no call begins before ${formatWhen(atMs, nowMs)}, your time.`;
  return [{ kind: 'scheduled', sentence, inferred: false }];
}

/** What the counts of rows tell. */
export function busyReasons({ row_stats: stats, max_concurrent_calls: lines }: Campaign): OutlookReason[] {
  if (stats === undefined) return [];
  const left = stats.pending + stats.retry + (stats.not_launched ?? 0);
  if (stats.calling > 0) {
    const calls = `${plural(stats.calling, 'call')} ${stats.calling === 1 ? 'is' : 'are'} in progress`;
    if (lines === undefined || stats.calling < lines || left === 0)
      return [{ kind: 'calling', sentence: `Somebody is being called: ${calls}.`, inferred: false }];
    const sentence = `All lines are busy: ${calls}, the maximum of this campaign. The next call starts when one ends.`;
    return [{ kind: 'linesBusy', sentence, inferred: false }];
  }
  if (left > 0 || stats.total === 0) return [];
  return [{ kind: 'nobodyLeft', sentence: 'Nobody is left to be called.', inferred: false }];
}

/** What the rules tell of those who wait. */
export function waitReasons(
  { campaign, nowMs }: OutlookQuestion,
  waiting: readonly WaitingRow[],
): OutlookReason[] {
  const rules = rulesOf(campaign);
  if (rules.windows.length === 0 || !rules.allowedDays.includes(true)) {
    const lacks = rules.windows.length === 0 ? 'calling window' : 'day of the week';
    return [
      {
        kind: 'noRules',
        sentence: `Its rules have no ${lacks} that this extension can read.`,
        inferred: true,
      },
    ];
  }
  const initializing = waiting.filter((row) => row.initializing).length;
  const delayed = waiting.filter(({ delayUntilMs }) => (delayUntilMs ?? 0) > nowMs);
  const closed = closedHours(rules, waiting, nowMs);
  const reasons: OutlookReason[] = [];
  if (closed !== undefined) reasons.push({ kind: 'closed', sentence: closed, inferred: true });
  if (delayed.length > 0) {
    const untilMs = delayed.reduce((least, row) => Math.min(least, row.delayUntilMs ?? Infinity), Infinity);
    const who =
      delayed.length === waiting.length
        ? 'The waiting contacts were'
        : `${plural(delayed.length, 'waiting contact')} ${delayed.length === 1 ? 'was' : 'were'}`;
    const sentence = `${who} already called but not reached. The delay before the next attempt ends ${formatWhen(untilMs, nowMs)} at the earliest, your time.`;
    reasons.push({ kind: 'retryDelay', sentence, inferred: true });
  }
  if (initializing > 0 && closed === undefined) {
    const sentence = 'The service is still preparing calls, which takes a moment after the launch.';
    reasons.push({ kind: 'initializing', sentence, inferred: false });
  }
  return reasons;
}

/** For when neither the service nor the rules explain it. */
export function unknownReason(
  { campaign, othersRunning }: OutlookQuestion,
  waiting: readonly WaitingRow[],
): OutlookReason {
  const unread = waiting.length === 0 && (campaign.row_stats?.total ?? 1) > 0;
  const rules = unread
    ? 'The waiting contacts could not be read, so the reason is not known.'
    : 'Its rules allow calls now, and the service does not say why it makes none.';
  const lines =
    othersRunning === 0
      ? ''
      : ` ${plural(othersRunning, 'other campaign')} ${othersRunning === 1 ? 'runs' : 'run'}: the lines of the account may all be busy.`;
  return {
    kind: 'unknown',
    sentence: `${rules}${lines} If this continues, ask Revox.`,
    inferred: true,
  };
}
