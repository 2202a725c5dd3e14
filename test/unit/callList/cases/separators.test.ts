import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { HumanError } from '../../../../src/core/errors.ts';
import { listCases, type ListCase } from './listCase.ts';

const both = ['+33199001201', '+33199001202'];
const signs = [
  ...[',', ';', '\t', '|', '^', '~', '¬', '¦', '§', '\u0001', '\u001f', ':'],
  ...['，', '；', '、', '｜', '،', '؛'],
];

const separators = signs.map((sign): ListCase => ({
  sentence: `${JSON.stringify(sign)} between cells`,
  list: `phone${sign}name${sign}city\n+33199001201${sign}Ann${sign}Paris\n+33199001202${sign}Bob${sign}Lyon\n`,
  expect: { phoneColumn: 'phone', called: both, variables: { 2: { name: 'Ann', city: 'Paris' } } },
}));

const named = ['^', '~', '!', '#', '%', '¤', '\t', ';'].map((sign): ListCase => ({
  sentence: `${JSON.stringify(sign)} that the first line names`,
  list: `sep=${sign}\nphone${sign}name\n+33199001201${sign}Ann\n+33199001202${sign}Bob\n`,
  expect: { phoneColumn: 'phone', called: both, delimiter: sign },
}));

const shapes: ListCase[] = [
  {
    sentence: 'points of a map in a list with semicolons',
    list: `Geo Point;Kategorie;Telefon\r\n${Array.from({ length: 8 }, (_, at) => `47.422${at}703561,9.3764510${at}12;Schule;${at % 4 === 0 ? `+41 71 499 20 1${at}` : ''}\r\n`).join('')}`,
    region: 'CH',
    expect: { delimiter: ';', phoneColumn: 'Telefon', called: ['+41714992010', '+41714992014'] },
  },
  {
    sentence: 'points of a map in a list with tabs',
    list: 'position\tnavn\ttelefon\n59,913869\tA\t22 12 34 56\n60,391263\tB\t22 12 34 57\n',
    region: 'NO',
    expect: { delimiter: '\t', called: ['+4722123456', '+4722123457'] },
  },
  {
    sentence: 'commas of another keyboard in a text',
    list: '姓名,电话,备注\n甲,+33199001201,今天，明天，后天\n乙,+33199001202,一、二、三\n',
    expect: { delimiter: ',', phoneColumn: '电话', called: both },
  },
  {
    sentence: 'titles that look like those of an e-mail',
    list: 'From: 01/01/2026\nTo: 31/01/2026\n\nphone,name\n+33199001201,Ann\n+33199001202,Bob\n',
    expect: { delimiter: ',', phoneColumn: 'phone', called: both },
  },
  {
    sentence: 'quotes around each line but the header',
    list: 'phone,name,city\n"+33199001201,Ann,""Paris, 11e"""\n"+33199001202,Bob,Lyon"\n',
    expect: { called: [], codes: ['revox.list.quotedLines'] },
  },
  {
    sentence: 'quotes around names with a comma, in a list of one column',
    list: 'name\n"Dupont, Ann"\n"Petit, Bob"\n',
    expect: { called: [], codes: ['revox.phone.noColumn'] },
  },
  {
    sentence: 'times of day in a list with commas',
    list: 'phone,opens,closes\n+33199001201,09:00,17:00\n+33199001202,10:00,18:00\n',
    expect: { delimiter: ',', called: both },
  },
  {
    sentence: 'web addresses in a list of one column and a colon',
    list: 'phone\n+33199001201\n+33199001202\n',
    expect: { phoneColumn: 'phone', called: both },
  },
  {
    sentence: 'decimal commas of coordinates in a list without numbers',
    list: 'Nazwa;Szerokość;Długość\nA;51,2345678;17,0321234\nB;51,1234567;17,1234567\nC;53,1234567;18,0321234\n',
    region: 'PL',
    expect: { delimiter: ';', phoneColumn: null, called: [] },
  },
  {
    sentence: 'decimal commas and a semicolon',
    list: 'Téléphone;Montant;Taux\n01 99 00 12 01;12,50;3,5\n01 99 00 12 02;8,00;4,5\n',
    region: 'FR',
    expect: { delimiter: ';', called: both },
  },
  {
    sentence: 'blanks before the quotes',
    list: 'phone, name, note\n+33199001201, "Dupont, Ann", ok\n+33199001202, "Petit, Bob", ok\n',
    expect: {
      phoneColumn: 'phone',
      headerRow: true,
      called: both,
      variables: { 2: { name: 'Dupont, Ann', note: 'ok' }, 3: { name: 'Petit, Bob' } },
    },
  },
  {
    sentence: 'blanks before and behind the quotes, and none before plain cells',
    list: '"phone" , "name" ,city\n"+33199001201" , "Dupont, Ann" ,Paris\n"+33199001202" , "Petit, Bob" ,Lyon\n',
    expect: { called: both, variables: { 2: { name: 'Dupont, Ann', city: 'Paris' } } },
  },
  {
    sentence: 'blanks before quotes in a list with semicolons',
    list: 'Telefon; Name\n+33199001201; "Müller; Ann"\n+33199001202; "Petit; Bob"\n',
    expect: { called: both, variables: { 2: { Name: 'Müller; Ann' } } },
  },
  {
    sentence: 'a quote that is never closed behind blanks',
    list: 'phone, name\n+33199001201, "Ann"\n+33199001202, "Bob\n+33199001203, "Eve"\n',
    expect: { mayCall: ['+33199001201', '+33199001203'], mentionedLines: [3] },
  },
  {
    sentence: 'quotes around whole lines',
    list: '"phone,first_name,city"\n"+33199001201,Ann,""Paris, 11e"""\n"+33199001202,Bob,Lyon"\n',
    expect: { called: [], says: [/quot/i], codes: ['revox.list.quotedLines'] },
  },
  {
    sentence: 'quotes around whole lines with semicolons',
    list: '"Telefon;Name"\n"+33199001201;Ann"\n"+33199001202;Bob"\n',
    expect: { called: [], codes: ['revox.list.quotedLines'] },
  },
  {
    sentence: 'single quotes around all cells',
    list: "'phone','name','city'\n'+33199001201','Dupont, Ann','Paris'\n'+33199001202','Bob','Lyon'\n",
    expect: { called: [], says: [/single quot/i], codes: ['revox.list.singleQuotes'] },
  },
  {
    sentence: 'apostrophes before numbers only are a spreadsheet’s',
    list: "phone,name\n'+33199001201,Ann\n'+33199001202,Bob\n",
    expect: { called: both },
  },
  {
    sentence: 'apostrophes in names',
    list: "phone,name\n+33199001201,'t Hart\n+33199001202,O'Brien\n",
    expect: { called: both },
  },
  {
    sentence: 'quotes with a backslash before them',
    list: 'phone,name\n+33199001201,"Ann \\"A\\" B"\n+33199001202,Bob\n',
    expect: { called: ['+33199001202'], says: [[2, /\\"/]] },
  },
  {
    sentence: 'semicolons at the end of all lines',
    list: 'phone;name;;;\n+33199001201;Ann;;;\n+33199001202;Bob;;;\n',
    expect: { phoneColumn: 'phone', called: both },
  },
  {
    sentence: 'separators at the end of the rows only',
    list: 'phone;name\n+33199001201;Ann;;;\n+33199001202;Bob;;;\n',
    expect: { phoneColumn: 'phone', called: both },
  },
  {
    sentence: 'a title with more commas than the list has semicolons',
    list: 'Export du 12, 13, 14 et 15 novembre, agence de Lyon, confidentiel\nTéléphone;Nom\n01 99 00 12 01;Ann\n01 99 00 12 02;Bob\n',
    region: 'FR',
    expect: { delimiter: ';', called: both, mentionedLines: [1] },
  },
  {
    sentence: 'a hundred lines of notes above a list with semicolons',
    list: `${'Hinweis: bitte, ja\n'.repeat(100)}Telefon;Name\n+33199001201;Ann\n+33199001202;Bob\n`,
    expect: { phoneColumn: 'Telefon', called: both },
  },
];

listCases('what separates cells', [
  {
    sentence: 'is not one in a single row that holds two numbers',
    list: 'Namn;Telefon\nA;08-12 34 56 (växel)\nB;08-123 45 60 vx\nC;070-123 45 67, 073-123 45 67\n',
    region: 'SE',
    expect: {
      delimiter: ';',
      phoneColumn: 'Telefon',
      called: ['+468123456', '+4681234560'],
      excludedLines: [4],
    },
  },
  ...separators,
  ...named,
]);
listCases('signs between cells', shapes);

listCases('a sep= line that names another sign than the rows have', [
  {
    sentence: 'is told, and the rows are read by theirs',
    list: 'sep=,\nName;Telefon\nA;030 23125010\nB;030 23125011\n',
    region: 'DE',
    expect: {
      delimiter: ';',
      phoneColumn: 'Telefon',
      called: ['+493023125010', '+493023125011'],
      codes: ['revox.list.wrongSeparator'],
      says: [[1, /“,”.*“;”/]],
    },
  },
  {
    sentence: 'is told where decimal commas stand in the rows',
    list: 'sep=,\nName;Betrag;Telefon\nA;12,50;030 23125010\nB;7,25;030 23125011\n',
    region: 'DE',
    expect: { delimiter: ';', called: ['+493023125010', '+493023125011'], mentionedLines: [1] },
  },
  {
    sentence: 'is told where it names a tab',
    list: 'sep=\t\nName,Phone\nA,+493023125010\nB,+493023125011\n',
    expect: { delimiter: ',', called: ['+493023125010', '+493023125011'], says: [[1, /a tab/]] },
  },
  {
    sentence: 'is believed where the list has one column',
    list: 'sep=;\nTelefon\n030 23125010\n030 23125011\n',
    region: 'DE',
    expect: { delimiter: ';', called: ['+493023125010', '+493023125011'] },
  },
]);

const others: [what: string, text: string, words: RegExp][] = [
  [
    'a web table',
    '<table border="1"><tr><th>phone</th></tr>\n<tr><td>+33199001201</td></tr></table>',
    /HTML/,
  ],
  ['a web table of a spreadsheet', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>', /HTML/],
  ['a web page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', /web page/],
  [
    'an Excel workbook in XML',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
    /Excel/,
  ],
  ['other XML', '<?xml version="1.0"?>\n<contacts><contact/></contacts>', /XML/],
  ['contact cards', 'BEGIN:VCARD\nVERSION:3.0\nTEL;TYPE=CELL:+33199001201\nEND:VCARD\n', /vCard/],
  ['contact cards behind a byte order mark', '\ufeffBEGIN:VCARD\r\nVERSION:2.1\r\n', /vCard/],
  [
    'an e-mail',
    'From: Ann <a@example.com>\nTo: b@example.com\nSubject: Liste\n\nAnn +33199001201\n',
    /e-mail/,
  ],
  ['a saved web page', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', /e-mail/],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\n', /calendar/],
  ['cards of QR codes', 'MECARD:N:Ann;TEL:+33199001201;;\n', /vCard/],
  ['a database dump', "INSERT INTO people (name, phone) VALUES ('Ann', '+33199001201');\n", /SQL/],
  ['a sheet in an exchange format', 'ID;PWXL;N;E\nC;Y1;X1;K"phone"\n', /SYLK/],
  ['YAML', '- name: Ann\n  phone: "+33199001201"\n', /YAML/],
  ['a directory export', 'dn: cn=Ann\ncn: Ann\ntelephoneNumber: +33199001201\n', /LDIF/],
  ['a JSON array', '[{"phone":"+33199001201"}]', /JSON/],
  ['a JSON array over many lines', '[\n  {\n    "phone": "+33199001201"\n  }\n]', /JSON/],
  ['a JSON object', '{"contacts":[{"phone":"+33199001201"}]}', /JSON/],
  ['a JSON object on each line', '{"phone":"+33199001201"}\n{"phone":"+33199001202"}\n', /JSON/],
  ['a JSON array of arrays', '[["phone","name"],["+33199001201","Ann"]]', /JSON/],
  ['a document', '{\\rtf1\\ansi phone', /RTF/],
];

describe('a file of another format', () => {
  for (const [what, text, words] of others) {
    it(`is identified: ${what}`, async () => {
      await assert.rejects(checkCallList(text), (error) => {
        assert.ok(error instanceof HumanError);
        assert.match(error.message, words);
        return true;
      });
      await assert.rejects(checkCallList(new TextEncoder().encode(text)), words);
    });
  }

  it('is not suspected for a header in brackets', async () => {
    const list = await checkCallList('[phone],[name]\n+33199001201,Ann\n');
    assert.equal(list.counts.ready, 1);
  });
});
