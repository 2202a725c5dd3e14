import assert from 'node:assert/strict';
import { callerNumbers } from '../../../../src/launch/draft/callerIds.ts';
import { campaign } from '../../support/campaigns.ts';

const seen = [campaign({ from_phone_number: '+33199000001' }), campaign({ from_phone_number: 'withheld' })];

describe('the caller IDs that are offered', () => {
  it('are those of the account with their labels, then those that campaigns use', async () => {
    const phoneNumbers = () =>
      Promise.resolve([
        { id: '1', phone_number: '+33199000002', label: 'Sales Paris', type: 'owned_number' },
        { id: '2', phone_number: '+33199000001', type: 'verified_caller_id' },
      ]);
    assert.deepEqual(await callerNumbers({ phoneNumbers }, seen), [
      { number: '+33199000002', detail: 'Sales Paris · owned number' },
      { number: '+33199000001', detail: 'verified caller ID' },
    ]);
  });

  for (const [what, phoneNumbers] of [
    ['has no such list', () => Promise.resolve(undefined)],
    ['does not answer', () => Promise.reject(new Error('down'))],
  ] as const) {
    it(`are those that campaigns use where the server ${what}`, async () =>
      assert.deepEqual(await callerNumbers({ phoneNumbers }, seen), [
        { number: '+33199000001', detail: '' },
      ]));
  }
});
