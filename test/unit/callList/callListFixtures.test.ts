import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CallList, CallListOptions } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { HumanError } from '../../../src/core/errors.ts';

const folder = 'test/fixtures/lists';

function readList(file: string): Uint8Array {
  return readFileSync(`${folder}/${file}`);
}

function summary(list: CallList): { ready: string[]; problems: string[] } {
  return {
    ready: list.contacts.map(({ to_phone_number, prompt_variables, line }) =>
      [
        line,
        to_phone_number,
        ...Object.entries(prompt_variables).map(([name, value]) => `${name}=${value}`),
      ].join(' '),
    ),
    problems: list.problems.map(
      ({ code, line, startCharacter, endLine, endCharacter }) =>
        `${line}:${startCharacter}-${endLine === line ? '' : `${endLine}:`}${endCharacter} ${code.slice('revox.'.length)}`,
    ),
  };
}

interface Expected {
  readonly ready: readonly string[];
  readonly problems?: readonly string[];
}

const lists: [sentence: string, file: string, options: CallListOptions, expected: Expected][] = [
  [
    'a semicolon list as a European Excel saves it: Windows-1252, accents kept, and said so',
    'european-excel-windows-1252.csv',
    { defaultRegion: 'FR' },
    {
      ready: [
        '2 +33199001201 prenom=Zoé montant=12,50',
        '3 +33199001202 prenom=Renée montant=8,00',
        '4 +33261912603 prenom=Noël montant=1 240,00 €',
      ],
      problems: ['1:0-0 file.encodingGuessed'],
    },
  ],
  [
    'a byte order mark does not become part of the first header',
    'utf8-bom.csv',
    {},
    { ready: ['2 +33199001201 first_name=Zoé'] },
  ],
  [
    'Excel’s “Unicode text”: UTF-16 with tabs',
    'excel-unicode-text-utf16le-tabs.csv',
    {},
    { ready: ['2 +33199001201 first_name=Zoé', '3 +12125550112 first_name=Ana, María'] },
  ],
  [
    'UTF-16 without a byte order mark is recognised by its NULs, and said',
    'utf16be-without-bom.csv',
    {},
    {
      ready: ['2 +33199001201 first_name=Camille', '3 +12125550112 first_name=Olivia'],
      problems: ['1:0-0 file.encodingGuessed'],
    },
  ],
  [
    'Excel’s sep= line chooses the delimiter and is no row; lines still count from the top',
    'excel-sep-line.csv',
    {},
    { ready: ['3 +33199001201 first_name=Zoé'] },
  ],
  [
    'what Excel does to numbers: lost digits are refused, protections are taken off',
    'excel-damage.csv',
    { defaultRegion: 'FR' },
    {
      ready: [
        '5 +33199001202 first_name=Decimal',
        '6 +33199001203 first_name=Apostrophe',
        '7 +33199001204 first_name=Formula',
        '9 +33199001206 first_name=PlusLost',
      ],
      problems: [
        '2:0-11 phone.lostDigits',
        '3:0-13 phone.lostDigits',
        '4:0-16 phone.scientific',
        '5:0-13 phone.plusAdded',
        '6:0-13 phone.cleaned',
        '7:0-19 phone.cleaned',
        '8:0-9 phone.zeroLost',
        '9:0-11 phone.plusAdded',
        '10:0-5 phone.calculated',
        '11:0-8 phone.spreadsheetError',
        '12:0-6 phone.spreadsheetError',
      ],
    },
  ],
  [
    'what copying from contacts, web pages and documents leaves behind',
    'copied-from-everywhere.csv',
    { defaultRegion: 'FR' },
    {
      ready: [
        '2 +33199001201 first_name=AppleContacts',
        '4 +33199001203 first_name=FullWidth',
        '5 +33199001204 first_name=ArabicDigits',
        '6 +33199001205 first_name=NoBreakSpaces',
        '7 +33199001206 first_name=Link',
        '8 +33199001207 first_name=ByteOrderMark',
        '9 +33199001208 first_name=TrunkZero',
        '10 +33199001209 first_name=TwoZeros',
      ],
      problems: [
        '2:0-14 phone.cleaned',
        '3:0-14 phone.invalid',
        '4:0-12 phone.cleaned',
        '5:0-10 phone.cleaned',
        '7:0-21 phone.cleaned',
        '8:0-13 phone.cleaned',
      ],
    },
  ],
  [
    'cells of the phone column that nobody may call, each for its own reason',
    'no-number.csv',
    { defaultRegion: 'FR' },
    {
      ready: [],
      problems: [
        '2:0-14 phone.extension',
        '3:0-13 phone.letters',
        '4:0-16 phone.extension',
        '5:0-23 phone.extension',
        '6:0-31 phone.several',
        '7:0-32 phone.several',
        '8:0-3 phone.placeholder',
        '9:0-1 phone.placeholder',
        '10:0-10 phone.placeholder',
        '11:0-4 phone.placeholder',
        '12:0-12 phone.placeholder',
        '13:0-3 phone.emergency',
        '14:0-4 phone.shortCode',
        '15:0-16 phone.premium',
        '16:0-11 phone.tooShort',
        '17:0-19 phone.tooLong',
        '18:0-13 phone.unknownCountry',
        '19:0-14 phone.invalid',
        '20:0-0 phone.missing',
      ],
    },
  ],
  [
    'a bad quote costs its own line, not the rest of the file, and lines stay true behind a quoted line end',
    'quotes.csv',
    {},
    {
      ready: [
        '2 +33199001201 first_name=Zoé note=Bonjour,\nmerci',
        '4 +33199001202 first_name=Léa note=say "hi" first',
        '5 +33199001203 first_name=Max note=5" tube',
        '8 +33199001206 first_name=Tom note=fine',
        '9 +33199001207 first_name=Eve note=also, fine',
      ],
      problems: ['5:17-24 cell.strayQuote', '6:13-42 row.quoteMalformed', '7:17-30 row.quoteUnclosed'],
    },
  ],
  [
    'an export with a title above, a total below, filler rows, a twice-used and a no-break-space header',
    'crm-export.csv',
    { defaultRegion: 'FR' },
    {
      ready: [
        '4 +33199001201 Nom=Durand prenom=Zoé Nom_2=Atelier',
        '5 +33199001202 Nom=Petit prenom=Léa Nom_2=Garage',
      ],
      problems: ['1:0-24 list.titleLines', '3:22-25 header.duplicate', '8:0-9 list.totalsLine'],
    },
  ],
  [
    'ragged rows: a short one is called with a warning, a shifted one is not, empty cells at the end are nothing',
    'ragged.csv',
    {},
    {
      ready: [
        '2 +33199001201 first_name=Zoé company=Lumen city=Paris plan=A agent=Max note=ok',
        '3 +33199001202 first_name=Léa company=Vauban city= plan= agent= note=',
        '5 +33199001204 first_name=Ana company=Parc city=Nice plan=C agent=Max note=ok',
      ],
      problems: ['3:0-23 row.tooFewCells', '4:0-50 row.tooManyCells'],
    },
  ],
  [
    'line ends of an old Mac',
    'mac-line-ends.csv',
    {},
    { ready: ['2 +33199001201 first_name=Zoé', '3 +33199001202 first_name=Léa'] },
  ],
  [
    'all three line ends in one file',
    'mixed-line-ends.csv',
    {},
    {
      ready: [
        '2 +33199001201 first_name=Zoé',
        '3 +33199001202 first_name=Léa',
        '4 +33199001203 first_name=Noé\r\nII',
      ],
      problems: ['6:0-3 phone.letters'],
    },
  ],
  [
    'no header line: the first row is called too',
    'no-header.csv',
    {},
    {
      ready: ['1 +33199001201 column_2=Zoé column_3=Paris', '2 +33199001202 column_2=Léa column_3=Lyon'],
      problems: ['1:0-22 list.noHeader'],
    },
  ],
  [
    'a single column is a list like any other',
    'single-column.csv',
    {},
    { ready: ['2 +33199001201', '3 +33199001202'] },
  ],
  [
    'one number in three spellings is one person',
    'duplicates.csv',
    { defaultRegion: 'FR' },
    {
      ready: ['2 +33199001201 first_name=Zoé', '4 +33199001202 first_name=Noé'],
      problems: ['3:0-17 phone.duplicate', '5:0-13 phone.duplicate'],
    },
  ],
  [
    'a NUL byte spoils its row only',
    'nul-byte.csv',
    {},
    { ready: ['3 +33199001202 first_name=Ana'], problems: ['2:0-17 row.nulByte'] },
  ],
  [
    'text that was garbled before it came here is pointed out',
    'garbled.csv',
    {},
    {
      ready: ['2 +33199001201 first_name=RenÃ©e', '3 +33199001202 first_name=Ren\ufffde'],
      problems: ['2:13-19 cell.garbled', '3:13-18 cell.garbled'],
    },
  ],
  [
    'files glued together: byte order marks in the middle do not move anything',
    'bom-in-the-middle.csv',
    {},
    {
      ready: ['2 +33199001201 first_name=Zoé', '4 +33199001202 first_name=Léa'],
      problems: ['3:0-17 list.repeatedHeader', '4:0-15 phone.cleaned'],
    },
  ],
];

