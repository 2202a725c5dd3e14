import type { Campaign } from '../core/campaign.ts';
import type { CampaignApi } from '../core/ports.ts';
import { verifiedCancel } from '../launch/changes/verifiedCancel.ts';
import { changeOptions, forEachCampaign, reportOutcomes, type Problem } from './campaignOutcomes.ts';
import type { SendingServices } from './sendingServices.ts';

/** What a cancellation needs from the window. */
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

/** @returns why it is not cancelled, or why that is unknown; undefined: it is cancelled, or over */
export async function cancel(
  context: CancelServices,
  api: CampaignApi,
  campaign: Campaign,
): Promise<Problem> {
  const end = await verifiedCancel(campaign.id, changeOptions(context, api));
  return 'problem' in end ? { problem: end.problem, isOpen: end.kind === 'cannot tell' } : undefined;
}
