import assert from 'node:assert/strict';
import { createRequestSchema } from '../../../../src/api/schemas/createRequestSchema.ts';
import { createRequest, type CampaignSpec } from '../../../../src/launch/draft/campaignSpec.ts';
import { noonMs } from '../../support/campaigns.ts';

const plan: CampaignSpec = {
  assistantId: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e',
  name: 'Spring',
  start: { kind: 'draft' },
};
const contact = {
  to_phone_number: '+33639980001',
  prompt_variables: { first_name: 'Zoé' },
  line: 2,
  record: 1,
};

describe('the request that creates a campaign', () => {
  it('always contains launch, so that no server can read its absence as yes', () => {
    assert.equal(createRequest(plan, []).launch, false);
    assert.equal(createRequest({ ...plan, start: { kind: 'now' } }, []).launch, true);
  });

  it('contains a schedule only when there is one', () => {
    assert.equal('scheduled_at' in createRequest(plan, []), false);
    const scheduled = createRequest({ ...plan, start: { kind: 'schedule', atMs: noonMs } }, []);
    assert.equal(scheduled.scheduled_at, new Date(noonMs).toISOString());
    assert.equal(scheduled.launch, true);
  });

  it('contains only the documented fields of a contact', () => {
    assert.deepEqual(createRequest(plan, [contact]).contacts, [
      { to_phone_number: '+33639980001', prompt_variables: { first_name: 'Zoé' } },
    ]);
  });

  it('is as the reference documents it, with every option set', () => {
    const all = createRequest(
      {
        ...plan,
        start: { kind: 'schedule', atMs: noonMs },
        fromPhoneNumber: '+33199000000',
        maxConcurrentCalls: 3,
        callRetryConfig: {
          allowed_days: ['monday'],
          call_twice_in_a_row: true,
          calling_windows: [
            { calling_window_start_time: '9:00', calling_window_end_time: '6pm', retry_delay_seconds: 60 },
          ],
          max_retry_attempts: 2,
          timezone: 'Europe/Paris',
        },
      },
      [contact],
    );
    assert.deepEqual(createRequestSchema.parse(all), all);
  });
});
