import { formatCount, formatPercent, plural } from '../core/format.ts';
import { wilsonInterval, type Proportion } from '../core/proportion.ts';
import type { Report } from './campaignReport.ts';

/** What is needed of a report to say it in one sentence. */
export type ReportCounts = Pick<Report, 'funnel'>;

/**
 * A campaign in one sentence: `Of 600 people, 402 were called so far and 171 reached (43%, 38–47%); 57 are
 * still to be tried.`
 * @param running calls may still be made, so figures are "so far"
 */
export function reportSentence({ funnel }: ReportCounts, running: boolean): string {
  const { onList, called, reached, conversation, open, notLaunched, notReached } = funnel;
  if (onList.count === 0) return 'There is nobody on the list.';
  const soFar = running ? ' so far' : '';
  const people = plural(onList.count, 'person', 'people');
  if (called.count === 0) {
    const none = running ? 'nobody was called yet' : 'nobody was called';
    return `Of ${people}, ${none}${open.count > 0 ? `; ${waiting(open.count, notLaunched.count)}` : ''}.`;
  }
  const were = called.count === 1 ? 'was' : 'were';
  const share = shareWords(reached);
  const talk = conversation.count > 0 ? `, ${formatCount(conversation.count)} in a real conversation` : '';
  const rest = [
    ...(notReached.count > 0 ? [`${formatCount(notReached.count)} could not be reached`] : []),
    ...(open.count > 0 ? [waiting(open.count, notLaunched.count)] : []),
  ];
  const end = rest.length === 0 ? '' : `; ${rest.join(', ')}`;
  return `Of ${people}, ${formatCount(called.count)} ${were} called${soFar} and ${formatCount(reached.count)} reached${share}${talk}${end}.`;
}

function waiting(open: number, notLaunched: number): string {
  const are = `${formatCount(open)} ${open === 1 ? 'is' : 'are'}`;
  if (notLaunched === 0) return `${are} still to be tried`;
  if (notLaunched === open) return `${are} not launched yet`;
  return `${are} still to be tried, of whom ${formatCount(notLaunched)} ${notLaunched === 1 ? 'is' : 'are'} not launched yet`;
}

/** ` (43%, 38–47%)`: the share and its 95 % interval. */
function shareWords(figure: Proportion): string {
  const interval = wilsonInterval(figure.count, figure.of);
  return interval === undefined
    ? ''
    : ` (${formatPercent(figure.count / figure.of)}, ${intervalText(interval)})`;
}

/** `38–47%` */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  return from === to ? from : `${from.slice(0, -1)}–${to}`;
}
