import { campaignCapabilities, campaignState, progress, type Campaign } from '../../core/campaign.ts';
import { countsCancelledAsFailed, presentCampaign, stateName } from '../../views/presentation.ts';
import { toneOf } from '../callWords.ts';
import type { CampaignHead } from '../contract/protocolRows.ts';

export interface HeadSituation {
  readonly nowMs: number;
  readonly sandbox: boolean;
  readonly gone: boolean;
  readonly group: CampaignHead['group'];
}

/** The head above the table. */
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
    progress: done && {
      finished: done.finished,
      failed: countsCancelledAsFailed(campaign)
        ? 0
        : Math.min(done.finished, campaign.row_stats?.failed ?? 0),
      total: campaign.row_stats?.total ?? 0,
    },
    cancelable: !gone && campaignCapabilities(campaign, nowMs).cancelable,
    sandbox,
    gone,
    group,
  };
}
