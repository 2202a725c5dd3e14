import assert from 'node:assert/strict';
import { CampaignEndDetector, campaignEndSentence, runningSummary } from '../../../src/core/campaignEnd.ts';
import { campaign, noonMs, rowStats } from '../support/campaigns.ts';

describe('the end of a campaign', () => {
  const ended = { status: 'completed', row_stats: rowStats({ total: 130, completed: 118, failed: 12 }) };

  it('is detected once, when a running campaign becomes completed', () => {
    const ends = new CampaignEndDetector();
    assert.deepEqual(ends.next([campaign()], noonMs), []);
    assert.deepEqual(
      ends.next([campaign(ended)], noonMs).map(({ id }) => id),
      ['c1'],
    );
    assert.deepEqual(ends.next([campaign(ended)], noonMs), []);
  });

  it('is not detected in a campaign that was completed at first, or that somebody cancelled', () => {
    const ends = new CampaignEndDetector();
    assert.deepEqual(ends.next([campaign(ended), campaign({ id: 'c2' })], noonMs), []);
    assert.deepEqual(ends.next([campaign(ended), campaign({ id: 'c2', is_cancelled: true })], noonMs), []);
  });

  it('is not carried over to another connection', () => {
    const ends = new CampaignEndDetector();
    ends.next([campaign()], noonMs);
    ends.reset();
    assert.deepEqual(ends.next([campaign(ended)], noonMs), []);
  });

  it('is described by the statistics of the service first', () => {
    const statistics = {
      funnel: { called: { count: 130 }, reached: { count: 61 }, hot_leads: { count: 9 } },
      hot_lead_outcomes: [],
      leads: { interested: [], callback_requested: [], hot: [], warm: [] },
      outcome_breakdown: [],
    };
    assert.equal(
      campaignEndSentence(campaign({ ...ended, funnel_stats: { talked_to_human: 1 } }), statistics),
      '“Spring reminders” has ended: 61 of 130 reached as Revox counts, 9 hot leads.',
    );
  });

  it('is described by the funnel of the campaign, otherwise by its counts', () => {
    const funnel_stats = { total_leads: 130, talked_to_human: 61, hot: 0 };
    assert.equal(
      campaignEndSentence(campaign({ ...ended, funnel_stats }), undefined),
      '“Spring reminders” has ended: 61 of 130 reached as Revox counts.',
    );
    assert.equal(
      campaignEndSentence(campaign(ended), undefined),
      '“Spring reminders” has ended: 118 of 130 completed, 12 failed.',
    );
    assert.equal(
      campaignEndSentence(campaign({ status: 'completed' }), undefined),
      '“Spring reminders” has ended.',
    );
  });
});

describe('the status bar while campaigns run', () => {
  it('says how many run, and their progress', () => {
    const campaigns = [
      campaign({ row_stats: rowStats({ total: 100, completed: 60, failed: 3 }) }),
      campaign({ id: 'c2', row_stats: rowStats({ total: 100, completed: 63 }) }),
      campaign({ id: 'c3', status: 'completed', row_stats: rowStats({ total: 900 }) }),
    ];
    assert.equal(runningSummary(campaigns, noonMs)?.text, '2 running · 63%');
  });

  it('is empty while none runs', () =>
    assert.equal(runningSummary([campaign({ status: 'paused' })], noonMs), undefined));
});
