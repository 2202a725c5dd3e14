import { setTimeout as wait } from 'node:timers/promises';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { ApiError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { showWarningMessage } from '../host/messages.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { exportCampaigns } from './exportRows.ts';
import { namedCampaigns } from './namedCampaigns.ts';
import { verifiedWrite } from '../launch/changes/verifiedWrite.ts';
import { forEachCampaign, reportOutcomes, type Problem } from '../sending/campaignOutcomes.ts';
import { targetCampaigns } from './targets.ts';

export async function deleteCampaigns(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Permanently Delete Campaigns',
    many: true,
    suits: () => true,
    none: 'There is no campaign to delete.',
  });
  if (campaigns.length === 0 || !(await confirmed(context, api, campaigns))) return;
  const outcomes = await forEachCampaign(campaigns, 'Deleting', (campaign) => remove(context, api, campaign));
  void reportOutcomes(context, outcomes, 'deleted');
}

/** Asks again after an export, because saving the rows is not consent to losing them. */
async function confirmed(
  context: CommandContext,
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<boolean> {
  const { subject, object, lines } = namedCampaigns(campaigns);
  const button = `Delete ${object}`;
  const exportFirst = 'Export Rows First…';
  for (;;) {
    const detail = [...lines, ...consequences(campaigns, context.clock.now())].join('\n');
    const chosen = await showWarningMessage(
      `Permanently delete ${subject}?`,
      { modal: true, detail },
      exportFirst,
      button,
    );
    if (chosen !== exportFirst) return chosen === button;
    await exportCampaigns(api, campaigns);
  }
}

function consequences(campaigns: readonly Campaign[], nowMs: number): readonly string[] {
  const rows = campaigns.reduce((total, campaign) => total + (campaign.row_stats?.total ?? 0), 0);
  const live = campaigns.filter((campaign) =>
    ['running', 'scheduled'].includes(campaignState(campaign, nowMs)),
  );
  return [
    `${rows === 0 ? 'All rows' : plural(rows, 'row')} with their transcripts and results are deleted as well. This cannot be undone.`,
    ...(live.length === 0
      ? []
      : [
          'Calls in progress are not interrupted, but no new calls will be placed. To stop calling and keep the rows, cancel instead.',
        ]),
  ];
}

/** Sends one request, then checks whether the campaign is really gone. */
async function remove(context: CommandContext, api: CampaignApi, campaign: Campaign): Promise<Problem> {
  const end = await verifiedWrite<Campaign | undefined>({
    write: () => api.deleteCampaign(campaign.id),
    check: async (signal) => {
      try {
        const seen = await api.retrieveCampaign(campaign.id, signal);
        context.store.put(api, seen);
        return { isDone: false, seen, still: 'the campaign is still there' };
      } catch (error) {
        if (!(error instanceof ApiError && error.reason === 'not found')) throw error;
        context.store.remove(api, campaign.id);
        return { isDone: true, seen: undefined };
      }
    },
    wait: (ms) => wait(ms),
  });
  return 'problem' in end ? { problem: end.problem, isOpen: end.kind === 'cannot tell' } : undefined;
}
