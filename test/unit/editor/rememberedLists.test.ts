import assert from 'node:assert/strict';
import { RememberedLists } from '../../../src/editor/rememberedLists.ts';
import { MapMemory } from './support/mapMemory.ts';

describe('the files opened as call lists', () => {
  it('are remembered after the window was closed, except those without a file', async () => {
    const memory = new MapMemory();
    const lists = new RememberedLists(memory);
    await lists.add('file:///a.csv');
    await lists.add('untitled:b.csv');
    assert.equal(lists.has('untitled:b.csv'), true);
    const later = new RememberedLists(memory);
    assert.deepEqual(
      ['file:///a.csv', 'untitled:b.csv'].map((uri) => later.has(uri)),
      [true, false],
    );
  });

  it('are at most a hundred: the least recently used one is forgotten first', async () => {
    const lists = new RememberedLists(new MapMemory());
    await lists.add('file:///old.csv');
    await lists.add('file:///used-again.csv');
    for (let n = 0; n < 98; n++) await lists.add(`file:///${n}.csv`);
    await lists.add('file:///used-again.csv');
    await lists.add('file:///new.csv');
    assert.equal(lists.has('file:///old.csv'), false);
    assert.equal(lists.has('file:///used-again.csv'), true);
  });

  it('are none where the stored value is invalid', () => {
    const memory = new MapMemory();
    memory.values.set('revox.callLists', { a: 1 });
    assert.equal(new RememberedLists(memory).has('a'), false);
  });
});
