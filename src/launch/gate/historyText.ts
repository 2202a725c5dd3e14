import type { PhoneHistory } from '../../core/account.ts';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { outcomeText } from '../../core/outcomeText.ts';
import { oneLine, quoted } from '../../core/plainText.ts';
import { toMs } from '../../core/timestamp.ts';
import type { LeaveOut } from '../draft/campaignSpec.ts';
import type { HistoryCounts } from './leaveOut.ts';

/**
 * One sentence on who was called before, in all campaigns of the account: `12 people on this list were called
 * before by this account: 5 reached, 2 interested.`
 * @returns undefined where nobody was
 */
export function historySentence(counts: HistoryCounts): string | undefined {
  const { called, reached, interested, notInterested } = counts;
  if (called === 0) return undefined;
  const results: readonly (readonly [number, string])[] = [
    [reached, 'reached'],
    [interested, 'interested'],
    [notInterested, 'not interested'],
  ];
  const said = results.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`);
  const were = called === 1 ? 'was' : 'were';
  const people = plural(called, 'person on this list', 'people on this list');
  return `${people} ${were} called before by this account${said.length === 0 ? '' : `: ${said.join(', ')}`}.`;
}

const maxNamed = 3;
const maxNameCharacters = 80;

/** What the service knows about one number, one line each; no lines where it was never called. */
export function historyLines(history: PhoneHistory, nowMs: number): readonly string[] {
  const { count, hot, reached_human, do_not_contact } = history;
  return [
    ...(count === 0 ? [] : [calledText(history, nowMs)]),
    ...(hot ? ['Interested already.'] : []),
    ...(reached_human ? [reachedText(history)] : []),
    ...(do_not_contact ? ['Revox marks this number as “do not contact”.'] : []),
  ];
}

/** `Called 3 times by this account, last on Tue 24 Nov, 09:00: not interested.` */
function calledText({ count, last_called_at, last_outcome }: PhoneHistory, nowMs: number): string {
  const times = count === 1 ? 'once' : plural(count, 'time');
  const lastMs = toMs(last_called_at);
  const when = lastMs === undefined ? '' : `, ${count === 1 ? '' : 'last '}${dayText(lastMs, nowMs)}`;
  const outcome =
    last_outcome === undefined
      ? ''
      : `: ${oneLine(outcomeText(last_outcome), maxNameCharacters).toLowerCase()}`;
  return `Called ${times} by this account${when}${outcome}.`;
}

/** `yesterday 14:30`, `on Mon 23 Nov, 09:00` */
function dayText(ms: number, nowMs: number): string {
  const text = formatWhen(ms, nowMs);
  return /^(today|tomorrow|yesterday)/.test(text) ? text : `on ${text}`;
}

/** The service names the campaigns that a number is in, not the one that reached it. */
function reachedText({ campaigns }: PhoneHistory): string {
  const named = campaigns.slice(0, maxNamed).map(({ name }) => quoted(oneLine(name, maxNameCharacters)));
  const more = campaigns.length - named.length;
  const all = [...named, ...(more > 0 ? [plural(more, 'other campaign')] : [])];
  const last = all.pop();
  if (last === undefined) return 'Reached before.';
  return all.length === 0 ? `Reached in ${last}.` : `Reached in ${all.join(', ')} or ${last}.`;
}

/** The people a campaign leaves out, in words: `who was reached, who was called in the last 30 days`. */
export function leaveOutWords({ reached, notInterested, calledWithinDays }: LeaveOut): string {
  return [
    ...(reached ? ['who was reached'] : []),
    ...(calledWithinDays === undefined
      ? []
      : [`who was called in the last ${calledWithinDays === 1 ? 'day' : plural(calledWithinDays, 'day')}`]),
    ...(notInterested ? ['who said “not interested”'] : []),
  ].join(', ');
}
