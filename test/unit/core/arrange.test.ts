import assert from 'node:assert/strict';
import { arrange } from '../../../src/core/arrange.ts';
import { campaign, hoursFromNoon, rowStats } from '../support/campaigns.ts';

const list = [
  campaign({ id: 'b', name: 'Wave 10', created_at: hoursFromNoon(-5) }),
  campaign({
    id: 'a',
    name: 'Wave 2',
    created_at: hoursFromNoon(-1),
    row_stats: rowStats({ total: 4, completed: 1 }),
  }),
  campaign({
    id: 'c',
    name: 'autumn',
    created_at: hoursFromNoon(-9),
    row_stats: rowStats({ total: 4, completed: 3 }),
    assistant: { id: 'x', name: 'Camille' },
  }),
  campaign({ id: 'd', name: 'Wave 2' }),
];
const ids = (...args: Parameters<typeof arrange>) => arrange(...args).map(({ id }) => id);

describe('the order and filter of campaigns', () => {
  it('newest first; one without a time is last', () =>
    assert.deepEqual(ids(list, '', 'newest'), ['a', 'b', 'c', 'd']));

  it('by name in natural order, numbers included', () =>
    assert.deepEqual(ids(list, '', 'name'), ['c', 'a', 'd', 'b']));

  it('most complete first; one without counts is last', () =>
    assert.deepEqual(ids(list, '', 'progress'), ['c', 'a', 'd', 'b']));

  it('filters by all words, in name, assistant or id, whatever the case', () => {
    assert.deepEqual(ids(list, 'WAVE 1', 'name'), ['b']);
    assert.deepEqual(ids(list, 'camille', 'name'), ['c']);
    assert.deepEqual(ids(list, 'nobody', 'name'), []);
  });

  it('does not change the list it was given', () => {
    arrange(list, '', 'name');
    assert.deepEqual(
      list.map(({ id }) => id),
      ['b', 'a', 'c', 'd'],
    );
  });
});
