import type { ServerProfile } from '../core/serverProfile.ts';
import { llmModelName } from '../core/assistant.ts';
import {
  campaignCapabilities,
  campaignState,
  progress,
  type Campaign,
  type CampaignState,
  type RowCount,
  type RowStats,
  isPartlyLaunched,
} from '../core/campaign.ts';
import { capitalized, formatCount, formatPercent, formatWhen, plural } from '../core/format.ts';
import { toMs } from '../core/timestamp.ts';
import type { Group, ShownCount } from './nodes.ts';

/** How one thing looks in the tree: plain data. Icons and colours are names of VS Code's own. */
export interface Presentation {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly color: string | undefined;
  /** For screen readers, which see neither icon nor colour. */
  readonly accessibleLabel: string;
  /** What can be done, as `contextValue` tokens: `campaign;cancelable;exportable;` */
  readonly capabilities: string;
  /** Whether the node can be expanded. */
  readonly expandable: boolean;
}

export const stateLabels: Readonly<Record<CampaignState, string>> = {
  running: 'Running',
  scheduled: 'Scheduled',
  paused: 'Paused',
  draft: 'Draft',
  'not launched': 'Not launched',
  completed: 'Completed',
  cancelled: 'Cancelled',
  unknown: 'Unknown status',
};

/** Names of VS Code's own icons and colours. */
interface StateIcon {
  readonly icon: string;
  readonly color: string | undefined;
}

export const stateIcons: Readonly<Record<CampaignState, StateIcon>> = {
  running: { icon: 'play-circle', color: 'charts.blue' },
  scheduled: { icon: 'calendar', color: 'charts.purple' },
  paused: { icon: 'debug-pause', color: 'charts.yellow' },
  draft: { icon: 'edit', color: undefined },
  'not launched': { icon: 'circle-large-outline', color: 'charts.purple' },
  completed: { icon: 'pass', color: 'charts.green' },
  cancelled: { icon: 'circle-slash', color: 'disabledForeground' },
  unknown: { icon: 'question', color: 'disabledForeground' },
};

export const countLabels: Readonly<Record<RowCount | ShownCount, string>> = {
  total: 'All rows',
  pending: 'Pending',
  calling: 'Calling now',
  retry: 'Waiting for a retry',
  completed: 'Completed',
  failed: 'Failed',
  not_launched: 'Not launched',
  skipped: 'Skipped',
};

const countIcons: Readonly<Record<RowCount | ShownCount, StateIcon>> = {
  total: { icon: 'list-unordered', color: undefined },
  pending: { icon: 'circle-outline', color: undefined },
  calling: { icon: 'call-outgoing', color: 'charts.blue' },
  retry: { icon: 'history', color: 'charts.yellow' },
  completed: { icon: 'check', color: 'charts.green' },
  failed: { icon: 'error', color: 'charts.red' },
  not_launched: { icon: 'circle-large-outline', color: 'charts.purple' },
  skipped: { icon: 'circle-slash', color: 'disabledForeground' },
};

/** States in which a person can ask why nobody is being called. */
const mayYetCall: ReadonlySet<CampaignState> = new Set([
  'running',
  'scheduled',
  'paused',
  'draft',
  'not launched',
  'unknown',
]);

/** @param server what may be done with the campaign follows it; default: nothing is known of it */
export function presentCampaign(
  campaign: Campaign,
  nowMs: number,
  server?: Pick<ServerProfile, 'has'>,
): Presentation {
  const state = campaignState(campaign, nowMs);
  const label = campaign.name === '' ? '(no name)' : campaign.name;
  const description = campaignFigures(campaign, state, nowMs);
  const can = campaignCapabilities(campaign, nowMs, server);
  return {
    label,
    description,
    ...stateIcons[state],
    accessibleLabel: [label, spokenState(campaign, state, description), description]
      .filter((part) => part !== '')
      .join(', '),
    capabilities: [
      'campaign',
      can.cancelable && 'cancelable',
      can.deletable && 'deletable',
      can.exportable && 'exportable',
      can.launchable && 'launchable',
      can.launchable && isPartlyLaunched(campaign) && 'partly',
      can.pausable && 'pausable',
      can.resumable && 'resumable',
      can.editable && 'editable',
      mayYetCall.has(state) && 'waiting',
    ]
      .filter((token) => token !== false)
      .map((token) => `${token};`)
      .join(''),
    expandable: campaign.row_stats !== undefined,
  };
}

/** Opens the results of a campaign's calls. */
export function presentResults(campaign: Campaign): Presentation {
  return {
    label: 'Read results',
    description: plural(campaign.row_stats?.total ?? 0, 'contact'),
    icon: 'list-unordered',
    color: undefined,
    accessibleLabel: `Read results of ${campaign.name}`,
    capabilities: 'results;',
    expandable: false,
  };
}

export function presentCount(campaign: Campaign, count: RowCount | ShownCount): Presentation {
  const rows = campaign.row_stats?.[count] ?? 0;
  const value = formatCount(rows);
  const label = countLabel(campaign, count);
  const isMixed = count === 'failed' && countsCancelledAsFailed(campaign);
  const { icon, color } = countIcons[isMixed ? 'skipped' : count];
  return {
    label,
    description: value,
    icon,
    // A zero has no colour that attracts attention.
    color: rows > 0 ? color : undefined,
    accessibleLabel: `${label}: ${value} of ${campaign.name}`,
    capabilities: 'count;',
    expandable: false,
  };
}

/** The label of a count of a campaign. */
export function countLabel(campaign: Campaign, count: RowCount | ShownCount): string {
  const isMixed = count === 'failed' && countsCancelledAsFailed(campaign);
  return isMixed ? 'Failed or cancelled' : countLabels[count];
}

