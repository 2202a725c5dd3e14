import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { summarySentence } from '../../../../src/callList/summary.ts';
import {
  rowsWithoutNumber,
  SuppressedBy,
  suppressionFailure,
  unreadableRows,
} from '../../../../src/callList/suppression/suppressedNumbers.ts';
import { readSuppressionList } from '../../../../src/callList/suppression/suppressionList.ts';

describe('people on a suppression list', () => {
  const text = 'phone,name\n01 99 00 12 01,Zoé\n+33199001202,Léa\n0199001201,Max\n';

  it('are left out for a reason of their own, and the counts add up', async () => {
    const list = await checkCallList(text, {
      defaultRegion: 'FR',
      suppressed: new Set(['+33199001201', '+33199001299']),
    });
    assert.deepEqual(
      list.problems.map(({ code, line, startCharacter, endCharacter }) => [
        code,
        line,
        startCharacter,
        endCharacter,
      ]),
      [
        ['revox.phone.suppressed', 2, 0, 14],
        ['revox.phone.suppressed', 4, 0, 10],
      ],
    );
    assert.deepEqual([list.counts.read, list.counts.ready, list.counts.excluded.suppressed], [3, 1, 2]);
    assert.equal(summarySentence(list), '1 of 3 rows ready. Left out: 2 on a suppression list.');
  });
});

describe('several suppression lists', () => {
  const listOf = async (name: string, text: string) => ({ name, list: await readSuppressionList(text) });

  it('are combined, and each row left out names its list', async () => {
    const suppressed = new SuppressedBy([
      await listOf('stop.csv', 'phone\n+33199001201\n'),
      await listOf('lists/blocked.csv', 'phone\n+33199001201\n+33199001202\n'),
    ]);
    const text = 'phone,name\n+33199001201,Zoé\n+33199001202,Léa\n+33199001203,Max\n';
    const list = await checkCallList(text, { suppressed });
    assert.deepEqual(
      list.problems.map(({ message }) => message.slice(0, message.indexOf(','))),
      [
        '+33199001201 is on the suppression list stop.csv',
        '+33199001202 is on the suppression list lists/blocked.csv',
      ],
    );
    assert.equal(list.counts.ready, 1);
  });

  it('report their rows without a number', async () => {
    const lists = [
      await listOf('good.csv', 'phone\n+33199001201\n'),
      await listOf('odd.csv', 'phone\n+33199001201\nask Zoé\n\nn/a\nn/a\nn/a\n'),
    ];
    const remarks = rowsWithoutNumber(lists);
    const { problems, counts } = await checkCallList('phone\n+33199001203\n', {
      suppressionRemarks: remarks,
    });
    assert.deepEqual(
      problems.map(({ code, line, blocks }) => [code, line, blocks]),
      [['revox.list.suppressionRows', 1, false]],
    );
    assert.match(problems[0]?.message ?? '', /3 rows \(lines 5, 6, 7\) of the suppression list odd\.csv/);
    assert.equal(counts.ready, 1);
  });

  it('block a launch for unreadable rows, and name their lines', async () => {
    const lists = [await listOf('odd.csv', 'phone\n+33199001201\nask Zoé\n+3319900\n')];
    const failures = unreadableRows(lists);
    assert.equal(failures.length, 1);
    assert.match(failures[0] ?? '', /2 rows \(lines 3, 4\) of the suppression list “odd\.csv”/);
    const suppressionRemarks = failures.map(suppressionFailure);
    const { problems } = await checkCallList('phone\n+33199001203\n', { suppressionRemarks });
    assert.deepEqual(
      problems.map(({ code, blocks }) => [code, blocks]),
      [['revox.list.suppressionUnreadable', true]],
    );
  });
});

describe('a suppression list', () => {
  const files: [sentence: string, text: string, numbers: string[], unreadable: number[]][] = [
    ['one number a line, no header', '+33199001201\n0199001202\n', ['+33199001201', '+33199001202'], []],
    ['a single number', '+33199001201', ['+33199001201'], []],
    [
      'an export with a header',
      'name;phone;date\nZoé;01.99.00.12.01;12/11/2026\nLéa;n/a;13/11/2026\n',
      ['+33199001201'],
      [],
    ],
    [
      'two columns of numbers',
      'phone,mobile\n+33199001201,+33612345678\n+33199001202,\n',
      ['+33199001201', '+33612345678', '+33199001202'],
      [],
    ],
    ['two numbers in a cell', 'phone\n0199001201 / 0612345678\n', ['+33199001201', '+33612345678'], []],
    ['a zero that a spreadsheet ate', 'phone\n612345678\n', ['+33612345678'], []],
    [
      'a range with a sign that also separates cells',
      'phone\n+33199001201~+33199001203\n',
      ['+33199001201', '+33199001202', '+33199001203'],
      [],
    ],
    ...['phone,to', 'Telefon von,Telefon bis', 'téléphone,au'].map(
      (header): [string, string, string[], number[]] => [
        `a range in two columns: ${header}`,
        `${header}\n+33199001201,+33199001203\n+33199001209,\n`,
        ['+33199001201', '+33199001202', '+33199001203', '+33199001209'],
        [],
      ],
    ),
    [
      'two numbers in such columns that are far apart',
      'phone,last phone\n+33199001201,+33612345678\n+33199001202,n/a\n',
      ['+33199001201', '+33612345678', '+33199001202'],
      [],
    ],
    [
      'a range in two columns that is too long',
      'phone,to\n+33199001201,+33199008203\n',
      ['+33199008203'],
      [2],
    ],
    [
      'two columns with the same sign between them',
      'phone~mobile\n+33199001201~+33612345678\n',
      ['+33199001201', '+33612345678'],
      [],
    ],
    ['blank lines', 'phone\n\n+33199001201\n\n', ['+33199001201'], []],
    [
      'numbers in notes and other columns',
      'phone,email,note\n+33199001201,zoe@example.com,"also 06 12 34 56 78, and +1 (212) 555-0187."\n' +
        '+33199001202,+33199001203,ＴＥＬ ＋３３１９９００１２０４\n',
      ['+33612345678', '+12125550187', '+33199001201', '+33199001203', '+33199001204', '+33199001202'],
      [],
    ],
    [
      'dates, ids and amounts of other columns',
      'phone,asked,id,ticket,price\n+33199001201,2026-01-02 10:11:12,412345678,4000123456,1.234.567\n',
      ['+33199001201'],
      [],
    ],
  ];
  for (const [sentence, text, numbers, unreadable] of files) {
    it(sentence, async () => {
      const list = await readSuppressionList(text, { defaultRegion: 'FR' });
      assert.deepEqual([...list.numbers], numbers);
      assert.deepEqual(list.unreadableLines, unreadable);
      assert.equal(list.unreadable, unreadable.length);
    });
  }

  it('may be Windows-1252, and arrive in chunks', async () => {
    const bytes = Buffer.from('phone;prénom\n+33199001201;Zoé\n', 'latin1');
    async function* pieces() {
      for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
    }
    for (const source of [bytes, pieces()]) {
      const { numbers, rows } = await readSuppressionList(source);
      assert.deepEqual([[...numbers], rows], [['+33199001201'], 1]);
    }
  });
});
