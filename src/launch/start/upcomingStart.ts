import { campaignState, type Campaign } from '../../core/campaign.ts';
import { formatWhen, plural } from '../../core/format.ts';
import { oneLine, quoted, withoutIcons } from '../../core/plainText.ts';
import { toMs } from '../../core/timestamp.ts';
import { type Asked, hasCalled } from '../comparison/verify.ts';

/** A campaign created here that starts soon and can be cancelled until then. */
export interface UpcomingStart {
  readonly campaignId: string;
  readonly name: string;
  /** Of the connection it was created on. */
  readonly baseUrl: string;
  /** By this computer's clock. */
  readonly startMs: number;
  readonly contacts: number;
  /** `pause` where other calls of the campaign ran before: it is then paused instead of cancelled. */
  readonly cancelBy?: 'pause' | undefined;
}

/** A later start is not counted down; the list of campaigns shows its time. */
export const maxCountdownMs = 3_600_000;

/**
 * @returns undefined where nothing is counted down: it runs already, waits, or starts in more than an hour
 */
export function upcomingStart(
  asked: Asked,
  campaign: Campaign,
  baseUrl: string,
  nowMs: number,
): UpcomingStart | undefined {
  const scheduledMs = toMs(campaign.scheduled_at) ?? toMs(asked.scheduled_at);
  if (scheduledMs === undefined || campaignState(campaign, nowMs) !== 'scheduled') return undefined;
  const startMs = scheduledMs - serverAheadMs(campaign, nowMs);
  if (startMs <= nowMs || startMs - nowMs > maxCountdownMs) return undefined;
  const { id: campaignId, name } = campaign;
  return { campaignId, name, baseUrl, startMs, contacts: asked.contacts.length };
}

const maxSkewMs = 600_000;

/**
 * How far the server's clock is ahead. A creation time in our future comes from a clock ahead of ours, so the
 * start comes earlier by as much. One in our past may only have been long in transit and proves nothing; a
 * difference of hours is a forgotten time zone.
 */
function serverAheadMs({ created_at }: Campaign, nowMs: number): number {
  const aheadMs = (toMs(created_at) ?? nowMs) - nowMs;
  return aheadMs > 0 && aheadMs <= maxSkewMs ? aheadMs : 0;
}

/**
 * What happened to it, as the list of campaigns was last read: `waits` is counted down, `hidden` is not for
 * now, and
 * `over` need not be remembered.
 * @param campaign undefined: not in the list, of another account or not listed yet
 * @param listed whether a list was read at all since this connection is used
 */
export function upcomingStartStatus(
  start: UpcomingStart,
  campaign: Campaign | undefined,
  listed: boolean,
  nowMs: number,
): 'waits' | 'hidden' | 'over' {
  if (start.startMs <= nowMs) return 'over';
  if (campaign === undefined) return listed ? 'hidden' : 'waits';
  const state = campaignState(campaign, nowMs);
  if (state === 'scheduled') return 'waits';
  // Today's service keeps the start time with the calls, and the campaign reads as running meanwhile.
  const isToday = campaign.row_stats?.not_launched !== undefined;
  const mayWait = state === 'running' || state === 'not launched';
  if (isToday && mayWait && (start.cancelBy === 'pause' || !hasCalled(campaign))) return 'waits';
  return state === 'cancelled' || state === 'completed' ? 'over' : 'hidden';
}

/** For the status bar: `$(clock) “Spring reminders” starts in 4:32` */
export function countdownText({ name, startMs }: UpcomingStart, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((startMs - nowMs) / 1_000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return `$(clock) ${shortName(name)} starts in ${clock}`;
}

export function countdownTooltip({ name, startMs, contacts }: UpcomingStart, nowMs: number): string {
  const people = plural(contacts, 'person', 'people');
  return `${quoted(name)} starts ${formatWhen(startMs, nowMs)} and calls ${people}.\nClick to cancel it before it starts.`;
}

/** Text for the status bar while the cancellation is being sent. */
export function cancellingText({ name }: UpcomingStart): string {
  return `$(loading~spin) Cancelling ${shortName(name)}…`;
}

/** For screen readers: without seconds, so that it does not change every second. */
export function countdownLabel({ name, startMs }: UpcomingStart, nowMs: number): string {
  const minutes = Math.max(1, Math.ceil((startMs - nowMs) / 60_000));
  return `${quoted(name)} starts within ${plural(minutes, 'minute')}. Press to cancel.`;
}

const maxNameLength = 28;

/** The name in quotation marks, without icons and short enough for the status bar. */
function shortName(name: string): string {
  return withoutIcons(quoted(oneLine(name, maxNameLength)));
}

/** Reads stored starts, possibly written by another version; invalid ones are dropped. */
export function readUpcomingStarts(stored: unknown): readonly UpcomingStart[] {
  return Array.isArray(stored) ? stored.filter(isUpcomingStart) : [];
}

function isUpcomingStart(value: unknown): value is UpcomingStart {
  if (typeof value !== 'object' || value === null) return false;
  const { campaignId, name, baseUrl, startMs, contacts } = value as Record<keyof UpcomingStart, unknown>;
  const texts = [campaignId, name, baseUrl].every((text) => typeof text === 'string');
  return texts && Number.isFinite(startMs) && Number.isFinite(contacts);
}
