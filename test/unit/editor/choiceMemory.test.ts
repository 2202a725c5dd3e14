import assert from 'node:assert/strict';
import { choicesOver } from '../../../src/callList/listChoices.ts';
import { ChoiceMemory } from '../../../src/editor/choiceMemory.ts';
import { MapMemory } from './support/mapMemory.ts';

const list = 'file:///list.csv';

describe('the reading options of a list', () => {
  it('are the same after the window was closed', async () => {
    const memory = new MapMemory();
    const choices = {
      defaultRegion: 'FR',
      phoneColumn: 'Mobile',
      duplicates: 'last',
      mapping: { company_name: 'Company', city: 3 },
      includeUnused: true,
      emptyVariables: 'leaveOut',
      repairs: ['zeroLost'],
    } as const;
    await new ChoiceMemory(memory).set(list, choices);
    assert.deepEqual(new ChoiceMemory(memory).of(list), choices);
    assert.deepEqual(new ChoiceMemory(memory).of('file:///other.csv'), {});
  });

  it('are not stored where all are the default', async () => {
    const memory = new MapMemory();
    const kept = new ChoiceMemory(memory);
    await kept.set(list, { duplicates: 'all' });
    await kept.set(
      list,
      choicesOver({}, { duplicates: 'first', repairs: [], mapping: {}, emptyVariables: 'call' }),
    );
    assert.deepEqual(kept.of(list), {});
    assert.deepEqual([...memory.values.values()], [[]]);
  });

  it('are forgotten with the window for a list without a file', async () => {
    const memory = new MapMemory();
    const kept = new ChoiceMemory(memory);
    await kept.set('untitled:a.csv', { duplicates: 'all' });
    assert.deepEqual(kept.of('untitled:a.csv'), { duplicates: 'all' });
    assert.deepEqual(new ChoiceMemory(memory).of('untitled:a.csv'), {});
  });

  it('are kept for the hundred lists that were changed last', async () => {
    const kept = new ChoiceMemory(new MapMemory());
    for (let n = 0; n <= 100; n++) await kept.set(`file:///${n}.csv`, { duplicates: 'all' });
    assert.deepEqual(kept.of('file:///0.csv'), {});
    assert.deepEqual(kept.of('file:///1.csv'), { duplicates: 'all' });
  });

  const odd: readonly [stored: unknown, choices: unknown][] = [
    ['nonsense', {}],
    [[[list]], {}],
    [[[list, null]], {}],
    [[[7, { duplicates: 'all' }]], {}],
    [
      [[list, { duplicates: 'some', phoneColumn: -1, repairs: ['magic'], mapping: { a: true, b: 'B' } }]],
      { mapping: { b: 'B' } },
    ],
    [[[list, { defaultRegion: 'France', includeUnused: 'yes', emptyVariables: 7 }]], {}],
  ];
  for (const [stored, choices] of odd) {
    it(`are checked when they are loaded: ${JSON.stringify(stored)}`, () => {
      const memory = new MapMemory();
      memory.values.set('revox.listChoices', stored);
      assert.deepEqual(new ChoiceMemory(memory).of(list), choices);
    });
  }
});