/** Servers that do not count `skipped` count who was never called for a cancellation as failed. */
export function countsCancelledAsFailed({ is_cancelled: isCancelled, row_stats: stats }: Campaign): boolean {
  return isCancelled && stats?.skipped === undefined;
}

const sectionLabels: Readonly<Record<string, string>> = {
  today: 'Today',
  week: 'Previous 6 days',
  older: 'Older',
};

export function presentGroup(group: Group, members: number): Presentation {
  const state = Object.hasOwn(stateLabels, group) ? (group as CampaignState) : undefined;
  const label = state === undefined ? (sectionLabels[group] ?? group) : stateLabels[state];
  return {
    label,
    description: formatCount(members),
    ...(state === undefined ? { icon: 'calendar', color: undefined } : stateIcons[state]),
    accessibleLabel: `${label}: ${plural(members, 'campaign')}`,
    capabilities: 'group;',
    expandable: true,
  };
}

/** @param hidden campaigns that are not drawn yet */
export function presentMore(hidden: number): Presentation {
  return {
    label: `Show ${plural(hidden, 'more campaign')}`,
    description: '',
    icon: 'ellipsis',
    color: undefined,
    accessibleLabel: `Show ${plural(hidden, 'more campaign')}`,
    capabilities: 'more;',
    expandable: false,
  };
}

/** A campaign in one line: its figures come first, so that a narrow view cuts the name and not them. */
export function campaignLine({ label, description }: Presentation): string {
  return description === '' ? label : `${description} — ${label}`;
}

/** The status in words; one that this version does not know is shown as the server wrote it. */
export function stateName(campaign: Campaign, state: CampaignState): string {
  return state === 'unknown' && campaign.status !== ''
    ? `${stateLabels.unknown} "${campaign.status}"`
    : stateLabels[state];
}

/**
 * Everything that decides how a campaign is drawn, as text: when it is the same, nothing is redrawn. Made
 * from the facts and not from the drawing, which would cost ten times as much for 2,000 campaigns.
 */
export function campaignFingerprint(campaign: Campaign, nowMs: number): string {
  const { assistant } = campaign;
  const state = campaignState(campaign, nowMs);
  return JSON.stringify([
    state,
    // "tomorrow 09:00" becomes "today 09:00" without any change of the campaign
    state === 'scheduled' ? new Date(nowMs).getDate() : 0,
    campaign.name,
    campaign.status,
    campaign.row_stats,
    campaign.funnel_stats,
    campaign.scheduled_at,
    campaign.created_at,
    campaign.updated_at,
    campaign.from_phone_number,
    campaign.max_concurrent_calls,
    campaign.structured_output_extraction,
    campaign.call_retry_config ?? assistant?.call_retry_config,
    assistant?.name,
    assistant?.from_phone_number,
    assistant?.llm_model && llmModelName(assistant.llm_model),
  ]);
}

/** The state in words, unless the figures begin with it. */
function spokenState(campaign: Campaign, state: CampaignState, figures: string): string {
  const name = stateName(campaign, state);
  return figures.toLowerCase().startsWith(name.toLowerCase()) ? '' : name;
}

/**
 * State, progress and what matters next, in at most 30 characters where names of statuses allow it:
 * `63% · 12 calling`, `88 hot leads`, `Paused · 31 left`.
 */
function campaignFigures(campaign: Campaign, state: CampaignState, nowMs: number): string {
  const stats = campaign.row_stats;
  const waiting = stats === undefined ? 0 : stats.pending + stats.retry + (stats.not_launched ?? 0);
  switch (state) {
    case 'scheduled': {
      const scheduledMs = toMs(campaign.scheduled_at);
      return scheduledMs === undefined ? '' : capitalized(formatWhen(scheduledMs, nowMs));
    }
    case 'draft':
      return stats === undefined ? 'Draft' : `Draft · ${formatCount(stats.total)}`;
    case 'not launched':
      return `${formatCount(stats?.not_launched ?? 0)} not launched`;
    case 'running':
      return stats === undefined ? 'Running' : runningFigures(campaign);
    case 'paused':
      return waiting === 0 ? 'Paused' : `Paused · ${formatCount(waiting)} left`;
    case 'completed':
      return stats === undefined ? 'Completed' : resultFigures(campaign);
    case 'cancelled':
      return stats === undefined ? 'Cancelled' : `Cancelled · ${completedOf(stats)}`;
    case 'unknown': {
      const done = progress(stats);
      return done === undefined ? '' : formatPercent(done.share);
    }
  }
}

function runningFigures({ row_stats: stats }: Campaign): string {
  const done = progress(stats);
  if (stats === undefined || done === undefined) return '';
  const notLaunched = stats.not_launched ?? 0;
  // Who was launched may not have been called yet: outside the calling hours, nobody is.
  if (notLaunched > 0)
    return `${formatCount(stats.total - notLaunched)} launched · ${formatCount(notLaunched)} wait`;
  const calling = stats.calling === 0 ? '' : ` · ${formatCount(stats.calling)} calling`;
  return `${formatPercent(done.share)}${calling}`;
}

/**
 * The best known result of a finished campaign. The service counts who is interested and who asked to
 * be called back as hot, so neither word alone would be true.
 */
function resultFigures({ row_stats: stats, funnel_stats: funnel }: Campaign): string {
  const { hot = 0, talked_to_human: reached = 0 } = funnel ?? {};
  if (hot > 0) return plural(hot, 'hot lead');
  if (reached > 0) return `${formatCount(reached)} reached`;
  return stats === undefined ? '' : completedOf(stats);
}

function completedOf({ completed, total }: RowStats): string {
  return `${formatCount(completed)} of ${formatCount(total)}`;
}
