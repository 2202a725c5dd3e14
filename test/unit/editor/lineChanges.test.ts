import assert from 'node:assert/strict';
import { lineChanges } from '../../../src/editor/lineChanges.ts';

describe('from one text to another', () => {
  it('touches only the lines that differ, whatever their line ends', () =>
    assert.deepEqual(lineChanges('a\r\nR\ufffde\r\nb\n', 'a\nRée\nb\n'), [
      { range: { line: 2, startCharacter: 0, endLine: 2, endCharacter: 3 }, text: 'Rée' },
    ]));

  it('is nothing where they are the same', () => assert.deepEqual(lineChanges('a\nb', 'a\nb'), []));

  it('is the whole text where the lines do not match', () =>
    assert.deepEqual(lineChanges('a\nbc', 'x'), [
      { range: { line: 1, startCharacter: 0, endLine: 2, endCharacter: 2 }, text: 'x' },
    ]));
});
