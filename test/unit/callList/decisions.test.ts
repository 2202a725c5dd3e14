import assert from 'node:assert/strict';
import type { CallListOptions } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { separatorName, signOf } from '../../../src/callList/csv/delimiter.ts';
import { decisionsText, furtherDecisionsText } from '../../../src/callList/decisions.ts';
import { readListChoices } from '../../../src/callList/listChoices.ts';
import { LiveCallList } from '../../../src/callList/live/liveCallList.ts';
import { readRecords } from '../../../src/editor/listRecords.ts';

describe('what was decided about a list', () => {
  const lists: [text: string, options: CallListOptions, expected: string | undefined][] = [
    ['phone,name\n+33199001201,Ann\n', {}, 'Phone column: phone'],
    [
      'Clients\n\nNom;Téléphone client;Pays\nAnn;04 75 12 34 57;FR\nJan;0475 12 34 56;BE\n',
      { defaultRegion: 'FR' },
      'Phone column: Téléphone client · country from column Pays · 1 line above the header · separator: semicolon',
    ],
    ['Ann,+33199001201\nBob,+33199001202\n', {}, 'Phone column: column 2 · no header line'],
    [
      'Name,Home,Mobile\nAnn,+33199001201,\nBob,,+33199001202\n',
      { phoneColumn: ['Home', 'Mobile'] },
      'Phone column: Home, else Mobile',
    ],
    [
      'Name\tPhone\tDo Not Call\nAnn\t+33199001201\tno\n',
      {},
      'Phone column: Phone · left out by column Do Not Call · separator: tab',
    ],
    [
      'Phone,To call,Opt-in,Consent expires\n+33199001201,yes,x,2030-01-01\n+33199001202,no,,2020-01-01\n',
      {},
      // the dates leave nobody out
      'Phone column: Phone · left out by columns To call, Opt-in',
    ],
    ['name,city\nAnn,Paris\n', {}, undefined],
  ];
  for (const [text, options, expected] of lists) {
    it(`is one line: ${expected ?? 'nothing, where no column is called'}`, async () => {
      assert.equal(decisionsText(await checkCallList(text, options)), expected);
      assert.equal(decisionsText((await LiveCallList.open(text, options)).list), expected);
    });
  }

  it('omits what a field shows completely, and only there', async () => {
    const usual = await checkCallList('phone,name\n+33199001201,Ann\n', {});
    const bare = await checkCallList('Ann,+33199001201\nBob,+33199001202\n', {});
    assert.equal(furtherDecisionsText(usual), undefined);
    assert.equal(furtherDecisionsText(bare), 'Phone column: column 2 · no header line');
  });

  it('calls the first filled one of the columns that were chosen', async () => {
    const text = 'Name,Home,Mobile\nAnn,+33199001201,+33199001209\nBob,,+33199001202\nEve,,\n';
    const options = { phoneColumn: ['Home', 'Mobile'] };
    for (const list of [await checkCallList(text, options), (await LiveCallList.open(text, options)).list]) {
      assert.deepEqual(
        list.contacts.map(({ line, to_phone_number }) => [line, to_phone_number]),
        [
          [2, '+33199001201'],
          [3, '+33199001202'],
        ],
      );
      assert.equal(list.counts.excluded.noNumber, 1);
    }
  });
});

describe('a header that a person chose', () => {
  const text = 'Equipo,Zona\nphone,name\n+33199001201,Ann\n+33199001202,Bob\n';
  const cases: readonly (readonly [
    sentence: string,
    headerLine: number,
    headers: readonly string[],
    numbers: number,
  ])[] = [
    ['is the header though another line looks more like one', 1, ['Equipo', 'Zona'], 2],
    ['may be none, and every line is a row', 0, ['', ''], 2],
    ['is not taken from a line that holds a number', 3, ['phone', 'name'], 2],
    ['is found as usual where the list has no such line', 99, ['phone', 'name'], 2],
  ];
  for (const [sentence, headerLine, headers, numbers] of cases) {
    it(sentence, async () => {
      const options = { headerLine };
      const whole = await checkCallList(text, options);
      for (const list of [whole, (await LiveCallList.open(text, options)).list]) {
        assert.deepEqual(
          list.columns.map(({ header }) => header),
          headers,
        );
        assert.equal(list.contacts.length, numbers);
        assert.deepEqual(list.problems, whole.problems);
      }
    });
  }
});

describe('a separator that a person chose', () => {
  const text = 'nom;tel, ville\n"Ann; Eve";+33199001201, Paris\nBob;+33199001202, Lyon\n';
  const cases: readonly (readonly [separator: string, headers: readonly string[]])[] = [
    [';', ['nom', 'tel, ville']],
    [',', ['nom;tel', 'ville']],
    ['|', ['nom;tel, ville']],
  ];
  for (const [separator, headers] of cases) {
    it(`makes the columns: ${separatorName(separator)}`, async () => {
      const whole = await checkCallList(text, { separator });
      for (const list of [whole, (await LiveCallList.open(text, { separator })).list]) {
        assert.equal(signOf(list.dialect.delimiter), separator);
        assert.deepEqual(
          list.columns.map(({ header }) => header),
          headers,
        );
        assert.deepEqual(list.problems, whole.problems);
      }
      const [header] = await readRecords(text, whole.dialect.delimiter);
      assert.equal(header?.cells.length, headers.length);
    });
  }

  it('overrides a sep= line that names another, without a remark', async () => {
    const list = await checkCallList('sep=,\nName;Phone\nA,B;+33199001201\n', { separator: ';' });
    assert.deepEqual([list.dialect.delimiter, list.counts.ready, list.problems.length], [';', 1, 0]);
  });

  it('is stored only where it can separate cells', () => {
    const kept = [';', '\t', '¦', '\u001f', 'a', '1', '"', ' ', '\n', '', ';;', 7].map(
      (separator) => readListChoices({ separator }).separator,
    );
    assert.deepEqual(
      kept.filter((one) => one !== undefined),
      [';', '\t', '¦', '\u001f'],
    );
  });
});
