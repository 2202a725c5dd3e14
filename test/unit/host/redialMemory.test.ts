import assert from 'node:assert/strict';
import { RedialMemory } from '../../../src/host/redialMemory.ts';
import { MapMemory } from '../editor/support/mapMemory.ts';

const key = { get: () => Promise.resolve(new Uint8Array(32).fill(7)) };
const [ann, bob, cem] = ['+12125550100', '+12125550101', '+12125550102'] as const;

describe('people who were redialled', () => {
  it('are found by number in any campaign, with the latest time', async () => {
    const memory = new MapMemory();
    await new RedialMemory(memory, key).remember([ann, bob], 1000);
    const later = new RedialMemory(memory, key);
    await later.remember([bob, bob], 2000);
    assert.deepEqual(await later.of([ann, bob, cem]), { count: 2, latestMs: 2000 });
    assert.deepEqual(await later.of([ann]), { count: 1, latestMs: 1000 });
    assert.deepEqual(await later.of([cem]), { count: 0, latestMs: undefined });
  });

  it('are found by either number of a subscriber who has two', async () => {
    const memory = new RedialMemory(new MapMemory(), key);
    await memory.remember(['+5491143311234'], 1000);
    assert.deepEqual(await memory.of(['+541143311234']), { count: 1, latestMs: 1000 });
    assert.deepEqual(await memory.of(['+541143311234', '+5491143311234']), { count: 1, latestMs: 1000 });
  });

  it('are stored without any number', async () => {
    const memory = new MapMemory();
    await new RedialMemory(memory, key).remember([ann], 1000);
    const stored = JSON.stringify(memory.get('revox.redialledNumbers'));
    assert.ok(stored.length > 2 && !stored.includes('2125550100'));
  });

  const odd: readonly unknown[] = [undefined, null, 'x', {}, [1], [['a', 1]], [[1, 'a']]];
  for (const stored of odd) {
    it(`are none where ${JSON.stringify(stored)} is stored`, async () => {
      const memory = new MapMemory();
      await memory.update('revox.redialledNumbers', stored);
      assert.equal((await new RedialMemory(memory, key).of([ann])).count, 0);
    });
  }
});
