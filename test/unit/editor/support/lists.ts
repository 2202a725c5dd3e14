import fc from 'fast-check';
import type { Delimiter } from '../../../../src/callList/csv/delimiter.ts';
import type { TextChange } from '../../../../src/editor/fixes/cellFix.ts';

/** Applies changes as an editor does: all places are those of the text before. */
export function applied(text: string, changes: readonly TextChange[]): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const offset = (line: number, character: number) =>
    line > starts.length ? text.length : Math.min(text.length, starts[line - 1]! + character);
  const sorted = changes
    .map(({ range, text: newText }) => ({
      start: offset(range.line, range.startCharacter),
      end: offset(range.endLine, range.endCharacter),
      newText,
    }))
    .sort((one, other) => other.start - one.start);
  let result = text;
  for (const { start, end, newText } of sorted) result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

export function textAt(text: string) {
  return (range: TextChange['range']): string => {
    const mark = '\u0001';
    const { line, startCharacter, endLine, endCharacter } = range;
    const at = (l: number, c: number) => ({
      range: { line: l, startCharacter: c, endLine: l, endCharacter: c },
      text: mark,
    });
    return applied(text, [at(endLine, endCharacter), at(line, startCharacter)]).split(mark)[1] ?? '';
  };
}

export interface WrittenList {
  readonly text: string;
  readonly delimiter: Delimiter;
}

const phones = [
  '+33199001201',
  '+33 2 61 91 26 02',
  '02 61 91 26 02',
  '33353013503',
  '\u200b+33465714604',
  'tel:+33536495705',
  '+33 (0)1 99 00 26 06',
  '199002607',
  '3.36123E+10',
  '3.3199001208E+10',
  '+3312',
  'n/a',
  '',
  '112',
  '+442079460000',
  '+12125550123',
];
const values = ['Ann', 'Bob, Jr.', 'Zoé; René', 'say "hi"', 'two\nlines', '', ' x ', '12,50', 'a|b'];

/** Lists as people have them: every way to write a number and a value, in every dialect. */
export const lists: fc.Arbitrary<WrittenList> = fc
  .record({
    delimiter: fc.constantFrom<Delimiter[]>(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n'),
    always: fc.boolean(),
    finalNewline: fc.boolean(),
    rows: fc.array(
      fc.tuple(fc.constantFrom(...phones), fc.constantFrom(...values), fc.constantFrom(...values)),
      {
        minLength: 2,
        maxLength: 12,
      },
    ),
  })
  .map(({ delimiter, newline, always, finalNewline, rows }) => {
    const quote = (value: string) =>
      always || value.includes(delimiter) || /["\r\n]/.test(value)
        ? `"${value.replaceAll('"', '""').replaceAll('\n', newline)}"`
        : value;
    const lines = [['phone', 'first_name', 'note'], ...rows].map((cells) => cells.map(quote).join(delimiter));
    return { text: lines.join(newline) + (finalNewline ? newline : ''), delimiter };
  });
