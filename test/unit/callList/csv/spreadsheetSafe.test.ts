import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'papaparse';
import { spreadsheetSafe, spreadsheetSafeCell } from '../../../../src/callList/csv/spreadsheetSafe.ts';
import { runs } from '../../support/runs.ts';

describe('a CSV that a spreadsheet opens', () => {
  const cases: [what: string, csv: string, safe: string][] = [
    ['a link is not followed', 'a,b\n1,=HYPERLINK("x")\n', `a,b\n1,'=HYPERLINK("x")\n`],
    ['in quotes, too', 'a,b\r\n1,"=1+1, or"\r\n', `a,b\r\n1,"'=1+1, or"\r\n`],
    ['at and minus begin formulas', 'a;b\n@SUM(A1);-cmd|x\n', `a;b\n'@SUM(A1);'-cmd|x\n`],
    ['a number of a phone stays one', 'phone,n\n+33612345678,-12.5\n', 'phone,n\n+33612345678,-12.5\n'],
    [
      'a number with dashes would be subtracted',
      'phone,n\n+1-415-555-0100,x\n',
      `phone,n\n'+1-415-555-0100,x\n`,
    ],
    ['a line feed before a formula is passed over', 'a,b\n1,"\n=1"\n', 'a,b\n1,"\'\n=1"\n'],
    ['what another spreadsheet splits', 'a,b\n1,2;=1\n', "a,b\n1,2;'=1\n"],
    ['and runs behind a tab or a bar', 'a,b\n"x| @y",z\t=1\n', 'a,b\n"x| \'@y",z\t\'=1\n'],
    ['a number behind a semicolon stays one', 'a,b\n1,call; +33612345678\n', 'a,b\n1,call; +33612345678\n'],
    ['the line that tells the delimiter stays', 'sep=;\na;b\n=1;2\n', `sep=;\na;b\n'=1;2\n`],
    ['the last line may have no end', 'a,b\n1,=2', `a,b\n1,'=2`],
    ['an empty file stays empty', '', ''],
  ];
  for (const [what, csv, safe] of cases) it(what, () => assert.equal(spreadsheetSafe(csv).csv, safe));

  it('counts the cells that were changed', () => {
    assert.equal(spreadsheetSafe('a,b\n=1,=2\n3,@x\n').changed, 3);
  });

  it('only adds an apostrophe before formulas, and never twice', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '1', 'a', '"', ',', '\n', ' ', "'"),
        maxLength: 6,
      }),
      fc.constant('+33612345678'),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        const all = [['x', 'y', 'z'], ...rows];
        const csv = all.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        const once = spreadsheetSafe(csv);
        const read = parse<string[]>(once.csv, { delimiter: ',', newline: '\n' }).data.slice(0, -1);
        read.forEach((row, at) =>
          row.forEach((text, column) => {
            const before = all[at]?.[column] ?? '';
            assert.ok(text === before || text === `'${before}`);
            assert.ok(!/^[=@]/.test(text));
          }),
        );
        assert.deepEqual(spreadsheetSafe(once.csv), { csv: once.csv, changed: 0 });
      }),
      { numRuns: runs(60) },
    );
  });

  it('is the same whether its cells are changed before or after it is written', () => {
    const cells = ['=1+1', 'a;=2', '"=x', '@cmd,', '-5', 'plain\nand more', ''];
    const quoted = (texts: readonly string[]) =>
      `${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join()}\n`;
    const header = quoted(cells.map((_, at) => `column ${at}`));
    assert.equal(
      spreadsheetSafe(header + quoted(cells)).csv,
      header + quoted(cells.map(spreadsheetSafeCell)),
    );
  });
});
