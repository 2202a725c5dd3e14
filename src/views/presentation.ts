import { llmModelName } from '../core/assistant.ts';
import {
  campaignCapabilities,
  campaignState,
  progress,
  type Campaign,
  type CampaignState,
  type RowCount,
} from '../core/campaign.ts';
import { formatCount, formatPercent, formatWhen } from '../core/format.ts';
import { toMs } from '../core/timestamp.ts';

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

interface Look {
  readonly icon: string;
  readonly color: string | undefined;
}

export const stateLooks: Readonly<Record<CampaignState, Look>> = {
  running: { icon: 'play-circle', color: 'charts.blue' },
  scheduled: { icon: 'calendar', color: 'charts.purple' },
  paused: { icon: 'debug-pause', color: 'charts.yellow' },
  draft: { icon: 'edit', color: undefined },
  'not launched': { icon: 'circle-large-outline', color: 'charts.purple' },
  completed: { icon: 'pass', color: 'charts.green' },
  cancelled: { icon: 'circle-slash', color: 'disabledForeground' },
  unknown: { icon: 'question', color: 'disabledForeground' },
};

export const countLabels: Readonly<Record<RowCount, string>> = {
  total: 'All rows',
  pending: 'Pending',
  calling: 'Calling now',
  retry: 'Waiting for a retry',
  completed: 'Completed',
  failed: 'Failed',
};

const countLooks: Readonly<Record<RowCount, Look>> = {
  total: { icon: 'list-unordered', color: undefined },
  pending: { icon: 'circle-outline', color: undefined },
  calling: { icon: 'call-outgoing', color: 'charts.blue' },
  retry: { icon: 'history', color: 'charts.yellow' },
  completed: { icon: 'check', color: 'charts.green' },
  failed: { icon: 'error', color: 'charts.red' },
};

/** In these it may be asked why nobody is being called. */
const mayYetCall: ReadonlySet<CampaignState> = new Set([
  'running',
  'scheduled',
  'paused',
  'draft',
  'not launched',
  'unknown',
]);

export function presentCampaign(campaign: Campaign, nowMs: number): Presentation {
  const state = campaignState(campaign, nowMs);
  const label = campaign.name === '' ? '(no name)' : campaign.name;
  const description = describe(campaign, state, nowMs);
  const { cancelable, deletable, exportable } = campaignCapabilities(campaign, nowMs);
  return {
    label,
    description,
    ...stateLooks[state],
    accessibleLabel: `${label}, ${stateName(campaign, state)}${description === '' ? '' : `, ${description}`}`,
    capabilities: [
      'campaign',
      cancelable && 'cancelable',
      deletable && 'deletable',
      exportable && 'exportable',
      mayYetCall.has(state) && 'waiting',
      campaign.row_stats !== undefined && 'counted',
    ]
      .filter((token) => token !== false)
      .map((token) => `${token};`)
      .join(''),
  };
}

export function presentCount(campaign: Campaign, count: RowCount): Presentation {
  const value = formatCount(campaign.row_stats?.[count] ?? 0);
  const label = countLabels[count];
  const shown = (campaign.row_stats?.[count] ?? 0) > 0;
  return {
    label,
    description: value,
    icon: countLooks[count].icon,
    // Nothing there: no colour that calls for attention.
    color: shown ? countLooks[count].color : undefined,
    accessibleLabel: `${label}: ${value} of ${campaign.name}`,
    capabilities: 'count;',
  };
}

export function presentGroup(state: CampaignState, members: number): Presentation {
  const label = stateLabels[state];
  return {
    label,
    description: formatCount(members),
    ...stateLooks[state],
    accessibleLabel: `${label}: ${formatCount(members)} campaigns`,
    capabilities: 'group;',
  };
}

/** The status in words; one that this version does not know is shown as the server wrote it. */
export function stateName(campaign: Campaign, state: CampaignState): string {
  return state === 'unknown' && campaign.status !== ''
    ? `${stateLabels.unknown} "${campaign.status}"`
    : stateLabels[state];
}

/**
 * All that decides how a campaign is drawn: when this text is the same, the tree has nothing to do. Made from the
 * facts and not from the drawing, which would cost ten times as much for 2,000 campaigns.
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

function describe(campaign: Campaign, state: CampaignState, nowMs: number): string {
  const total = campaign.row_stats?.total;
  const contacts = total === undefined ? '' : `${formatCount(total)} ${total === 1 ? 'contact' : 'contacts'}`;
  const scheduledMs = toMs(campaign.scheduled_at);
  if (state === 'scheduled' && scheduledMs !== undefined) {
    return [`starts ${formatWhen(scheduledMs, nowMs)}`, contacts].filter(Boolean).join(' · ');
  }
  if (state === 'draft') return ['draft', contacts].filter(Boolean).join(' · ');
  if (state === 'not launched') return ['not launched', contacts].filter(Boolean).join(' · ');
  const done = progress(campaign.row_stats);
  if (done === undefined) return state === 'running' ? '' : stateName(campaign, state).toLowerCase();
  const share = `${formatCount(done.finished)} / ${formatCount(total ?? 0)} · ${formatPercent(done.share)}`;
  return state === 'running' || state === 'completed'
    ? share
    : `${stateName(campaign, state).toLowerCase()} · ${share}`;
}
