import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import type { CreateCampaignRequest } from '../../../../src/core/createRequest.ts';
import { differences } from '../../../../src/launch/comparison/verify.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../../support/campaigns.ts';

function request(about: Partial<CreateCampaignRequest> = {}): CreateCampaignRequest {
  const contact = { to_phone_number: '+33639980001', prompt_variables: {} };
  return {
    assistant_id: campaign().assistant_id,
    name: 'Spring',
    launch: true,
    contacts: [contact, contact],
    ...about,
  };
}

describe('the comparison of what was requested with what was created', () => {
  const cases: readonly (readonly [
    string,
    Partial<CreateCampaignRequest>,
    Partial<Campaign>,
    boolean,
    RegExp,
  ])[] = [
    [
      'a draft that runs',
      { launch: false },
      { status: 'running' },
      true,
      /started it: calls are being made now/,
    ],
    ['a draft of unknown status', { launch: false }, { status: 'napping' }, true, /says it is unknown/],
    ['a schedule that was ignored', { scheduled_at: hoursFromNoon(5) }, {}, true, /immediately/],
    [
      'an earlier schedule',
      { scheduled_at: hoursFromNoon(5) },
      { scheduled_at: hoursFromNoon(2) },
      true,
      /today 17:00, but the server says today 14:00/,
    ],
    [
      'a later schedule',
      { scheduled_at: hoursFromNoon(5) },
      { scheduled_at: hoursFromNoon(6) },
      false,
      /today 18:00/,
    ],
    ['a launch that became a draft', {}, { status: 'draft' }, false, /kept it as a draft/],
    ['fewer contacts', {}, { row_stats: rowStats({ total: 1 }) }, false, /1 contacts, but 2/],
    ['more contacts', {}, { row_stats: rowStats({ total: 3 }) }, true, /3 contacts, but 2/],
    [
      'another number',
      { from_phone_number: '+331' },
      { from_phone_number: '+332' },
      true,
      /\+332, not from \+331/,
    ],
    ['another assistant', {}, { assistant_id: 'other' }, true, /different assistant/],
    ['more calls at once', { max_concurrent_calls: 2 }, { max_concurrent_calls: 9 }, true, /up to 9/],
  ];
  for (const [name, asked, got, alarm, sentence] of cases) {
    it(`reports ${name}${alarm ? ', loudly' : ''}`, () => {
      const found = differences(request(asked), campaign(got), noonMs);
      const [only, ...others] = found;
      assert.deepEqual(others, []);
      assert.equal(only?.alarm, alarm);
      assert.match(only.sentence, sentence);
    });
  }

  const fine: readonly (readonly [string, Partial<CreateCampaignRequest>, Partial<Campaign>])[] = [
    ['all is as asked', {}, { row_stats: rowStats({ total: 2 }) }],
    ['a draft is a draft', { launch: false }, { status: 'draft' }],
    ['the rows are not counted yet', {}, { row_stats: rowStats({ total: 0 }) }],
    ['the server tells little', { from_phone_number: '+331', max_concurrent_calls: 2 }, { assistant_id: '' }],
    [
      'the schedule is rounded by seconds',
      { scheduled_at: hoursFromNoon(5) },
      { scheduled_at: new Date(noonMs + 5 * 3_600_000 + 30_000).toISOString() },
    ],
  ];
  for (const [name, asked, got] of fine) {
    it(`accepts that ${name}`, () =>
      assert.deepEqual(differences(request(asked), campaign(got), noonMs), []));
  }
});
