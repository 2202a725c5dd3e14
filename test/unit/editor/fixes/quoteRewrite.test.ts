import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import type { OddQuotes } from '../../../../src/callList/csv/oddQuotes.ts';
import { readRecords } from '../../../../src/editor/listRecords.ts';
import { quoteChanges } from '../../../../src/editor/fixes/quoteRewrite.ts';
import { applied } from '../support/lists.ts';

const lists: readonly (readonly [quotes: OddQuotes, sentence: string, before: string, after: string])[] = [
  [
    'lines',
    'around whole lines',
    '"nom,telephone,ville"\n"Ann,01 99 00 12 01,Paris"\n"Bob,01 99 00 12 02,Lyon"\n',
    'nom,telephone,ville\nAnn,01 99 00 12 01,Paris\nBob,01 99 00 12 02,Lyon\n',
  ],
  [
    'lines',
    'around whole lines that hold quotes',
    '"nom,telephone,ville"\r\n"Ann,01 99 00 12 01,""Paris, 1er"""\r\n"Bob,01 99 00 12 02,Lyon"\r\n',
    'nom,telephone,ville\r\nAnn,01 99 00 12 01,"Paris, 1er"\r\nBob,01 99 00 12 02,Lyon\r\n',
  ],
  [
    'lines',
    'around whole lines with separators behind them',
    '"nom,telephone";;;\n"Ann,01 99 00 12 01";;;\n"Bob,01 99 00 12 02";;;',
    'nom,telephone\nAnn,01 99 00 12 01\nBob,01 99 00 12 02',
  ],
  [
    'single',
    'single ones around cells',
    "'nom','telephone','ville'\n'Ann','01 99 00 12 01','Paris, 1er'\n'L''Hay','01 99 00 12 02','Lyon'\n",
    'nom,telephone,ville\nAnn,01 99 00 12 01,"Paris, 1er"\nL\'Hay,01 99 00 12 02,Lyon\n',
  ],
  [
    'escaped',
    'with a backslash before them',
    '"nom","telephone","note"\n"Ann","01 99 00 12 01","dit \\"oui\\", puis"\n"Bob","01 99 00 12 02","ok"\n',
    '"nom","telephone","note"\n"Ann","01 99 00 12 01","dit ""oui"", puis"\n"Bob","01 99 00 12 02","ok"\n',
  ],
];

describe('invalid quotes in a CSV', () => {
  for (const [quotes, sentence, before, after] of lists) {
    it(`${sentence} are rewritten as valid CSV, and then everybody can be called`, async () => {
      const { dialect } = await checkCallList(before, { defaultRegion: 'FR' });
      const changes = quoteChanges(await readRecords(before), quotes, dialect.delimiter);
      const text = applied(before, changes);
      assert.equal(text, after);
      const { contacts, problems } = await checkCallList(text, { defaultRegion: 'FR' });
      assert.ok(problems.every(({ blocks }) => !blocks));
      assert.deepEqual(
        contacts.map(({ to_phone_number }) => to_phone_number),
        ['+33199001201', '+33199001202'],
      );
    });
  }

  it('are not changed in a valid list', async () => {
    const text = 'nom,telephone\n"Ann, B",01 99 00 12 01\n';
    const records = await readRecords(text);
    assert.deepEqual(quoteChanges(records, 'escaped', ','), []);
  });
});
