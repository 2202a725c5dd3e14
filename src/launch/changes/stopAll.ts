import { campaignState, type Campaign } from '../../core/campaign.ts';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { verifiedCancel, type CancelOptions, type Cancellation } from './verifiedCancel.ts';

/**
 * Whether a campaign calls people, will call them, or would call them once resumed. Stopping is the safe
 * side, so an unknown status counts, unless the campaign's counts show that nobody is left to call.
 * @param hasUpcomingStart whether a start was asked for here that is still ahead: a server may keep the time
 * with the calls, and show the campaign as not launched
 */
export function mayCall(
  campaign: Campaign,
  nowMs: number,
  hasUpcomingStart: (campaignId: string) => boolean,
): boolean {
  const state = campaignState(campaign, nowMs);
  if (state === 'not launched') return hasUpcomingStart(campaign.id);
  if (state === 'running' || state === 'scheduled' || state === 'paused') return true;
  return state === 'unknown' && someoneIsLeft(campaign);
}

function someoneIsLeft({ row_stats: stats }: Campaign): boolean {
  if (stats === undefined) return true;
  const { completed, failed, skipped = 0, not_launched = 0, total } = stats;
  return completed + failed + skipped + not_launched < total;
}

const namesShown = 15;

export interface StopQuestion {
  readonly question: string;
  readonly detail: string;
  readonly stop: string;
  readonly keep: string;
}

/** @param stale why the list could not be read just now, and when it was last; undefined: it was */
export function stopQuestion(
  campaigns: readonly Campaign[],
  nowMs: number,
  stale: { readonly problem: string; readonly readMs: number } | undefined,
): StopQuestion {
  const count = formatCount(campaigns.length);
  const one = campaigns.length === 1;
  const more = campaigns.length - namesShown;
  const calling = sum(campaigns, ({ row_stats }) => row_stats?.calling ?? 0);
  return {
    question: one
      ? 'Stop the one running, scheduled or paused campaign?'
      : `Stop ${count} running, scheduled or paused campaigns?`,
    detail: [
      ...(stale === undefined
        ? []
        : [
            `The campaigns could not be read just now: ${stale.problem} These ran ${formatWhen(stale.readMs, nowMs)}; others may have started since.\n`,
          ]),
      ...campaigns.slice(0, namesShown).map((campaign) => nameLine(campaign, nowMs)),
      ...(more > 0 ? [`and ${formatCount(more)} more`] : []),
      '',
      'Calls that have not started will not be made. ' +
        `${calling === 0 ? 'Calls' : plural(calling, 'call')} in progress will be allowed to finish.`,
      'Rows and transcripts stay. A cancelled campaign cannot be started again.',
    ].join('\n'),
    stop: one ? 'Stop 1 Campaign' : `Stop ${count} Campaigns`,
    keep: one ? 'Keep It Running' : 'Keep Them Running',
  };
}

function nameLine(campaign: Campaign, nowMs: number): string {
  const state = campaignState(campaign, nowMs);
  const { row_stats: stats, status } = campaign;
  const waiting = (stats?.pending ?? 0) + (stats?.retry ?? 0);
  const left = stats === undefined ? '' : `, ${plural(waiting, 'call')} to make`;
  return `“${campaign.name}”: ${state === 'unknown' ? `status "${status}"` : state}${left}`;
}

export interface StopEnd {
  readonly campaign: Campaign;
  readonly end: Cancellation;
}

export interface StopOptions extends CancelOptions {
  /** When it fires, no further campaign is stopped; requests already sent are followed to their end. */
  readonly signal: AbortSignal;
  readonly began: (campaign: Campaign) => void;
}

/** Requests at the same time: quick, and few enough for a server that limits them. */
const atOnce = 4;

/** Cancels each campaign and reads it again, in the order given. A failure does not stop the others. */
export async function stopAll(
  campaigns: readonly Campaign[],
  options: StopOptions,
): Promise<readonly StopEnd[]> {
  const ends = new Map<Campaign, Cancellation>();
  const queue = campaigns.values();
  const worker = async () => {
    for (const campaign of queue) {
      if (options.signal.aborted) return;
      options.began(campaign);
      ends.set(campaign, await verifiedCancel(campaign.id, options));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return campaigns.flatMap((campaign) => {
    const end = ends.get(campaign);
    return end === undefined ? [] : [{ campaign, end }];
  });
}

export interface StopReport {
  readonly text: string;
  /** Campaigns that should be tried again. */
  readonly failed: readonly StopEnd[];
}

/** Says what is stopped, what is not and why, what was not tried, and which calls are still in progress. */
export function stopReport(asked: number, ends: readonly StopEnd[]): StopReport {
  const failed = ends.filter(({ end }) => 'problem' in end);
  const open = failed.filter(({ end }) => end.kind === 'cannot tell');
  const stopped = ends.length - failed.length;
  const untried = asked - ends.length;
  const ringing = sum(ends, ({ end }) => end.campaign?.row_stats?.calling ?? 0);
  const sentences = [
    stopped === 0
      ? 'No campaign is stopped.'
      : `${plural(stopped, 'campaign')} ${stopped === 1 ? 'is' : 'are'} stopped.`,
    ...(failed.length === open.length
      ? []
      : [
          `${formatCount(failed.length - open.length)} not: ${reasons(failed.filter((each) => !open.includes(each)))}`,
        ]),
    ...(open.length === 0 ? [] : [`${formatCount(open.length)} not confirmed yet: ${reasons(open)}`]),
    ...(untried === 0 ? [] : [`${formatCount(untried)} not tried, because you cancelled.`]),
    ringing === 0
      ? 'No call is in progress.'
      : `${plural(ringing, 'call is', 'calls are')} still in progress and will end by ${ringing === 1 ? 'itself' : 'themselves'}.`,
  ];
  // Calls of a campaign that could not be read may be in progress.
  const unread = ends.some(({ end }) => end.campaign?.row_stats === undefined);
  return { text: (unread && ringing === 0 ? sentences.slice(0, -1) : sentences).join(' '), failed };
}

const reasonsShown = 3;

function reasons(failed: readonly StopEnd[]): string {
  const texts = failed.map(({ campaign, end }) => {
    const problem = 'problem' in end ? end.problem : '';
    return `“${campaign.name}” (${problem.replace(/\.$/, '')})`;
  });
  const more = texts.length - reasonsShown;
  const rest = more > 0 ? ` and ${formatCount(more)} more` : '';
  return `${texts.slice(0, reasonsShown).join(', ')}${rest}.`;
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
