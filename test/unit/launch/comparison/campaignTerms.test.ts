import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import type { CallRetryConfig } from '../../../../src/core/retryConfig.ts';
import {
  termDifferences,
  termsOf,
  type CampaignTerms,
} from '../../../../src/launch/comparison/campaignTerms.ts';
import { campaign } from '../../support/campaigns.ts';

const rules: CallRetryConfig = {
  allowed_days: ['monday', 'tuesday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '10:00', calling_window_end_time: '18:00', retry_delay_seconds: 7200 },
  ],
  max_retry_attempts: 3,
};
const confirmed: CampaignTerms = {
  assistant_id: 'a',
  from_phone_number: '+33199001200',
  max_concurrent_calls: 5,
  call_retry_config: rules,
};
const now = (about: Partial<Campaign> = {}) => campaign({ ...confirmed, ...about });

describe('what a person confirmed about a campaign, compared with what the server has', () => {
  const same: readonly (readonly [what: string, about: Partial<Campaign>])[] = [
    ['it is the same', {}],
    ['a server names no assistant', { assistant_id: '' }],
    ['the number is written otherwise', { from_phone_number: '+33 1 99 00 12 00' }],
    [
      'the rules mean the same',
      {
        call_retry_config: {
          ...rules,
          allowed_days: ['tuesday', 'monday'],
          calling_windows: [
            { calling_window_start_time: '10am', calling_window_end_time: '6pm', retry_delay_seconds: 7200 },
          ],
        },
      },
    ],
  ];
  for (const [what, about] of same) {
    it(`does not differ where ${what}`, async () => {
      assert.deepEqual(await termDifferences(confirmed, now(about), { undefinedMeans: 'seen' }), []);
    });
  }

  const different: readonly (readonly [about: Partial<Campaign>, sentence: string])[] = [
    [{ assistant_id: 'b' }, 'Another assistant makes the calls.'],
    [{ from_phone_number: '+33199001299' }, 'The caller ID is +33199001299, not +33199001200.'],
    [{ from_phone_number: undefined }, 'The caller ID is the default number, not +33199001200.'],
    [{ from_phone_number: 'unknown' }, 'The caller ID is unknown, not +33199001200.'],
    [{ max_concurrent_calls: 1 }, 'It makes up to 1 call at once, not up to 5 calls.'],
    [
      { max_concurrent_calls: undefined },
      'It makes as many calls as the service allows at once, not up to 5 calls.',
    ],
    [
      { call_retry_config: undefined },
      'The calling rules are those of the assistant, not 10:00–18:00, mon, tue, up to 3 attempts, retry after 7,200 s.',
    ],
    [
      {
        call_retry_config: {
          ...rules,
          call_twice_in_a_row: true,
          max_retry_attempts: 4,
          timezone: 'Europe/Paris',
        },
      },
      'The calling rules are 10:00–18:00, mon, tue, up to 4 attempts, retry after 7,200 s, twice in a row, Europe/Paris, not 10:00–18:00, mon, tue, up to 3 attempts, retry after 7,200 s.',
    ],
  ];
  for (const [about, sentence] of different) {
    it(`says: ${sentence}`, async () => {
      for (const undefinedMeans of ['asked', 'seen'] as const)
        assert.deepEqual(await termDifferences(confirmed, now(about), { undefinedMeans }), [sentence]);
    });
  }

  it('does not differ in what was left to the service, and does in what was seen to be undefined', async () => {
    const left: CampaignTerms = { assistant_id: 'a' };
    assert.deepEqual(await termDifferences(left, now(), { undefinedMeans: 'asked' }), []);
    assert.equal((await termDifferences(left, now(), { undefinedMeans: 'seen' })).length, 3);
  });

  it('is the same for a request and the campaign that came of it', () => {
    assert.deepEqual(termsOf(now({ name: 'Another', max_concurrent_calls: 5 })), termsOf(confirmed));
  });
});
