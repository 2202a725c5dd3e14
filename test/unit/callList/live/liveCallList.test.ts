import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallList, CallListOptions } from '../../../../src/callList/callList.ts';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { LiveCallList, type TextEdit } from '../../../../src/callList/live/liveCallList.ts';
import { HumanError } from '../../../../src/core/errors.ts';
import { runs } from '../../support/runs.ts';

/** Everything a list says, as plain data: what is worked out when asked for included. */
function plain(list: CallList): unknown {
  const {
    contacts,
    columns,
    phoneColumn,
    phoneColumns,
    otherPhones,
    countryColumn,
    dialect,
    problems,
    counts,
  } = list;
  const called = contacts.map(({ to_phone_number, prompt_variables, line, record }) => ({
    to_phone_number,
    prompt_variables,
    line,
    record,
  }));
  const decided = { columns, phoneColumn, phoneColumns, otherPhones, countryColumn, dialect };
  return { ...decided, contacts: called, problems, counts };
}

async function outcome(reading: Promise<{ readonly list: CallList }>): Promise<unknown> {
  try {
    return plain((await reading).list);
  } catch (error) {
    if (error instanceof HumanError) return error.message;
    throw error;
  }
}

function checked(text: string, options: CallListOptions): Promise<unknown> {
  return outcome(checkCallList(text, options).then((list) => ({ list })));
}

/** The same bytes from a disk, a few at a time. */
function streamed(text: string, options: CallListOptions): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  const source = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 97) yield await Promise.resolve(bytes.subarray(at, at + 97));
  };
  return outcome(checkCallList(source(), options).then((list) => ({ list })));
}

function edited(text: string, { offset, length, text: inserted }: TextEdit): string {
  return text.slice(0, offset) + inserted + text.slice(offset + length);
}

const phones = [
  '+33199001201',
  '01 99 00 12 02',
  '0199001203',
  '+33 1 99 00 12 01',
  '+12125550112',
  '+5491169071234',
  '+54 11 6907-1234',
  '',
  'n/a',
  '3.3E+10',
  '01 99 00 12 01/02',
  'Tél. : 01 99 00 12 04',
  '12125550112@c.us',
  '0475 12 34 56',
];
const values = [
  'Zoé',
  'TRUE',
  '',
  ' ',
  '"a,b"',
  '"two\nlines"',
  '"say ""hi"""',
  '5" tube',
  'RenÃ©e',
  '=1+1',
  'BE',
  'Suisse',
  'Ruritania',
  '+33',
  'Mobile',
  'Home Fax',
  'yes',
  'no',
  'do not call',
  '0199001208',
];
/** The last cell of a row. */
const notes = ['x', 'x', 'x', '', 'no', 'yes', 'Fax', 'Do not call', '0199001209', 'FR', 'CH'];
const spoilt = ['"open', '"x"y', 'a,b,c,d', '\0', '\rmac'];

const options = fc.record<CallListOptions>({
  duplicates: fc.constantFrom('first', 'last', 'all', undefined),
  defaultRegion: fc.constantFrom('FR', undefined),
  rowCountry: fc.constantFrom(undefined, 'own', 'default'),
  variables: fc.constantFrom(undefined, ['name'], ['name', 'absent']),
  emptyVariables: fc.constantFrom('call', 'leaveOut'),
});

/** Mostly good rows, so that most edits stay near where they happen. */
const row = fc
  .tuple(
    fc.constantFrom(...phones),
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: fc.constantFrom(...spoilt) },
    ),
    fc.constantFrom(...notes),
  )
  .map((cells) => cells.join(','));

/** Rows that are no people. */
const otherRow = fc.constantFrom('phone,name,note', 'Fax,name,note', 'Total,2,', ',,', 'Total: 2,,');

const lists = fc
  .record({
    top: fc.constantFrom(
      'phone,name,note\n',
      'Export of today\n\nphone,name,note\n',
      'sep=,\nphone,name,note\n',
      'sep=|\nphone,name,note\n',
      'phone,country,note\n',
      'phone,calling code,note\n',
      'phone,mobile,note\n',
      'phone,emergency phone,Do Not Call\n',
      'Phone 1 - Value,Phone 1 - Type,Consent\n',
      'Tel Alpha,Tel Beta,Status\n',
      'Praxis,01 99 00 12 99,\n\nTelefon,Name,Land\n',
      'Export of today,,\nMade by,01 99 00 12 99,\nphone,country,Status\n',
      '',
    ),
    rows: fc.array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: otherRow }), {
      minLength: 1,
      maxLength: 24,
      size: 'max',
    }),
    newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    ends: fc.boolean(),
    delimiter: fc.constantFrom(',', ';'),
    bom: fc.constantFrom('', '', '\ufeff'),
  })
  .map(({ top, rows, newline, ends, delimiter, bom }) => {
    const text = `${bom}${top}${rows.join('\n')}${ends ? '\n' : ''}`;
    return text.replaceAll('\n', newline).replaceAll(',', delimiter);
  });

