import { listCases, type ListCase } from './listCase.ts';

const three = ['+33199001201', '+33199001202', '+33199001203'];

/** Without a header: the first person is called like all others. */
const headerless: readonly (readonly [sentence: string, rows: readonly string[]])[] = [
  [
    'the word Mobile in a cell',
    ['+33199001201,Mobile,Ann', '+33199001202,Home,Bob', '+33199001203,Mobile,Eve'],
  ],
  [
    'a company with Mobile in its name',
    ['Free Mobile,+33199001201', 'Orange,+33199001202', 'SFR,+33199001203'],
  ],
  ['the word Telefon in a cell', ['Telefon,+33199001201', 'Handy,+33199001202', 'Telefon,+33199001203']],
  ['the word Phone in a name', ['Phone House;+33199001201', 'Boulanger;+33199001202', 'Darty;+33199001203']],
  ['a label before the number', ['tel:+33199001201;Ann', 'tel:+33199001202;Bob', 'tel:+33199001203;Eve']],
  ['the word Numero in a cell', ['Numero Uno,+33199001201', 'Due,+33199001202', 'Tre,+33199001203']],
  ['電話 in a cell', ['電話,+33199001201', '携帯,+33199001202', '電話,+33199001203']],
  ['Телефон in a cell', ['Телефон;+33199001201', 'Моб;+33199001202', 'Телефон;+33199001203']],
  ['a fax in a cell', ['Fax,+33199001201', 'Fax,+33199001202', 'Tel,+33199001203']],
  ['one column', ['+33199001201', '+33199001202', '+33199001203']],
  [
    'numbers at the end',
    ['Ann,Paris,75011,+33199001201', 'Bob,Lyon,69001,+33199001202', 'Eve,Lille,59000,+33199001203'],
  ],
  ['quotes around all cells', ['"Ann","+33199001201"', '"Bob","+33199001202"', '"Eve","+33199001203"']],
  ['tabs', ['Mobile\t+33199001201', 'Home\t+33199001202', 'Work\t+33199001203']],
  [
    'the header of another list below',
    ['+33199001201,Ann', 'phone,name', '+33199001202,Bob', '+33199001203,Eve'],
  ],
];

listCases(
  'the first person of a list without a header',
  headerless.map(([sentence, rows]): ListCase => ({
    sentence: `is called: ${sentence}`,
    list: `${rows.join('\n')}\n`,
    expect: { headerRow: false, called: three },
  })),
);

const body = '+33199001201;Ann;Paris\n+33199001202;Bob;Lyon\n+33199001203;Eve;Lille\n';

/** Above the rows: lines that are no header, and the header. */
const tops: readonly (readonly [sentence: string, lines: readonly string[], header: string])[] = [
  ['a title', ['Liste des clients'], 'Téléphone;Nom;Ville'],
  ['a title with the word phone', ['Liste téléphonique 2026'], 'Téléphone;Nom;Ville'],
  ['a title and a blank line', ['Export CRM 12/11/2026', ''], 'Téléphone;Nom;Ville'],
  ['a title that fills up with separators', ['Mairie de Lyon;;'], 'Téléphone;Nom;Ville'],
  ['groups above the names', ['Contact;;Adresse'], 'Téléphone;Nom;Ville'],
  ['an agency with its number', ['Agence Dupont;01 99 00 12 99;'], 'Téléphone;Nom;Ville'],
  ['an agency with its number first', ['01 99 00 12 99;;'], 'Téléphone;Nom;Ville'],
  ['an agency with its number in words', ['Agence Dupont, tél. 01 99 00 12 99'], 'Téléphone;Nom;Ville'],
  ['a hotline in a sentence', ['Questions? Call +33 1 99 00 12 99 (toll free)'], 'Phone;Name;City'],
  [
    'two such lines',
    ['Agence Dupont;01 99 00 12 99;', 'Agence Petit;01 99 00 12 98;'],
    'Téléphone;Nom;Ville',
  ],
  ['comments', ['# exported by crm', '# 2026-11-12'], 'phone;name;city'],
  [
    'terms of use in twenty lines',
    Array.from({ length: 20 }, (_, at) => `Note ${at + 1}: see the terms`),
    'phone;name;city',
  ],
  [
    'terms of use in a hundred lines',
    Array.from({ length: 100 }, (_, at) => `§ ${at + 1} Bedingungen`),
    'Telefon;Name;Ort',
  ],
  [
    'terms with the word telephone',
    Array.from({ length: 15 }, () => 'The telephone numbers are confidential and must not be passed on'),
    'phone;name;city',
  ],
  ['a Polish title', ['Wykaz aptek – stan na 2026-01-01'], 'Telefon;Nazwa;Miasto'],
  ['a Japanese title', ['医療機関一覧'], '電話番号;名称;所在地'],
  ['a Greek title', ['Κατάλογος φαρμακείων'], 'Τηλέφωνο;Όνομα;Πόλη'],
  ['an Arabic title', ['قائمة الصيدليات'], 'الهاتف;الاسم;المدينة'],
  ['a Hebrew title', ['רשימת בתי מרקחת'], 'טלפון;שם;עיר'],
  ['a Hindi title', ['अस्पतालों की सूची'], 'मोबाइल;नाम;शहर'],
  ['a Turkish title', ['ECZANE LİSTESİ'], 'TELEFON;ECZANE;İL'],
  ['a Korean title', ['병원 목록'], '전화번호;병원명;도시'],
];

