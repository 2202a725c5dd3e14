import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLine, quoted, withoutIcons, withoutMarkup } from '../../../src/core/plainText.ts';
import { runs } from '../support/runs.ts';

/** VS Code's own, from src/vs/base/common/linkedText.ts: what it matches in a notification can be clicked. */
const linkRegex = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

/** Texts made of the pieces that have a meaning somewhere, so that they meet often. */
const hostileText = fc
  .array(
    fc.constantFrom(
      ...['[', ']', '(', ')', '](', '$(', 'x', 'command:a', 'https://a.example', ' ', '\n', '\r', '\u202e'],
      ...[
        '\u200b',
        '\u2028',
        '\u0000',
        '\u001b',
        '"',
        '”',
        '\u{1f600}',
        '\ud83d',
        '[x](command:a)',
        '$(trash)',
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('text that comes from outside', () => {
  const links = [
    '[Repair now](command:workbench.action.files.newUntitledFile)',
    '[a](https://evil.example "title")',
    '[a](file:///etc/passwd)',
    '[a]\u200b(command:a)',
    '[a]\u202e(command:a)',
    '[a]\u0000(command:a)',
  ];
  for (const link of links) {
    it(`contains no link in a notification: ${JSON.stringify(link)}`, () => {
      assert.doesNotMatch(withoutMarkup(link, 1_000), linkRegex);
      assert.doesNotMatch(withoutMarkup(`The list ${oneLine(link)} is missing.`, 1_000), linkRegex);
    });
  }

  it('contains no link and no icon, wherever it is cut', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 2, max: 200 }), (text, most) => {
        const shown = withoutMarkup(text, most);
        // As VS Code does before it looks for links.
        assert.doesNotMatch(shown.replace(/(\r\n|\n|\r)/gm, ' ').trim(), linkRegex);
        assert.ok(!withoutIcons(shown).includes('$('));
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('is one line without control characters, no longer than requested', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 2, max: 60 }), (text, most) => {
        const line = oneLine(text, most);
        assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b]|^\s|\s$|\s\s/u);
        assert.ok(line.length <= most, line);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('is unchanged when it is made one line again', () => {
    fc.assert(fc.property(hostileText, (text) => assert.equal(oneLine(oneLine(text)), oneLine(text))));
  });

  for (const [text, line] of [
    ['March\n\nStart: never', 'March Start: never'],
    ['nobody is called. \u202e', 'nobody is called.'],
    ['  two\t\tblanks ', 'two blanks'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['a\u2028b', 'a b'],
  ] as const) {
    it(`${JSON.stringify(text)} is shown as ${JSON.stringify(line)}`, () =>
      assert.equal(oneLine(text), line));
  }

  it('keeps whole characters when it is cut', () => assert.equal(oneLine('😀😀😀', 4), '😀…'));

  it('cannot close the quotation marks around it', () =>
    assert.equal(quoted('March” was called. “'), '“March" was called. "”'));

  it('keeps the line breaks of our own sentences', () => assert.equal(withoutMarkup('a\nb', 10), 'a\nb'));
});
