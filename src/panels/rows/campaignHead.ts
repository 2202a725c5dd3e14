import {
  campaignCapabilities,
  campaignState,
  progress,
  rowCounts,
  type Campaign,
} from '../../core/campaign.ts';
import { countLabels, presentCampaign, presentCount, stateName } from '../../views/presentation.ts';
import { toneOf } from '../callWords.ts';
import { countFilter } from './countFilter.ts';
import type { CampaignHead } from '../contract/protocolRows.ts';

export interface HeadSituation {
  readonly nowMs: number;
  readonly sandbox: boolean;
  readonly gone: boolean;
  readonly group: CampaignHead['group'];
}

/** What stands above the table. */
export function campaignHead(
  campaign: Campaign,
  { nowMs, sandbox, gone, group }: HeadSituation,
): CampaignHead {
  const { label, icon, color } = presentCampaign(campaign, nowMs);
  const done = progress(campaign.row_stats);
  return {
    id: campaign.id,
    name: label,
    state: { text: stateName(campaign, campaignState(campaign, nowMs)), icon, tone: toneOf(color) },
    progress: done && { finished: done.finished, total: campaign.row_stats?.total ?? 0 },
    counts: campaign.row_stats === undefined ? [] : rowCounts.map((count) => countChip(campaign, count)),
    cancelable: !gone && campaignCapabilities(campaign, nowMs).cancelable,
    sandbox,
    gone,
    group,
  };
}

function countChip(campaign: Campaign, count: (typeof rowCounts)[number]): CampaignHead['counts'][number] {
  const { icon, color } = presentCount(campaign, count);
  return {
    count,
    text: countLabels[count],
    icon,
    tone: toneOf(color),
    value: campaign.row_stats?.[count] ?? 0,
    statuses: countFilter(count).statuses,
  };
}
