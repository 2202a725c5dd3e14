import assert from 'node:assert/strict';
import fc from 'fast-check';
import { campaignStates, type CampaignState } from '../../../src/core/campaign.ts';
import { callOutcomes, callResults, callStatuses, type Call } from '../../../src/core/row.ts';
import { rowCategories, rowCategoryOf, type RowCategory } from '../../../src/core/rowCategory.ts';

function category(call: Partial<Call> | undefined, campaign?: CampaignState): RowCategory {
  const whole = call && { id: 'c', status: 'completed', call_attempts: [], ...call };
  return rowCategoryOf({ id: 'r', phone_number: '+33612345678', input_data: {}, call: whole }, campaign);
}

const attempt = (result: string | undefined) => ({ id: 'a', status: 'completed', result });

describe('the category of a row', () => {
  const table: [
    call: Partial<Call> | undefined,
    campaign: CampaignState | undefined,
    category: RowCategory,
  ][] = [
    [{ outcome: 'interested', call_attempts: [attempt('human')] }, 'completed', 'interested'],
    [{ outcome: 'interested', status: 'cancelled' }, 'cancelled', 'interested'],
    [{ outcome: 'requested_callback_later' }, 'completed', 'callback'],
    [{ outcome: 'requested_callback_new_number' }, 'completed', 'callback'],
    [{ outcome: 'not_interested', call_attempts: [attempt('human')] }, 'completed', 'reached'],
    [{ call_attempts: [attempt('voicemail'), attempt('human')] }, 'running', 'reached'],
    [{ call_attempts: [attempt('voicemail')] }, 'completed', 'voicemail'],
    [{ call_attempts: [attempt('IVR')] }, 'completed', 'not reached'],
    [{ call_attempts: [] }, 'completed', 'not reached'],
    [{ status: 'errored', call_attempts: [attempt('voicemail')] }, 'completed', 'failed'],
    [{ status: 'cancelled' }, 'cancelled', 'cancelled'],
    [{ status: 'not_launched' }, 'running', 'not launched'],
    [{ status: 'scheduled', call_attempts: [attempt('voicemail')] }, 'running', 'open'],
    [{ status: 'a word of tomorrow' }, 'running', 'open'],
    [undefined, 'draft', 'not launched'],
    [undefined, 'not launched', 'not launched'],
    [undefined, 'cancelled', 'cancelled'],
    [undefined, 'completed', 'not reached'],
    [undefined, 'running', 'open'],
    [undefined, undefined, 'open'],
  ];
  for (const [call, campaign, expected] of table) {
    it(`${JSON.stringify(call ?? 'no call')} in a campaign that is ${campaign ?? 'unknown'}: ${expected}`, () => {
      assert.equal(category(call, campaign), expected);
    });
  }

  it('is one of the named ones, so that their counts add up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, ...callOutcomes),
        fc.constantFrom(...callStatuses),
        fc.array(fc.constantFrom(undefined, ...callResults)),
        fc.constantFrom(undefined, ...campaignStates),
        (outcome, status, results, campaign) => {
          const call = { outcome, status, call_attempts: results.map(attempt) };
          assert.ok(rowCategories.includes(category(call, campaign)));
        },
      ),
    );
  });
});
