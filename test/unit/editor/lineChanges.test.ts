import assert from 'node:assert/strict';
import { lineChanges } from '../../../src/editor/lineChanges.ts';

describe('the changes from one text to another', () => {
  it('touch only the lines that differ, whatever the line ends', () =>
    assert.deepEqual(lineChanges('a\r\nR\ufffde\r\nb\n', 'a\nRée\nb\n'), [
      { range: { line: 2, startCharacter: 0, endLine: 2, endCharacter: 3 }, text: 'Rée' },
    ]));

  it('are empty where the texts are equal', () => assert.deepEqual(lineChanges('a\nb', 'a\nb'), []));

  it('are the whole text where the lines do not match', () =>
    assert.deepEqual(lineChanges('a\nbc', 'x'), [
      { range: { line: 1, startCharacter: 0, endLine: 2, endCharacter: 2 }, text: 'x' },
    ]));
});
