import assert from 'node:assert/strict';
import { MementoMap } from '../../../src/core/mementoMap.ts';
import { movedAddress } from '../../../src/core/movedAddress.ts';
import { MapMemory } from '../editor/support/mapMemory.ts';

const cases: readonly (readonly [string, string, string, string | undefined])[] = [
  ['file:///a/list.csv', 'file:///a/list.csv', 'file:///a/new.csv', 'file:///a/new.csv'],
  ['file:///a/b/list.csv', 'file:///a', 'file:///z', 'file:///z/b/list.csv'],
  ['file:///ab/list.csv', 'file:///a', 'file:///z', undefined],
  ['file:///a/list.csv', 'file:///a/list.cs', 'file:///a/other', undefined],
];

describe('a list that is renamed or moved', () => {
  for (const [address, from, to, expected] of cases) {
    it(`${address}, after ${from} became ${to}: ${expected ?? 'stays'}`, () =>
      assert.equal(movedAddress(address, from, to), expected));
  }

  it('keeps what is stored for it, and for nothing else', async () => {
    const map = new MementoMap<string>({
      memory: new MapMemory(),
      key: 'k',
      max: 10,
      read: (stored) => (typeof stored === 'string' ? stored : undefined),
    });
    await map.set('file:///a/list.csv', 'mine');
    await map.set('file:///b.csv', 'other');
    await map.rename((key) => movedAddress(key, 'file:///a', 'file:///z'));
    assert.equal(map.get('file:///a/list.csv'), undefined);
    assert.equal(map.get('file:///z/list.csv'), 'mine');
    assert.equal(map.get('file:///b.csv'), 'other');
  });
});
