import assert from 'node:assert/strict';
import { mayBeList } from '../../../../src/callList/file/mayBeList.ts';

const text = { path: '/notes/plan', languageId: 'plaintext', isUntitled: false, beginning: '' };
const pasted = 'phone,name\n06 39 98 00 01,Ann\n';

describe('the active editor when a person creates a campaign', () => {
  const cases: readonly (readonly [what: string, shown: Partial<typeof text>, expected: boolean])[] = [
    ['a CSV file', { path: '/lists/march.CSV' }, true],
    ['a CSV by its language alone', { languageId: 'csv (semicolon)' }, true],
    ['numbers that were pasted into a new editor', { isUntitled: true, beginning: pasted }, true],
    ['a note in a new editor', { isUntitled: true, beginning: 'Ask Ann about 2026-11' }, false],
    ['nothing in a new editor', { isUntitled: true }, false],
    ['numbers in a file of another kind', { beginning: pasted }, false],
  ];
  for (const [what, shown, expected] of cases) {
    it(`${expected ? 'is' : 'is not'} its list: ${what}`, () =>
      assert.equal(mayBeList({ ...text, ...shown }), expected));
  }
});