describe('sample files of call lists', () => {
  for (const [sentence, file, options, { ready, problems = [] }] of lists) {
    it(sentence, async () => {
      const found = summary(await checkCallList(readList(file), options));
      assert.deepEqual(found.ready, ready);
      assert.deepEqual(found.problems, problems);
    });
  }
});

describe('files of other formats are identified, with the remedy', () => {
  const wrong: [file: string, says: RegExp][] = [
    ['spreadsheet.csv', /spreadsheet.*Save As.*CSV UTF-8/],
    ['old-spreadsheet.csv', /\.xls.*Save As/],
    ['login-page.csv', /web page.*sign-in/i],
    ['lfs-pointer.csv', /git lfs pull/],
    ['empty.csv', /empty/],
    ['white-space.csv', /empty/],
    ['binary.csv', /not text/],
  ];
  for (const [file, says] of wrong) {
    it(file, async () => {
      await assert.rejects(checkCallList(readList(file)), (error) => {
        assert(error instanceof HumanError);
        assert.match(error.message, says);
        return true;
      });
    });
  }

  it('files of other formats are identified in an editor too', async () => {
    await assert.rejects(checkCallList('<!doctype html><title>Sign in</title>'), HumanError);
    await assert.rejects(checkCallList(' \n'), HumanError);
  });
});

describe('the sample list', () => {
  it('has 24 rows, of which 21 are ready', async () => {
    const list = await checkCallList(readFileSync('test/fixtures/sample/call-list.csv'), {
      defaultRegion: 'FR',
    });
    assert.deepEqual([list.counts.read, list.counts.ready], [24, 21]);
    assert.deepEqual(
      list.problems.map(({ code }) => code),
      ['revox.phone.severalZones', 'revox.phone.duplicate', 'revox.phone.lostDigits', 'revox.phone.tooShort'],
    );
  });
});
