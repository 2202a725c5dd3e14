import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText, toTsv } from '../../../src/panels/tableText.ts';

describe('a table on the clipboard', () => {
  it('starts no formula in the spreadsheet it is pasted into', () => {
    const line = ['=HYPERLINK("https://x")', '@SUM(1)', '-1+1', '+33612345678', 'a\n=1', '=a\tb'];
    assert.equal(toTsv([line]), `'=HYPERLINK("https://x")\t'@SUM(1)\t'-1+1\t+33612345678\ta =1\t'=a b`);
  });
});

describe('a text in a Markdown document', () => {
  it('is on one line, without spaces around former line ends', () => {
    for (const [text, line] of [
      ['a  \n\t b', 'a b'],
      ['a\r\n \r\n b', 'a b'],
      ['  a', '  a'],
      ['a\n', 'a '],
      ['\u2028a', ' a'],
    ] as const) {
      assert.equal(markdownText(text), line);
    }
  });

  it('equals what one pattern for line ends and spaces would give', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '\t', '\n', '\r', '\u2029'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        assert.equal(markdownText(text), text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
      }),
    );
  });
});