const typed = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', '1', '0', ' ', ',', ';', '.') },
  { weight: 2, arbitrary: fc.constantFrom('"', '\n', '\r\n', '\r', '\0') },
  { weight: 2, arbitrary: row.map((text) => `\n${text}\n`) },
  { weight: 3, arbitrary: fc.constant('') },
);
/**
 * Where is a share of the text, so that one edit suits texts of any length; seldom in the header, which
 * decides about all rows.
 */
const shares = Array.from({ length: 60 }, (_, step) => (step + 5) / 64);
const edits = fc.array(fc.tuple(fc.constantFrom(...shares), fc.nat(5), typed), {
  minLength: 1,
  maxLength: 6,
});

describe('a list that is edited', function () {
  // hundreds of lists, each checked again after every edit
  this.timeout(30_000);

  it('equals a check of the whole text after every edit, in any dialect', async () => {
    let taken = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(lists, options, edits, async (list, options, changes) => {
        let text = list;
        let live = await LiveCallList.open(text, options, undefined, 3).catch(() => undefined);
        for (const [share, length, inserted] of changes) {
          const offset = Math.floor(share * text.length);
          const edit = { offset, length: Math.min(length, text.length - offset), text: inserted };
          text = edited(text, edit);
          all++;
          if (live?.apply([edit]) === true) taken++;
          else live = await LiveCallList.open(text, options, undefined, 3).catch(() => undefined);
          const expected = await checked(text, options);
          if (live === undefined) assert.equal(typeof expected, 'string');
          else {
            assert.deepEqual(plain(live.list), expected);
            assert.equal(live.length, text.length);
          }
        }
        assert.deepEqual(await streamed(text, options), await checked(text, options));
      }),
      { numRuns: runs(60) },
    );
    assert(taken > all * 0.4, `${taken} of ${all} changes were taken without reading all`);
  });

  it('equals it too for texts longer than editors usually check: two million characters and more', async () => {
    const note = 'a note that takes its place in this row, as notes do everywhere; '.repeat(6);
    const rows = Array.from({ length: 5000 }, (_, row) => {
      const phone = row % 50 === 7 ? 'n/a' : `+336121${String(row % 4900).padStart(5, '0')}`;
      return `${phone},"Zoé, ${row}",${row % 90 === 0 ? 'TRUE' : note}`;
    });
    let text = `phone,name,note\n${rows.join('\n')}\n`;
    assert(text.length > 2_000_000);
    const live = await LiveCallList.open(text);
    for (const share of [0.001, 0.02, 0.5, 0.5, 0.99]) {
      const offset = text.indexOf('+33', text.length * share) + 6;
      for (const typed of ['9', '\n']) {
        assert.equal(live.apply([{ offset, length: 0, text: typed }]), true);
        text = edited(text, { offset, length: 0, text: typed });
      }
    }
    assert.deepEqual(plain(live.list), await checked(text, {}));
  });

  it('gives the remarks of a list without a header in the same order', async () => {
    const text = `${'+33199001201,Zoé\n'.repeat(8)}+12125550112,Zoé\n+33199001201,Zoé\n`;
    const options = { duplicates: 'last', defaultRegion: 'FR' } as const;
    assert.deepEqual(plain((await LiveCallList.open(text, options)).list), await checked(text, options));
  });

  it('asks for the country as soon as the first rows put the default in doubt', async () => {
    const options = { defaultRegion: 'FR' };
    const french = 'phone,name\n0475 12 34 56,Ann\n0486 12 34 57,Bob\n0497 12 34 58,Cem\n';
    const live = await LiveCallList.open(french, options);
    assert.equal(live.list.contacts.length, 3);
    const rows = '02 234 56 78,Dan\n04 223 45 67,Eve\n';
    const isRead = live.apply([{ offset: french.length, length: 0, text: rows }]);
    const { list } = isRead ? live : await LiveCallList.open(french + rows, options);
    assert.equal(list.contacts.length, 0);
    assert.deepEqual(plain(list), await checked(french + rows, options));
    assert.deepEqual(plain(list), await streamed(french + rows, options));
  });

  it('applies several changes of one edit, each to the text after the ones before', async () => {
    const live = await LiveCallList.open('phone,name\n+33199001201,Ann\n+33199001202,Bob\n');
    const changes = [
      { offset: 41, length: 3, text: 'Ben' },
      { offset: 24, length: 3, text: '' },
    ];
    assert.equal(live.apply(changes), true);
    assert.deepEqual(plain(live.list), await checked('phone,name\n+33199001201,\n+33199001202,Ben\n', {}));
  });

  const whole: [sentence: string, edit: TextEdit][] = [
    ['the header', { offset: 6, length: 4, text: 'town' }],
    ['a quote that swallows all that follows', { offset: 24, length: 0, text: '"' }],
    ['a paste of thousands of rows', { offset: 11, length: 0, text: '+33199001299,Eve\n'.repeat(4000) }],
    ['everything', { offset: 0, length: 9000 * 17, text: '' }],
  ];
  for (const [sentence, edit] of whole) {
    it(`requires reading the whole list again: ${sentence}`, async () => {
      const live = await LiveCallList.open(`phone,name\n${'+33199001201,Ann\n'.repeat(9000)}`);
      assert.equal(live.apply([edit]), false);
      assert.equal(live.apply([{ offset: 0, length: 0, text: '' }]), false);
    });
  }
});
