import type { Campaign } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { ApiError, HumanError } from '../core/errors.ts';

/**
 * The campaigns of these ids. One that is not listed, as a page can still show it, is read from the service:
 * a command given an id is never about another campaign.
 * @throws HumanError when there is no such campaign
 */
export async function namedCampaignsOf(
  store: Pick<CampaignStore, 'campaign' | 'api'>,
  ids: readonly string[],
): Promise<readonly Campaign[]> {
  return Promise.all(ids.map(async (id) => store.campaign(id) ?? (await retrieve(store, id))));
}

async function retrieve({ api }: Pick<CampaignStore, 'api'>, id: string): Promise<Campaign> {
  const gone = `There is no campaign with the id ${id} here. It may have been deleted, or belong to another account.`;
  if (api === undefined) throw new HumanError(gone);
  try {
    return await api.retrieveCampaign(id);
  } catch (error) {
    if (error instanceof ApiError && error.reason === 'not found')
      throw new HumanError(gone, { cause: error });
    throw error;
  }
}
