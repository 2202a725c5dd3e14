import assert from 'node:assert/strict';
import {
  campaignNodes,
  detailNodes,
  groupingOf,
  groupNodes,
  groupOf,
  nodeId,
  parentOf,
} from '../../../src/views/nodes.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../support/campaigns.ts';

describe('the nodes of the tree', () => {
  it('have ids that are unique and stay the same', () => {
    const counted = campaign({ row_stats: rowStats({ total: 1, failed: 1 }) });
    const nodes = [
      ...groupNodes([counted], 'state', noonMs),
      ...campaignNodes([counted], undefined, false),
      ...detailNodes(counted),
    ];
    const once = nodes.map(nodeId);
    assert.equal(new Set(once).size, nodes.length);
    assert.deepEqual(nodes.map(nodeId), once);
  });

  it('expand to the results and to counts that are not zero, and not at all where there are none', () => {
    const stats = rowStats({ total: 9, completed: 5, failed: 1, not_launched: 3, skipped: 0 });
    assert.deepEqual(detailNodes(campaign({ row_stats: stats })).map(nodeId), [
      'campaign/c1/results',
      'campaign/c1/completed',
      'campaign/c1/failed',
      'campaign/c1/not_launched',
    ]);
    assert.deepEqual(detailNodes(campaign()), []);
  });

  it('form groups only of statuses that occur, running ones first', () => {
    const campaigns = [campaign({ status: 'completed' }), campaign({ status: 'draft' }), campaign()];
    assert.deepEqual(
      groupNodes(campaigns, 'state', noonMs).map(({ group }) => group),
      ['running', 'draft', 'completed'],
    );
  });

  const ages: [what: string, created_at: string | undefined, section: string][] = [
    ['an hour ago', hoursFromNoon(-1), 'today'],
    ['just after midnight', hoursFromNoon(-11.9), 'today'],
    ['yesterday evening', hoursFromNoon(-14), 'week'],
    ['six days ago', hoursFromNoon(-6 * 24), 'week'],
    ['eight days ago', hoursFromNoon(-8 * 24), 'older'],
    ['at a time that is not told', undefined, 'older'],
  ];
  for (const [what, created_at, section] of ages) {
    it(`put a campaign created ${what} under "${section}"`, () =>
      assert.equal(groupOf(campaign({ created_at }), 'time', noonMs), section));
  }

  it('have sections by time only where there are many campaigns, newest first', () => {
    assert.equal(groupingOf(false, 'newest', 2000), 'time');
    assert.equal(groupingOf(false, 'newest', 7), 'none');
    assert.equal(groupingOf(false, 'name', 2000), 'none');
    assert.equal(groupingOf(true, 'name', 7), 'state');
  });

  it('are shown in steps of 200, on request', () => {
    const many = Array.from({ length: 201 }, (_, at) => campaign({ id: `c${at}` }));
    const drawn = campaignNodes(many, 'older', false);
    assert.equal(drawn.length, 201);
    assert.deepEqual(drawn.at(-1), { kind: 'more', group: 'older' });
    assert.equal(campaignNodes(many, 'older', true).at(-1)?.kind, 'campaign');
    assert.equal(campaignNodes(many.slice(1), 'older', false).at(-1)?.kind, 'campaign');
  });

  it('have their parents, so that each can be revealed', () => {
    const count = { kind: 'count', campaignId: 'c1', count: 'failed' } as const;
    const node = { kind: 'campaign', id: 'c1' } as const;
    assert.deepEqual(
      parentOf(count, () => undefined),
      node,
    );
    assert.equal(
      parentOf(node, () => undefined),
      undefined,
    );
    assert.deepEqual(
      parentOf(node, () => 'running'),
      { kind: 'group', group: 'running' },
    );
    assert.deepEqual(
      parentOf({ kind: 'more', group: 'older' }, () => undefined),
      { kind: 'group', group: 'older' },
    );
  });
});
