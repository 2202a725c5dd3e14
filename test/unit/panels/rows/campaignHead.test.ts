import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import { campaignHead } from '../../../../src/panels/rows/campaignHead.ts';
import { campaign } from '../../support/campaigns.ts';

const stats = { pending: 2, calling: 0, retry: 0, completed: 5, failed: 3, total: 10 };
const situation = { nowMs: 0, sandbox: false, gone: false, group: undefined };
const progressOf = (given: Partial<Campaign>) => campaignHead(campaign(given), situation).progress;

describe('the head of the rows', () => {
  it('counts failed rows as finished, and also by themselves', () => {
    assert.deepEqual(progressOf({ row_stats: stats }), { finished: 8, failed: 3, total: 10 });
  });

  it('does not show cancelled calls as failed where the service counts both as one', () => {
    const cancelled = { row_stats: stats, is_cancelled: true };
    assert.deepEqual(progressOf(cancelled), { finished: 8, failed: 0, total: 10 });
  });
});
