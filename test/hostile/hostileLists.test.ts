import assert from 'node:assert/strict';
import { checkCallList } from '../../src/callList/checkCallList.ts';

/** Made to take long; `size` is what its text grows with. */
const hostile: readonly (readonly [what: string, size: number, list: (size: number) => string])[] = [
  ['blanks behind a total', 40_000, (size) => `phone,name\n+33199001201,Ann\nTotal${' '.repeat(size)}x,\n`],
  ['dots in a number', 40_000, (size) => `phone,name\n+33199001201,Ann\n1${'.'.repeat(size)}x,Bob\n`],
  ['blanks in a number', 40_000, (size) => `phone,name\n+33199001201,Ann\n1${' '.repeat(size)}2,Bob\n`],
  ['brackets in a number', 40_000, (size) => `phone,name\n+33199001201,Ann\n${'('.repeat(size)}1,Bob\n`],
  ['dashes in a number', 40_000, (size) => `phone,name\n+33199001201,Ann\n1${'-'.repeat(size)}1,Bob\n`],
  ['letters in a number', 40_000, (size) => `phone,name\n+33199001201,Ann\n${'x1'.repeat(size)},Bob\n`],
  ['line ends in a cell', 40_000, (size) => `phone,name\n+33199001201,"Ann${'\n'.repeat(size)}"\n`],
  ['line ends in a number', 40_000, (size) => `phone,name\n"1${'\n'.repeat(size)}2",Ann\n+33199001202,Bob\n`],
  ['blank lines and a colon', 40_000, (size) => `phone,name\n+33199001201,"${' \n'.repeat(size)}system"\n`],
  [
    'signs of an address',
    40_000,
    (size) => `phone,name\n${'+33199001201,Ann\n'.repeat(9)}+33199001209,${'@.'.repeat(size)}\n`,
  ],
  ['quotes written twice', 20_000, (size) => `phone,name\n+33199001201,"${'""'.repeat(size)}"\n`],
  ['quotes never closed', 500, (size) => `phone,name\n${'+33199001201,"Ann\n'.repeat(size)}`],
  ['one quote over short lines', 5_000, (size) => `phone,name\n+33199001201,"Ann\n${'06123\n'.repeat(size)}`],
  ['columns of one name', 1_000, (size) => `phone${',c'.repeat(size)}\n+33199001201${',1'.repeat(size)}\n`],
  ['columns without a name', 1_000, (size) => `phone${','.repeat(size)}\n+33199001201${',1'.repeat(size)}\n`],
  [
    'a formula in each column',
    1_000,
    (size) => `phone${',c'.repeat(size)}\n+33199001201${',=1+1'.repeat(size)}\n`,
  ],
  [
    'numbers in each column',
    1_000,
    (size) => `phone${',c'.repeat(size)}\n+33199001201${',+33199001202'.repeat(size)}\n`,
  ],
  ['empty lines', 20_000, (size) => `phone,name\n${'\n'.repeat(size)}+33199001201,Ann\n`],
  ['one long row', 400_000, (size) => `phone,name\n+33199001201,${'x'.repeat(size)}\n+33199001202,Bob\n`],
  ['a long header', 40_000, (size) => `phone,${'_ '.repeat(size)}\n+33199001201,Ann\n`],
  ['notes above', 5_000, (size) => `${'Note: see the terms\n'.repeat(size)}phone,name\n+33199001201,Ann\n`],
  [
    'headers again and again',
    2_000,
    (size) => `phone,name\n${'phone,name\n'.repeat(size)}+33199001201,Ann\n`,
  ],
  [
    'second headers of all kinds',
    2_000,
    (size) => `phone,name\n${'Fax,name\nemail,name\n'.repeat(size)}+33199001201,Ann\n`,
  ],
  [
    'notes that nearly refuse a call, each another one',
    2_000,
    (size) =>
      `phone,note\n${Array.from({ length: size }, (_, at) => `+33199001201,do not ${at} do not call before`).join('\n')}`,
  ],
  ['a note of one long word', 40_000, (size) => `phone,note\n+33199001201,${'do not '.repeat(size)}\n`],
  [
    'columns of refusals',
    1_000,
    (size) => `phone${',Do not call'.repeat(size)}\n+33199001201${',no'.repeat(size)}\n`,
  ],
  [
    'columns of types',
    1_000,
    (size) => `phone${',phone type'.repeat(size)}\n+33199001201${',Home'.repeat(size)}\n`,
  ],
  [
    'columns of phones with a word that nobody knows',
    1_000,
    (size) =>
      `name${Array.from({ length: size }, (_, at) => `,Tel Alpha${at}`).join('')}\nAnn${',+33199001202'.repeat(size)}\n`,
  ],
  ['a total of many digits', 40_000, (size) => `name,phone\nAnn,+33199001201\nTotal,${'1'.repeat(size)}\n`],
  ['a total in many groups', 40_000, (size) => `name;phone\nAnn;+33199001201\nTotal;${'1 '.repeat(size)}\n`],
  ['words before a colon', 40_000, (size) => `name,phone\n${'for more '.repeat(size)}:,+33199001201\n`],
  ['sep lines', 5_000, (size) => `${'sep=;\n'.repeat(size)}phone,name\n+33199001201,Ann\n`],
  ['delimiters of all kinds', 20_000, (size) => `phone,name\n+33199001201,${';|~^:\t¬¦'.repeat(size)}\n`],
];

/** Processor time: a busy machine does not count. In ms. */
async function cost(text: string): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 2; run++) {
    const before = process.cpuUsage();
    await checkCallList(text, { defaultRegion: 'FR' });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const growth = 8;
/** What is less is start-up, not work. In ms. */
const noise = 8;

describe('a list that is designed to take long', function () {
  this.timeout(30_000);
  for (const [what, size, list] of hostile) {
    it(`takes time that only grows with its length: ${what}`, async () => {
      const small = await cost(list(size));
      const large = await cost(list(size * growth));
      // the square of eight is 64
      assert.ok(
        large <= Math.max(small, noise) * growth * 3,
        `${Math.round(small)} ms of processor time became ${Math.round(large)} ms`,
      );
    });
  }

  it('does not end in an overflow, however many lines an open quote swallows', async () => {
    const text = `phone,name,note\n+33199001201,Ann,ok\n+33199001202,"Bob,ok\n${'06123\n'.repeat(200_000)}`;
    const list = await checkCallList(text);
    assert.deepEqual(
      list.contacts.map(({ to_phone_number }) => to_phone_number),
      ['+33199001201'],
    );
    assert.ok(list.problems.some(({ line, code }) => line === 3 && code === 'revox.row.quoteUnclosed'));
  });
});