listCases(
  'a header below other lines',
  tops.map(([sentence, lines, header]): ListCase => ({
    sentence: `is found below ${sentence}, and each line is told`,
    list: `${[...lines, header].join('\n')}\n${body}`,
    region: 'FR',
    expect: {
      headerRow: true,
      phoneColumn: header.split(';')[0] ?? '',
      called: three,
      neverCalled: ['+33199001299', '+33199001298'],
      mentionedLines: lines.flatMap((line, at) => (line === '' ? [] : [at + 1])),
    },
  })),
);

const shapes: ListCase[] = [
  {
    sentence: 'shorter than the rows: the columns behind it have no name',
    list: 'phone,name\n+33199001201,Ann,Paris,75011\n+33199001202,Bob,Lyon,69001\n',
    expect: {
      phoneColumn: 'phone',
      headerRow: true,
      called: ['+33199001201', '+33199001202'],
      variables: { 2: { name: 'Ann' }, 3: { name: 'Bob' } },
      codes: ['revox.header.empty'],
    },
  },
  {
    sentence: 'of one name over rows of three cells',
    list: 'phone\n+33199001201,Ann,Paris\n+33199001202,Bob,Lyon\n',
    expect: { neverCalled: ['+33199001299'], mayCall: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'longer than the rows',
    list: 'phone,name,city,note,agent\n+33199001201,Ann\n+33199001202,Bob\n',
    expect: { phoneColumn: 'phone', headerRow: true, called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'one row that is longer by a comma is not called',
    list: 'phone,name\n+33199001201,Ann\n+33199001202,Petit, Bob\n+33199001203,Eve\n',
    expect: { called: ['+33199001201', '+33199001203'], excludedLines: [3] },
  },
  {
    sentence: 'partly named',
    list: ',phone,\n1,+33199001201,Ann\n2,+33199001202,Bob\n',
    expect: { phoneColumn: 'phone', headerRow: true, called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'once more in the middle of the list',
    list: 'phone,name\n+33199001201,Ann\nphone,name\n+33199001202,Bob\n',
    expect: { called: ['+33199001201', '+33199001202'], excludedLines: [3], says: [[3, /header/]] },
  },
  {
    sentence: 'once more with blanks around it',
    list: 'Téléphone;Nom\n01 99 00 12 01;Ann\n Téléphone ; Nom \n01 99 00 12 02;Bob\n',
    region: 'FR',
    expect: { called: ['+33199001201', '+33199001202'], excludedLines: [3], says: [[3, /header/]] },
  },
  {
    sentence: 'once more in capitals, and with a separator at its end',
    list: 'Imię;Telefon\nAnna;512 345 678\nIMIĘ;TELEFON;\nJan;512 345 679\n',
    region: 'PL',
    expect: { called: ['+48512345678', '+48512345679'], says: [[3, /header/]] },
  },
  {
    sentence: 'with the same name twice',
    list: 'phone,name,name\n+33199001201,Ann,A\n+33199001202,Bob,B\n',
    expect: {
      phoneColumn: 'phone',
      called: ['+33199001201', '+33199001202'],
      codes: ['revox.header.duplicate'],
    },
  },
  {
    sentence: 'with a person without a number below it who has the word Mobile',
    list: 'Name,Nummer,Art\nAnn,,Mobile\nBob,+33199001202,Home\nEve,+33199001203,Mobile\n',
    expect: {
      headerRow: true,
      phoneColumn: 'Nummer',
      called: ['+33199001202', '+33199001203'],
      excludedLines: [2],
    },
  },
  {
    sentence: 'with totals below the rows',
    list: 'Téléphone;Montant\n01 99 00 12 01;12\n01 99 00 12 02;13\nTotal;25\n',
    region: 'FR',
    expect: {
      called: ['+33199001201', '+33199001202'],
      excludedLines: [4],
      codes: ['revox.list.totalsLine'],
    },
  },
  {
    sentence: 'with column names that are years',
    list: 'phone,2024,2025\n+33199001201,1,2\n+33199001202,3,4\n',
    expect: { phoneColumn: 'phone', headerRow: true, called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'with dates as names of columns',
    list: 'Phone,2024-01-01,2024-02-01\n+33199001201,1,2\n+33199001202,3,4\n',
    expect: { phoneColumn: 'Phone', headerRow: true, called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'of two lines, the second with what is allowed',
    list: 'Téléphone;Nom\n(10 chiffres);(obligatoire)\n01 99 00 12 01;Ann\n',
    region: 'FR',
    expect: { phoneColumn: 'Téléphone', called: ['+33199001201'], mentionedLines: [2] },
  },
  {
    sentence: 'absent, above a first person without a number',
    list: 'Ann,n/a\nBob,+33199001202\nEve,+33199001203\n',
    expect: { headerRow: false, called: ['+33199001202', '+33199001203'], excludedLines: [1] },
  },
  {
    sentence: 'absent, with a word behind the first number',
    list: 'Ann,(212) 555-0112 (mobile)\nBob,(212) 555-0113\nEve,(212) 555-0114\n',
    region: 'US',
    expect: {
      headerRow: false,
      mentionedLines: [1],
      mayCall: ['+12125550112', '+12125550113', '+12125550114'],
    },
  },
  {
    sentence: 'with the numbers of its columns below it',
    list: 'Nom;Téléphone;Ville\n1;2;3\nAnn;01 99 00 12 01;Lyon\nBob;01 99 00 12 02;Nice\n',
    region: 'FR',
    expect: { phoneColumn: 'Téléphone', called: ['+33199001201', '+33199001202'], excludedLines: [2] },
  },
];

listCases('a header', shapes);
