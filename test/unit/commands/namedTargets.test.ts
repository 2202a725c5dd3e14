import assert from 'node:assert/strict';
import { namedCampaignsOf } from '../../../src/commands/namedTargets.ts';
import { ApiError } from '../../../src/core/errors.ts';
import { campaign } from '../support/campaigns.ts';
import { fakeApi } from '../support/fakeApi.ts';

const listed = campaign({ id: 'listed' });
const elsewhere = campaign({ id: 'elsewhere' });
const api = fakeApi({
  retrieveCampaign: (id: string) =>
    id === 'elsewhere'
      ? Promise.resolve(elsewhere)
      : Promise.reject(new ApiError('Not found.', { reason: 'not found' })),
});
const store = { api, campaign: (id: string) => (id === 'listed' ? listed : undefined) };

describe('a command that is given the id of a campaign', () => {
  it('uses that campaign, also when the list does not show it', async () => {
    assert.deepEqual(await namedCampaignsOf(store, ['listed', 'elsewhere']), [listed, elsewhere]);
  });

  it('says that there is no such campaign, instead of offering others', async () => {
    await assert.rejects(namedCampaignsOf(store, ['gone']), /There is no campaign with the id gone here\./);
  });
});
