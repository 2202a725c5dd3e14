import { callCapabilities, type CallAction } from '../core/callCapabilities.ts';
import type { Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { cancelCalls, pauseCalls, resumeCalls } from '../sending/changingCalls.ts';
import { launchWaiting } from '../sending/launchWaiting.ts';
import type { SendingServices } from '../sending/sendingServices.ts';
import { chosenCampaignId, mapChosenRows, type Panels } from './chosenRows.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

type Act = (
  services: SendingServices,
  api: CampaignApi,
  campaign: Pick<Campaign, 'id' | 'name'>,
  callIds: readonly string[],
) => Promise<unknown>;

const acts: Readonly<Record<CallAction, Act>> = {
  launch: (services, api, campaign, callIds) => launchWaiting(services, api, campaign, { callIds }),
  again: (services, api, campaign, callIds) =>
    launchWaiting(services, api, campaign, { callIds, again: true }),
  pause: pauseCalls,
  resume: resumeCalls,
  cancel: cancelCalls,
};

const noneSuits: Readonly<Record<CallAction, string>> = {
  launch: 'None of the selected calls waits to be launched.',
  again: 'None of the selected calls is over: only calls that are over can be made again.',
  pause: 'None of the selected calls can be paused: only calls that are launched and not over can be.',
  resume: 'None of the selected calls is paused.',
  cancel: 'None of the selected calls can be cancelled: only calls that are not over can be.',
};

/** Changes the calls of the selected rows, as far as their statuses allow it. */
export async function changeRows(context: CommandContext, panels: Panels, action: CallAction): Promise<void> {
  const chosen = await mapChosenRows(panels, ({ call }) => call && { id: call.id, status: call.status });
  const campaignId = chosenCampaignId(panels);
  const api = await apiOrAsk(context);
  if (api === undefined || campaignId === undefined) return;
  const offered = callCapabilities(statusFor[action], api.server);
  if (!offered.includes(action)) throw new HumanError(`This server cannot ${verbs[action]}.`);
  const callIds = chosen.flatMap((call) =>
    call !== undefined && callCapabilities(call.status, api.server).includes(action) ? [call.id] : [],
  );
  if (callIds.length === 0) throw new HumanError(noneSuits[action]);
  const campaign = context.store.campaign(campaignId) ?? (await api.retrieveCampaign(campaignId));
  await acts[action](context, api, campaign, callIds);
  panels.rows.readAgain(campaignId);
}

/** A status in which the action is possible, so that only the server can refuse it. */
const statusFor: Readonly<Record<CallAction, string>> = {
  launch: 'not_launched',
  again: 'completed',
  pause: 'calling',
  resume: 'paused',
  cancel: 'calling',
};

const verbs: Readonly<Record<CallAction, string>> = {
  launch: 'launch single calls',
  again: 'make calls again',
  pause: 'pause single calls',
  resume: 'resume single calls',
  cancel: 'cancel single calls',
};
