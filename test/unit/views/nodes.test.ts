import assert from 'node:assert/strict';
import { campaignNodes, countNodes, groupNodes, nodeId, parentOf } from '../../../src/views/nodes.ts';
import { campaign, noonMs, rowStats } from '../support/campaigns.ts';

describe('the nodes of the tree', () => {
  it('have ids that are unique and stay the same', () => {
    const counted = campaign({ row_stats: rowStats({ total: 1 }) });
    const nodes = [...groupNodes([counted], noonMs), ...campaignNodes([counted]), ...countNodes(counted)];
    const once = nodes.map(nodeId);
    assert.equal(new Set(once).size, nodes.length);
    assert.deepEqual(nodes.map(nodeId), once);
  });

  it('has six counts below a campaign, and none where the server tells none', () => {
    assert.equal(countNodes(campaign({ row_stats: rowStats() })).length, 6);
    assert.deepEqual(countNodes(campaign()), []);
  });

  it('groups only states that occur, what runs first', () => {
    const campaigns = [campaign({ status: 'completed' }), campaign({ status: 'draft' }), campaign()];
    assert.deepEqual(
      groupNodes(campaigns, noonMs).map(({ state }) => state),
      ['running', 'draft', 'completed'],
    );
  });

  it('know their parents, so that any of them can be revealed', () => {
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
      { kind: 'group', state: 'running' },
    );
  });
});
