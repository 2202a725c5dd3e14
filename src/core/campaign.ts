import type { Member } from './account.ts';
import type { Assistant } from './assistant.ts';
import type { Contact } from './createRequest.ts';
import type { CallRetryConfig } from './retryConfig.ts';
import type { ServerProfile } from './serverProfile.ts';
import { serverLacks, unknownServer, type OptionalAction } from './optionalActions.ts';
import { toMs, type Timestamp } from './timestamp.ts';

/** A campaign with the field names of the API. `status` is stored as sent; `campaignState` interprets it. */
export interface Campaign {
  readonly id: string;
  readonly assistant_id: string;
  readonly name: string;
  readonly organization_id: string;
  /** `draft`, `running`, `paused`, `completed`, or a value that this version does not know. */
  readonly status: string;
  readonly is_cancelled: boolean;
  readonly created_at?: Timestamp | undefined;
  readonly updated_at?: Timestamp | undefined;
  readonly scheduled_at?: Timestamp | undefined;
  readonly assistant?: Assistant | undefined;
  readonly call_retry_config?: CallRetryConfig | undefined;
  readonly from_phone_number?: string | undefined;
  readonly max_concurrent_calls?: number | undefined;
  readonly row_stats?: RowStats | undefined;
  /** `none`, `running`, `completed` */
  readonly structured_output_extraction?: string | undefined;
  /** `regular`, `jump_in`; servers of generation `draft` only. */
  readonly type?: string | undefined;
  /** `manual`, `no_presence`; servers of generation `draft` only. */
  readonly paused_reason?: string | undefined;
  /** People who are present to take over calls; servers of generation `draft` only. */
  readonly present_count?: number | undefined;
  readonly active_takeover_call_id?: string | undefined;
  readonly created_by?: Member | undefined;
  readonly funnel_stats?: FunnelStats | undefined;
  readonly metadata_keys?: readonly string[] | undefined;
}

export interface FunnelStats {
  readonly total_leads?: number | undefined;
  readonly talked_to_human?: number | undefined;
  readonly hot?: number | undefined;
}

/**
 * The body of `PATCH /campaigns/{id}`: only what is given changes. Null clears `call_retry_config`,
 * `from_phone_number` and `max_concurrent_calls`. After a launch only servers of generation `today` change
 * more than the name; `assistant_id`, `contacts` (which replaces the list), `scheduled_at` and `type` are for
 * drafts of generation `draft`.
 */
export interface CampaignChanges {
  readonly name?: string | undefined;
  readonly call_retry_config?: CallRetryConfig | null | undefined;
  /** E.164 */
  readonly from_phone_number?: string | null | undefined;
  readonly max_concurrent_calls?: number | null | undefined;
  readonly assistant_id?: string | undefined;
  readonly contacts?: readonly Contact[] | undefined;
  /** ISO 8601 */
  readonly scheduled_at?: string | null | undefined;
  readonly type?: 'regular' | undefined;
}

/** How many rows are in each state. Only newer servers send `not_launched` and `skipped`. */
export interface RowStats {
  readonly pending: number;
  readonly calling: number;
  readonly retry: number;
  readonly completed: number;
  readonly failed: number;
  readonly total: number;
  readonly not_launched?: number | undefined;
  readonly skipped?: number | undefined;
}

/** The six counts that every revision documents, in the order of a row's life. */
export const rowCounts = ['total', 'pending', 'calling', 'retry', 'completed', 'failed'] as const;
export type RowCount = (typeof rowCounts)[number];

export const campaignStates = [
  'running',
  'scheduled',
  'paused',
  'draft',
  'not launched',
  'completed',
  'cancelled',
  'unknown',
] as const;

/**
 * The state that a person sees. `cancelled`, `scheduled` and `not launched` are derived, since the API has no
 * such status.
 */
export type CampaignState = (typeof campaignStates)[number];

