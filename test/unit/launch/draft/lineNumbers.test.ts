import assert from 'node:assert/strict';
import { linesText, readLines } from '../../../../src/launch/draft/lineNumbers.ts';

describe('line numbers as a person types them', () => {
  for (const [text, lines] of [
    ['2', [2]],
    ['2, 5-9', [2, 5, 6, 7, 8, 9]],
    ['9;3 3\n4–5', [3, 4, 5, 9]],
    ['1-10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ] as const) {
    it(`reads “${text}”`, () => assert.deepEqual(readLines(text, 10), lines));
  }

  for (const text of ['', ' , ', '0', '-3', '5-', '9-5', '2-3-4', 'two', '1.5', '1-11', '1-6 7-12', '1e3']) {
    it(`rejects “${text}” where ten lines are the maximum`, () =>
      assert.equal(readLines(text, 10), undefined));
  }

  it('lists the first ones and counts the rest', () => {
    assert.equal(linesText([4]), '4');
    assert.equal(linesText([4, 7, 9]), '4, 7 and 9');
    assert.equal(linesText([1, 2, 3, 4, 5, 6, 7]), '1, 2, 3, 4, 5 and 2 more');
  });
});
