import { campaignCapabilities, type Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import { verifiedResume } from '../launch/changes/verifiedChange.ts';
import {
  changeOptions,
  forEachCampaign,
  reportOutcomes,
  withNoticeIfSlow,
} from '../sending/campaignOutcomes.ts';
import { reportChangeProblem, pause } from '../sending/pausing.ts';
import type { AllowedCalls } from '../sending/guardedOpenCalls.ts';
import { serverLacks } from '../core/optionalActions.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** Pausing calls nobody, so that it asks nothing. */
export async function pauseCampaigns(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Pause Campaigns',
    many: true,
    suits: (campaign) => campaignCapabilities(campaign, context.clock.now(), api.server).pausable,
    none:
      serverLacks('pause', api.server) ??
      'There is no campaign to pause: only running and scheduled ones can be.',
  });
  const outcomes = await forEachCampaign(campaigns, 'Pausing', (campaign) => pause(context, api, campaign));
  void reportOutcomes(context, outcomes, 'paused');
}

/** Resuming calls people: settings can forbid it, and it asks first. */
export async function resumeCampaign(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [campaign] = await targetCampaigns(context, args, {
    title: 'Resume a Campaign',
    many: false,
    suits: (candidate) => campaignCapabilities(candidate, context.clock.now(), api.server).resumable,
    none: serverLacks('resume', api.server) ?? 'There is no campaign to resume: none is paused.',
  });
  if (campaign === undefined) return;
  const fresh = await api.retrieveCampaign(campaign.id);
  context.store.put(api, fresh);
  if (!campaignCapabilities(fresh, context.clock.now()).resumable) {
    throw new HumanError(`${quoted(fresh.name)} is no longer paused.`);
  }
  const { allowedOpenCalls } = await import('../sending/guardedOpenCalls.ts');
  const allowed = await allowedOpenCalls(context, api, fresh);
  if (allowed === undefined || !(await confirmed(fresh, allowed))) return;
  await allowed.require();
  await resume(context, api, fresh);
}

async function confirmed(
  { name, row_stats: stats }: Campaign,
  { count, suppressions }: AllowedCalls,
): Promise<boolean> {
  const button = 'Resume';
  const detail = [
    `${plural(count, 'unfinished call')} will be made.`,
    'Calls whose retry time has already passed are made in the next calling window, the others at their scheduled time.',
    ...((stats?.not_launched ?? 0) > 0
      ? [
          `${plural(stats?.not_launched ?? 0, 'call')} not launched yet ${stats?.not_launched === 1 ? 'waits' : 'wait'} for you.`,
        ]
      : []),
    '',
    suppressions,
  ].join('\n');
  const question = `Resume ${quoted(name)}?`;
  return (await showWarningMessage(question, { modal: true, detail }, 'Go Back', button)) === button;
}

async function resume(context: CommandContext, api: CampaignApi, campaign: Campaign): Promise<void> {
  const change = await withNoticeIfSlow(
    `Resuming ${quoted(campaign.name)}`,
    verifiedResume(campaign.id, changeOptions(context, api)),
  );
  if (change.kind === 'done') {
    void showInformationMessage(`${quoted(campaign.name)} is resumed.`);
    return;
  }
  void reportChangeProblem(context.log, campaign, change, 'resumed');
}
