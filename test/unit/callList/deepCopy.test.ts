import assert from 'node:assert/strict';
import { deepCopy } from '../../../src/callList/deepCopy.ts';

describe('A deep copy', () => {
  it('is what structuredClone gives, and shares nothing that can change', () => {
    const found = {
      line: 3,
      value: 'Zoé “Le Parc”, 美咲',
      short: 'a',
      empty: '',
      fix: undefined,
      none: null,
      excludes: true,
      readings: ['+33612345678', { deep: ['x'] }],
    };
    const copy = deepCopy(found);
    assert.deepEqual(copy, structuredClone(found));
    assert.notEqual(copy, found);
    assert.notEqual(copy.readings, found.readings);
    assert.notEqual(copy.readings[1], found.readings[1]);
  });
});
