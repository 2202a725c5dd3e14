import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellSpans, parseRow } from '../../../../src/callList/csv/csvText.ts';
import type { Delimiter } from '../../../../src/callList/csv/delimiter.ts';
import { sniffDialect } from '../../../../src/callList/csv/dialect.ts';
import { cellRange } from '../../../../src/callList/csv/positions.ts';
import { RecordReader, type CsvRecord } from '../../../../src/callList/csv/records.ts';
import { RecordScanner } from '../../../../src/callList/csv/recordScanner.ts';
import { signsOf } from '../../../../src/callList/values/valueSigns.ts';
import { runs } from '../../support/runs.ts';

function read(
  text: string,
  delimiter: Delimiter = ',',
  newline: '\n' | '\r' = '\n',
  piece = text.length || 1,
): CsvRecord[] {
  const reader = new RecordReader(delimiter, newline);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...reader.push(text.slice(at, at + piece)));
  return [...records, ...reader.end()];
}

/** Text as an editor splits it into lines. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function textAt(text: string, range: ReturnType<typeof cellRange>): string {
  const lines = linesOf(text).slice(range.line - 1, range.endLine);
  if (lines.length === 1) return lines[0]!.slice(range.startCharacter, range.endCharacter);
  return [
    lines[0]!.slice(range.startCharacter),
    ...lines.slice(1, -1),
    lines.at(-1)!.slice(0, range.endCharacter),
  ].join('\n');
}

const delimiters = fc.constantFrom<Delimiter[]>(',', ';', '\t', '|');
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r\n', ' ', '0', '\ufeff', '😀'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

function quote(value: string, delimiter: string, always: boolean): string {
  const needed = always || /["\r\n]/.test(value) || value.includes(delimiter);
  return needed ? `"${value.replaceAll('"', '""')}"` : value;
}

function write(
  rows: readonly (readonly string[])[],
  delimiter: string,
  newline: string,
  always: boolean,
): string {
  return rows
    .map((row) => row.map((value) => quote(value, delimiter, always)).join(delimiter) + newline)
    .join('');
}

describe('any table', () => {
  const dialects = fc.record({
    delimiter: delimiters,
    newline: fc.constantFrom('\n', '\r\n'),
    always: fc.boolean(),
    piece: fc.integer({ min: 3, max: 60 }),
  });

  it('is read as it was written, in any dialect and in chunks of any size', () => {
    fc.assert(
      fc.property(table, dialects, (rows, { delimiter, newline, always, piece }) => {
        const text = write(rows, delimiter, newline, always);
        const records = read(text, delimiter, '\n', piece);
        assert.deepEqual(
          records.map(({ cells }) => cells),
          rows,
        );
        assert.equal(
          records.some(({ fault }) => fault !== undefined),
          false,
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('is read with the line ends of old Macs', () => {
    const plain = fc.array(fc.array(fc.stringMatching(/^[a-z"; ]{0,5}$/), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 20 }), (rows, piece) => {
        const text = write(rows, ',', '\r', false);
        assert.deepEqual(
          read(text, ',', '\r', piece).map(({ cells }) => cells),
          rows,
        );
      }),
      { numRuns: runs(100) },
    );
  });

  it('has every cell at its range, with lines counted as an editor does', () => {
    fc.assert(
      fc.property(table, dialects, (rows, { delimiter, newline, always }) => {
        const text = write(rows, delimiter, newline, always);
        for (const [row, record] of read(text, delimiter).entries()) {
          for (const [column, value] of rows[row]!.entries()) {
            const found = textAt(text, cellRange(record, column, delimiter));
            assert.equal(found, linesOf(quote(value, delimiter, always)).join('\n'));
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('any text at all', () => {
  const unit = fc.constantFrom('a', '"', '"', ',', ';', '\n', '\n', '\r\n', '\r', ' ', '\ufeff', 'é');
  const text = fc.string({ unit, maxLength: 60 });

  it('is read the same in one chunk and in many', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (text, piece) => {
        // what is not closed yet may still be, so only files without bad quotes must agree
        const whole = read(text);
        if (whole.some(({ fault, suspect }) => fault !== undefined || suspect)) return;
        assert.deepEqual(read(text, ',', '\n', piece), whole);
      }),
      { numRuns: runs(400) },
    );
  });

  it('is complete: the texts of the records in sequence are the file', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (text, piece) => {
        const records = read(text, ',', '\n', piece);
        const joined = records.map(({ raw }) => raw).join('');
        // a last line without a line end is given one
        assert.equal(joined.replace(/[\r\n]+$/, ''), text.replace(/[\r\n]+$/, ''));
      }),
      { numRuns: runs(400) },
    );
  });

  it('has each record on its line', () => {
    fc.assert(
      fc.property(text, (text) => {
        let at = 0;
        for (const record of read(text)) {
          assert.equal(record.line, linesOf(text.slice(0, at)).length, JSON.stringify(record));
          at += record.raw.length;
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('has the cells that papaparse finds', () => {
    fc.assert(
      fc.property(text, delimiters, (text, delimiter) => {
        const input = `${text}\n`;
        let at = 0;
        for (;;) {
          const { row, complete } = parseRow(input, at, delimiter, '\n');
          if (!complete || row.badQuoteAt !== undefined) return;
          const raw = input.slice(row.start, row.end);
          const spans = cellSpans(raw, delimiter);
          assert.deepEqual(
            spans.map(({ start, end, quoted }) =>
              quoted ? raw.slice(start + 1, end - 1).replaceAll('""', '"') : raw.slice(start, end),
            ),
            row.cells,
          );
          at = row.end;
        }
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('the fast scanner', () => {
  const unit = fc.constantFrom('a', 'ru', 'Ã7', '"', '"', ',', ';', '\n', '\r\n', '\r', ' ', '\ufeff', 'é');
  const mostlyPlain = fc
    .array(fc.constantFrom('a', 'b c', '"a"', '"a,b"', '"a\nb"', '"a""b"', '"', 'a"b', '', ',', '\n', '\r\n'))
    .map((parts) => parts.join(','));
  const newlines = fc.constantFrom<('\n' | '\r')[]>('\n', '\r');

  it('reads a record as papaparse does, or passes it on', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 40 }), mostlyPlain),
        delimiters,
        newlines,
        (text, delimiter, newline) => {
          const scanner = new RecordScanner(delimiter, newline);
          scanner.open(text);
          for (let from = 0; from < text.length;) {
            const scan = scanner.scan(from);
            const { row, complete } = parseRow(text, from, delimiter, newline);
            if (scan === 'plain') {
              assert.equal(complete, true);
              assert.deepEqual([row.cells, row.end, row.badQuoteAt], [scanner.cells, scanner.end, undefined]);
              assert.deepEqual(scanner.signs, row.cells.map(signsOf));
              const raw = text.slice(from, row.end);
              assert.equal(scanner.lines, linesOf(raw).length - 1);
            } else if (scan === 'unfinished') assert.equal(complete, false);
            if (!complete) return;
            from = row.end;
          }
        },
      ),
      { numRuns: runs(600) },
    );
  });

  it('reads nearly every record', () => {
    const scanner = new RecordScanner(',', '\n');
    for (const plain of [
      'a,b\n',
      '"a,b",c\r\n',
      '"two\nlines",\n',
      ',\n',
      '\n',
      '5" tube,x"y\n',
      '"said ""no""",""\n',
    ]) {
      scanner.open(plain);
      assert.equal(scanner.scan(0), 'plain', JSON.stringify(plain));
    }
  });
});

describe('a quote in the wrong place', () => {
  const cases: [sentence: string, text: string, expected: string[]][] = [
    [
      'never closed: its line is lost, the next are read',
      'a,b\n1,"open\n2,x\n3,y\n',
      ['1 a|b', '2 unclosed@2', '3 2|x suspect', '4 3|y suspect'],
    ],
    ['closed too early: its line is lost', '1,"a"b",c\n2,x,y\n', ['1 malformed@2', '2 2|x|y']],
    [
      'opened in the second line of a cell: the record up to there is lost',
      '"two\nlines","open\n2,x\n',
      ['1 unclosed@12', '3 2|x suspect'],
    ],
    ['inside a cell: part of the text', '5" tube,x\n', ['1 5" tube|x']],
    ['followed by spaces: as if they were not there', '"a" ,b\n"c",d\n', ['1 a|b', '2 c|d']],
    ['alone at the end of the file', 'a\n"', ['1 a', '2 unclosed@0']],
    ['doubled at the end of the file', 'a\n"b""', ['1 a', '2 malformed@0']],
  ];
  for (const [sentence, text, expected] of cases) {
    it(sentence, () => {
      const found = read(text).map(({ line, cells, fault, suspect }) =>
        fault === undefined
          ? `${line} ${cells.join('|')}${suspect ? ' suspect' : ''}`
          : `${line} ${fault.kind}@${fault.at}`,
      );
      assert.deepEqual(found, expected);
    });
  }

  it('reads each of twenty thousand lines after it once, not once per quote', () => {
    const text = '1,"never closed\n'.repeat(20_000);
    const records = read(text, ',', '\n', 64 * 1024);
    assert.equal(records.length, 20_000);
    assert.equal(
      records.every(({ fault }) => fault !== undefined),
      true,
    );
  });

  it('reads a line of millions of characters as one unreadable row, and the next line as the next', () => {
    const records = read(`a,b\n${'x'.repeat(2_000_000)}\n1,2\n`, ',', '\n', 64 * 1024);
    assert.deepEqual(
      records.map(({ line, fault }) => [line, fault?.kind]),
      [
        [1, undefined],
        [2, 'tooLong'],
        [3, undefined],
      ],
    );
  });
});

describe('the delimiter', () => {
  const samples: [sentence: string, text: string, expected: Delimiter][] = [
    ['comma', 'phone,name\n+33199001201,Zoé\n', ','],
    ['semicolon', 'phone;name\n+33199001201;Zoé\n', ';'],
    ['tab', 'phone\tname\n+33199001201\tZoé\n', '\t'],
    ['pipe', 'phone|name\n+33199001201|Zoé\n', '|'],
    ['decimal commas are no delimiter', '+33199001201;Zoé;12,50\n+33199001202;Léa;8,00\n', ';'],
    [
      'commas in headers and values of a semicolon list',
      'Nom (100 car., obligatoire);Tel\nDurand, Zoé;+33199001201\nPetit, Léa;+33199001202\n',
      ';',
    ],
    [
      'semicolons in quoted values of a comma list',
      'phone,note\n+33199001201,"a;b;c"\n+33199001202,"d;e;f"\n',
      ',',
    ],
    ['commas in a header', 'Nom (100 car., obligatoire);Tel\nZoé;+33199001201\n', ';'],
    ['commas in a date', 'April 15, 2026;4155550100;25.00\nApril 16, 2026;4155550101;30.00\n', ';'],
    ['a single column', 'phone\n+33199001201\n', ','],
    ['one line without an end', '+33199001201;Zoé', ';'],
    ['a sep= line', 'sep=|\nphone|a,b\n', '|'],
    ['a quote never closed in the first line', 'phone;"note\n+33199001201;a\n+33199001202;b\n', ';'],
    ['letters never separate', 'phoneh\nahb\nchd\n', ','],
  ];
  for (const [sentence, text, expected] of samples) {
    it(sentence, () => assert.equal(sniffDialect(text, true).delimiter, expected));
  }

  it('is detected in any table with a phone column', () => {
    const name = fc.stringMatching(/^[A-Za-zé ,;|"']{1,8}$/);
    const rows = fc.array(fc.tuple(fc.integer({ min: 10, max: 99 }), name, name), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, delimiters, (rows, delimiter) => {
        const text = write(
          [['phone', 'name', 'note'], ...rows.map(([n, ...rest]) => [`+331990012${n}`, ...rest])],
          delimiter,
          '\n',
          false,
        );
        assert.equal(sniffDialect(text, true).delimiter, delimiter);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is the line end of most lines; those in quotes do not count', () => {
    assert.equal(sniffDialect('a,b\r\n"x\ny\nz",c\r\n', true).newline, '\r\n');
    assert.equal(sniffDialect('a,b\nc,d\r\ne,f\n', true).newline, '\n');
    assert.equal(sniffDialect('a,b\r"x\ny",c\r', true).newline, '\r');
  });
});
