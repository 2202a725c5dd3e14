import { setTimeout as wait } from 'node:timers/promises';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignApi } from '../core/ports.ts';
import { verifiedCancel, type CancelOptions } from '../launch/changes/verifiedCancel.ts';
import { forEachCampaign, reportOutcomes, type Problem } from './campaignOutcomes.ts';
import type { SendingServices } from './sendingServices.ts';

/** What a cancellation needs of the window. */
export type CancelServices = Pick<SendingServices, 'store' | 'clock' | 'log'>;

/** For a campaign that calls people it should not: the button that was pressed is the confirmation. */
export async function cancelAtOnce(
  context: CancelServices,
  api: CampaignApi,
  campaign: Campaign,
): Promise<void> {
  const outcomes = await forEachCampaign([campaign], 'Cancelling', () => cancel(context, api, campaign));
  void reportOutcomes(context, outcomes, 'cancelled');
}

/** @returns why it is not cancelled, or cannot be told; undefined: it is cancelled, or over */
export async function cancel(
  context: CancelServices,
  api: CampaignApi,
  campaign: Campaign,
): Promise<Problem> {
  const end = await verifiedCancel(campaign.id, cancelOptions(context, api));
  return 'problem' in end ? { problem: end.problem, isOpen: end.kind === 'cannot tell' } : undefined;
}

/** With what a cancellation works here: each state that is read comes into the list of campaigns. */
export function cancelOptions({ store, clock }: CancelServices, api: CampaignApi): CancelOptions {
  return { api, clock, wait: (ms) => wait(ms), seen: (campaign) => store.put(api, campaign) };
}