const plainStates: Readonly<Record<string, CampaignState>> = {
  draft: 'draft',
  running: 'running',
  paused: 'paused',
  completed: 'completed',
  scheduled: 'scheduled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

export function campaignState(campaign: Campaign, nowMs: number): CampaignState {
  if (campaign.is_cancelled) return 'cancelled';
  const state = Object.hasOwn(plainStates, campaign.status) ? plainStates[campaign.status] : undefined;
  const scheduledMs = toMs(campaign.scheduled_at);
  if (state !== 'draft' && isNotLaunched(campaign.row_stats)) return 'not launched';
  // A draft with a future start may start automatically, so it counts as scheduled: it can be cancelled and
  // is watched.
  const waits = state === 'running' || state === 'draft';
  if (waits && scheduledMs !== undefined && scheduledMs > nowMs) return 'scheduled';
  // A part was launched and is over. The campaign is not over while others wait, whatever its status is.
  if (state === 'completed' && isPartlyLaunched(campaign)) return 'running';
  return state ?? 'unknown';
}

/** Whether every row waits for its first launch. Only `not_launched` shows that nobody is being called. */
function isNotLaunched(stats: RowStats | undefined): boolean {
  return stats?.not_launched !== undefined && stats.total > 0 && stats.not_launched === stats.total;
}

/**
 * Whether calls may wait for a launch where there are no counts. The rows, which are read before a launch,
 * decide. The first generation launches nothing.
 */
function waitsForLaunch({ status, row_stats: stats }: Campaign, server: Pick<ServerProfile, 'has'>): boolean {
  if (status === 'draft' || (stats?.not_launched ?? 0) > 0) return true;
  return stats === undefined && server.has('phoneNumbers') === true && server.has('launchCalls') !== false;
}

/** A campaign that was launched in part: the launched calls are over, and others wait. */
export interface TriedCalls {
  readonly done: number;
  readonly waiting: number;
}

/** @returns undefined unless all calls that were launched are over and others wait to be launched */
export function triedCalls(campaign: Campaign): TriedCalls | undefined {
  const { row_stats: stats, is_cancelled } = campaign;
  const waiting = stats?.not_launched ?? 0;
  if (stats === undefined || is_cancelled || waiting === 0 || waiting >= stats.total) return undefined;
  if (stats.pending + stats.calling + stats.retry > 0) return undefined;
  return { done: stats.total - waiting, waiting };
}

/** Whether some calls are launched and others still wait for their launch. */
export function isPartlyLaunched({ row_stats: stats }: Campaign): boolean {
  const waiting = stats?.not_launched ?? 0;
  return stats !== undefined && waiting > 0 && waiting < stats.total;
}

/** The share of rows that will not be called again, 0 to 1; undefined while the server sends no counts. */
export function progress(stats: RowStats | undefined): { finished: number; share: number } | undefined {
  if (stats === undefined || stats.total <= 0) return undefined;
  const finished = Math.min(stats.total, stats.completed + stats.failed + (stats.skipped ?? 0));
  return { finished, share: finished / stats.total };
}

/** Whether people may still be called, or the view may still change without an action of a person. */
export function isActive(campaign: Campaign, nowMs: number): boolean {
  const state = campaignState(campaign, nowMs);
  return (
    state === 'running' ||
    state === 'scheduled' ||
    (campaign.row_stats?.calling ?? 0) > 0 ||
    campaign.structured_output_extraction === 'running'
  );
}

/**
 * The actions that a campaign allows now. An unknown status can be cancelled, because stopping calls is safe.
 */
export interface CampaignCapabilities {
  readonly cancelable: boolean;
  readonly deletable: boolean;
  readonly exportable: boolean;
  /** Whether calls wait to be launched: in a draft, or as `not_launched`. */
  readonly launchable: boolean;
  readonly pausable: boolean;
  readonly resumable: boolean;
  readonly editable: boolean;
}

const cancelableStates: ReadonlySet<CampaignState> = new Set([
  'running',
  'scheduled',
  'paused',
  'not launched',
  'unknown',
]);

/** @param server excludes actions that it does not support; default: nothing is known about it */
export function campaignCapabilities(
  campaign: Campaign,
  nowMs: number,
  server: Pick<ServerProfile, 'has'> = unknownServer,
): CampaignCapabilities {
  const can = (action: OptionalAction) => serverLacks(action, server, campaign) === undefined;
  const state = campaignState(campaign, nowMs);
  const isOver = state === 'cancelled' || state === 'completed';
  return {
    cancelable: cancelableStates.has(state),
    deletable: true,
    exportable: true,
    // A jump-in campaign needs people who wait to take over its calls, so it is launched in the dashboard.
    launchable:
      can('launch') &&
      campaign.type !== 'jump_in' &&
      !campaign.is_cancelled &&
      waitsForLaunch(campaign, server),
    pausable: can('pause') && (state === 'running' || state === 'scheduled') && campaign.status !== 'draft',
    resumable: can('resume') && state === 'paused',
    editable: can('edit') && !isOver,
  };
}
