import assert from 'node:assert/strict';
import { namedCampaigns } from '../../../src/commands/namedCampaigns.ts';
import { campaign } from '../support/campaigns.ts';

const named = (count: number) =>
  namedCampaigns(Array.from({ length: count }, (_, index) => campaign({ name: `Campaign ${index + 1}` })));

describe('a question about campaigns', () => {
  it('names a single one', () => {
    assert.deepEqual(named(1), { subject: '“Campaign 1”', object: 'Campaign', lines: [] });
  });

  it('counts several, and lists their names before what follows', () => {
    assert.deepEqual(named(2), {
      subject: '2 campaigns',
      object: '2 Campaigns',
      lines: ['Campaign 1', 'Campaign 2', ''],
    });
  });

  it('lists ten at most, and says how many more there are', () => {
    const { lines } = named(1_211);
    assert.equal(lines.length, 12);
    assert.deepEqual(lines.slice(-3), ['Campaign 10', 'and 1,201 more', '']);
    assert.ok(!named(10).lines.some((line) => line.startsWith('and ')));
  });
});
