import type { CountryCode } from 'libphonenumber-js/max';
import { listCases, type ListCase } from './listCase.ts';
import { inCountry } from './witness.ts';

/** What is below the rows, with the number of whoever made the list. */
const makers: readonly (readonly [region: CountryCode, line: string, number: string])[] = [
  ['ZA', 'Prepared by: J. Smith', '011 123 4567'],
  ['FR', 'Établi par : M. Dupont', '01 99 00 12 99'],
  ['DE', 'Erstellt von: Fr. Weber', '030 901899'],
  ['ES', 'Elaborado por: Ana', '912 345 600'],
  ['BR', 'Gerado por: Maria', '(11) 98765-4399'],
  ['IT', 'Redatto da: Ufficio', '06 1234599'],
  ['NL', 'Opgesteld door: Jan', '020 123 4599'],
  ['PL', 'Sporządził: Jan Nowak', '22 123 45 99'],
  ['TR', 'Hazırlayan: Ali', '0212 345 67 99'],
  ['RU', 'Исполнитель: Иванов', '8 912 345-67-99'],
  ['UA', 'Підготував: Шевченко', '044 234 56 99'],
  ['CZ', 'Vypracoval: Novák', '777 123 499'],
  ['HU', 'Készítette: Nagy', '06 1 234 5699'],
  ['GR', 'Συντάκτης: Νίκος', '210 1234599'],
  ['JP', '作成者：山田', '03-3581-1299'],
  ['CN', '制表人：王', '010-62345699'],
  ['KR', '작성자: 김', '02-312-4599'],
];

listCases(
  'a line below the list that says who made it',
  makers.map(([region, line, number]): ListCase => {
    const person = number
      .replace(/99(?=\D*$)/, '88')
      .replace(/00$/, '88')
      .replace(/4567$/, '4588');
    return {
      sentence: `is nobody to call, and it is said: ${line}`,
      list: `A;Phone\nAnn;${person}\n\n${line};${number}\n`,
      region,
      expect: { called: [inCountry(region, person)], excludedLines: [4] },
    };
  }),
);

/** Below the list, whom to ask about it, with no colon. */
const inquiries: readonly (readonly [region: CountryCode, words: string, number: string])[] = [
  ['JP', 'お問い合わせ', '03-3581-1299'],
  ['KR', '문의처', '02-312-4599'],
  ['CN', '咨询电话', '010-62345699'],
  ['DE', 'Rückfragen', '030 901899'],
  ['EG', 'للاستفسار', '02 23456799'],
  ['TH', 'สอบถาม', '02 123 4599'],
  ['FR', 'Renseignements', '01 99 00 12 99'],
];

listCases(
  'a line below the list that says whom to ask',
  inquiries.map(([region, words, number]): ListCase => ({
    sentence: `is nobody to call, and it is said: ${words}`,
    list: `A;Phone\nAnn;+33199001201\n\n${words};${number}\n`,
    region,
    expect: { called: ['+33199001201'], excludedLines: [4] },
  })),
);

listCases('a row that somebody switched off', [
  {
    sentence: 'is not called, and it is said',
    list: 'Name,Phone\n# inactive: Cy,09 379 1239\nAnn,09 379 1234\n// moved,09 379 1238\n#1 Pizza,09 379 1235\n',
    region: 'NZ',
    expect: { called: ['+6493791234', '+6493791235'], excludedLines: [2, 4] },
  },
]);

/** The first person of a list without a header has no number. */
const without: readonly (readonly [region: CountryCode, rows: string, called: readonly string[]])[] = [
  ['DE', 'Ann;k.A.;Berlin\nBob;030 901821;Köln\n', ['030 901821']],
  ['US', 'Sprint Mobile,n/a\nAT&T,212-555-0112\nVerizon,212-555-0113\n', ['212-555-0112', '212-555-0113']],
  ['FR', 'Ann;sans;Paris\nBob;01 99 00 12 02;Lyon\n', ['01 99 00 12 02']],
  ['PL', 'Jan;brak;Łódź\nEwa;22 123 45 67;Gdynia\n', ['22 123 45 67']],
  ['ES', 'Ana;no tiene;Soria\nEva;912 345 678;Lugo\n', ['912 345 678']],
  ['BR', 'Ana;não informado;Recife\nEva;(11) 98765-4322;Belém\n', ['(11) 98765-4322']],
  ['RU', 'Анна;нет;Тверь\nИван;8 912 345-67-89;Томск\n', ['8 912 345-67-89']],
  ['JP', '山田,なし,東京\n鈴木,03-3581-1234,大阪\n', ['03-3581-1234']],
  [
    'FR',
    'Ann;;Paris\nBob;01 99 00 12 02;Lyon\nEve;01 99 00 12 03;Lille\n',
    ['01 99 00 12 02', '01 99 00 12 03'],
  ],
];

listCases(
  'the first person of a list without a header, who has no number',
  without.map(([region, rows, called]): ListCase => ({
    sentence: `is left out with a message: ${rows.split('\n')[0] ?? ''}`,
    list: rows,
    region,
    expect: {
      headerRow: false,
      called: called.map((number) => inCountry(region, number)),
      mentionedLines: [1],
    },
  })),
);

listCases('an agency’s own number above the header', [
  {
    sentence: 'is not called though it stands in the phone column',
    list: 'Klantenservice;020 123 4599;\nNaam;Telefoon;Plaats\nJan;020 123 4567;Amsterdam\n',
    region: 'NL',
    expect: { headerRow: true, called: ['+31201234567'], mentionedLines: [1] },
  },
  {
    sentence: 'in a sentence above Polish rows, with a total below',
    list: 'Wykaz klientów;;\nAgencja Nowak, tel. 22 123 45 99;;\nImię;Telefon;Miasto\nJan;22 123 45 67;Łódź\nRazem: 1;;\n',
    region: 'PL',
    expect: { headerRow: true, called: ['+48221234567'], mentionedLines: [1, 2, 5] },
  },
]);

/** Headers that do not name a phone, below an agency with its number. */
const unnamed: readonly (readonly [region: CountryCode, header: string, title: string, number: string])[] = [
  ['FR', 'Nom;Contact;Ville', 'Agence;01 99 00 12 99;', '01 99 00 12 01'],
  ['FR', 'Nom;Joignable au;Ville', 'Agence;01 99 00 12 99;', '01 99 00 12 01'],
  ['TR', 'Sıra;Cep;Tarih', 'Kaynak;0312 418 12 99;', '0312 418 12 34'],
  ['PL', 'Lp.;Kontakt;Uwagi', 'Przychodnia;22 123 45 99;', '22 123 45 67'],
  ['HU', 'Név;Hívható;Megjegyzés', 'Iroda;06 1 234 5699;', '06 1 234 5678'],
  ['UA', 'Назва;Звʼязок;Місто', 'Офіс;044 234 56 99;', '044 234 56 78'],
];

listCases(
  'a header that names no phone, below an agency with its number',
  unnamed.map(([region, header, title, number]): ListCase => ({
    sentence: `is one: ${header}`,
    list: `${title}\n${header}\nA;${number};x\nB;+33199001202;y\n`,
    region,
    expect: { headerRow: true, called: [inCountry(region, number), '+33199001202'], mentionedLines: [1] },
  })),
);

listCases('a person with a word in place of a number, below a short first row', [
  ...['à demander', 'email', 'absent'].map((word): ListCase => ({
    sentence: `is no header: ${word}`,
    list: `Ann;+33199001201;\nBob;${word};Lyon\nEve;+33199001203;Nice\n`,
    expect: { headerRow: false, called: ['+33199001201', '+33199001203'], excludedLines: [2] },
  })),
]);

listCases('a second header line in another language', [
  {
    sentence: 'is no person: Greek and English',
    list: 'Όνομα;Τηλέφωνο;Πόλη\nName;Phone;City\nΑ;210 1234567;Αθήνα\n',
    region: 'GR',
    expect: { headerRow: true, called: ['+302101234567'], mentionedLines: [2] },
  },
  {
    sentence: 'is no person: English and Arabic',
    list: 'Name,Mobile,City\nالاسم,الجوال,المدينة\nA,0501234567,Riyadh\n',
    region: 'SA',
    expect: { headerRow: true, called: ['+966501234567'], mentionedLines: [2] },
  },
]);

/** A line below two rows of a list, told and not called. */
const footers: readonly (readonly [line: string, region: string, rows: readonly [string, string]])[] = [
  ['Kontakt: Hans Muster;022 730 21 99', 'CH', ['022 730 21 11', '022 730 21 12']],
  ['Ansprechpartner: Hans;022 730 21 99', 'CH', ['022 730 21 11', '022 730 21 12']],
  ['Rückfragen an: Frau X;022 730 21 99', 'CH', ['022 730 21 11', '022 730 21 12']],
  ['For questions call:;022 730 21 99', 'CH', ['022 730 21 11', '022 730 21 12']],
  ['Renseignements :;022 730 21 99', 'CH', ['022 730 21 11', '022 730 21 12']],
  ['Контактное лицо: А;8 495 123-45-99', 'RU', ['8 495 123-45-67', '8 495 123-45-68']],
  ['お問い合わせ：;03-3581-1299', 'JP', ['03-3581-1234', '03-3581-1235']],
  ['I alt;20123456', 'DK', ['33 12 34 56', '33 12 34 57']],
  ['Sum;41234567', 'NO', ['22 12 34 56', '22 12 34 57']],
  ['Total;81234567', 'SG', ['6734 1234', '6734 1235']],
  ['Yhteensä;401234567', 'FI', ['040 1234567', '040 1234568']],
  ['Exemple;01 42 68 53 09', 'FR', ['01 42 68 53 00', '01 42 68 53 01']],
  ['e.g. Ann Smith;020 7946 0109', 'GB', ['020 7946 0101', '020 7946 0102']],
];

listCases(
  'a line below the rows with a number that is nobody’s',
  footers.map(([line, region, rows]): ListCase => ({
    sentence: `is not called: ${line}`,
    list: `Name;Telefon\nA;${rows[0]}\nB;${rows[1]}\n${line}\n`,
    region,
    expect: {
      called: rows.map((number) => inCountry(region as CountryCode, number)),
      excludedLines: [4],
      codes: ['revox.list.totalsLine'],
    },
  })),
);

listCases('people who look like such lines', [
  {
    sentence: 'are called: a company named Total, a street in the name',
    list: 'Nom;Téléphone\nTotal;01 42 68 53 00\nSum Wong;01 42 68 53 01\n',
    region: 'FR',
    expect: { called: ['+33142685300', '+33142685301'] },
  },
]);

listCases('a second table in the same file', [
  {
    sentence: 'with fax numbers where the phones were stops the launch',
    list: 'Name;Telefon\nA;030 23125010\n\nName;Fax\nB;030 23125011\n',
    region: 'DE',
    expect: { called: [], codes: ['revox.list.otherTable'], says: [[4, /Fax/]] },
  },
  {
    sentence: 'of three columns, too',
    list: 'Nom;Tél;Ville\nA;01 42 68 53 00;x\nNom;Réf. client;Ville\nB;01 42 68 53 01;y\n',
    region: 'FR',
    expect: { called: [], codes: ['revox.list.otherTable'] },
  },
  {
    sentence: 'with the phones in the same column is called',
    list: 'Name;Telefon\nA;030 23125010\nNAME;TELEFON\nB;030 23125011\n',
    region: 'DE',
    expect: { called: ['+493023125010', '+493023125011'], excludedLines: [3] },
  },
]);

listCases('a second table with the columns in another order', [
  {
    sentence: 'in names that are not known',
    list: 'Ad;Telefon;Kimlik No\nAli;0532 123 45 67;10000000146\n\nAd;Kimlik No;Telefon\nVeli;05321234569;0532 123 45 68\n',
    region: 'TR',
    expect: { neverCalled: ['+905321234569'], codes: ['revox.list.otherTable'] },
  },
  {
    sentence: 'where somebody else is called',
    list: 'name;phone;agent phone\nAnn;01 99 00 12 01;01 99 00 12 90\nname;agent phone;phone\nEve;01 99 00 12 90;01 99 00 12 03\n',
    region: 'FR',
    expect: { called: [], codes: ['revox.list.otherTable'], mentionedLines: [3] },
  },
  {
    sentence: 'where another column refuses calls',
    list: 'Nom;Téléphone;Ville;Ne pas appeler\nAnn;01 99 00 12 01;Paris;\nNom;Téléphone;Ne pas appeler;Ville\nEve;01 99 00 12 03;oui;Lyon\n',
    region: 'FR',
    expect: { called: [], codes: ['revox.list.otherTable'], mentionedLines: [3] },
  },
  {
    sentence: 'where the country is another column',
    list: 'Name,Phone,Country,City\nAnn,+33199001201,FR,Paris\nname,phone,city,country\nUwe,0171 6783154,Berlin,DE\n',
    expect: { called: [], codes: ['revox.list.otherTable'], mentionedLines: [3] },
  },
  {
    sentence: 'but not a row with its number and a company where the phone is',
    list: 'id,phone\n7,+12125550112\n8,123 ABC COMPANY\n',
    expect: { called: ['+12125550112'], excludedLines: [3] },
  },
  {
    sentence: 'but not one with the same columns and another name for one',
    list: 'Name,Phone,Sales\nAnn,+33199001201,1\nName,Phone,Sales 2024\nBob,+33199001202,2\n',
    expect: { called: ['+33199001201', '+33199001202'], excludedLines: [3] },
  },
]);

listCases('a practice with its number above an empty line', [
  {
    sentence: 'is a title',
    list: 'Praxis Dr. Huber;01 5123456\n\nName;Telefon\nA;01 5123457\nB;01 5123458\n',
    region: 'AT',
    expect: { headerRow: true, called: ['+4315123457', '+4315123458'], mentionedLines: [1] },
  },
]);

listCases('a line of an accounting program above the header', [
  {
    sentence: 'is a title though its numbers are as long as those of phones',
    list: '"EXTF";700;16;"Debitoren";5;20260101103000000;;"RE";"";1001;10001;20260101;4\nKonto;Name;Ort;Telefon;PLZ;Bemerkung (Telefon)\n10000;"A";"B";"030 23125010";"10115";""\n',
    region: 'DE',
    expect: { headerRow: true, phoneColumn: 'Telefon', called: ['+493023125010'], mentionedLines: [1] },
  },
]);

listCases('a subtotal between the rows', [
  {
    sentence: 'is no header of another table',
    list: 'Ort;Name;Telefon\nKöln;A;0221 1234567\nSumme Köln;;1\nBonn;B;0228 123456\nSumme Bonn;;1\n',
    region: 'DE',
    expect: { called: ['+492211234567', '+49228123456'], excludedLines: [3, 5] },
  },
]);

listCases('a heading between the rows', [
  ...['Do not call:', 'Ne plus appeler', 'OPT-OUTS', 'Gesperrt', 'Blacklist', '拒绝来电'].map(
    (heading): ListCase => ({
      sentence: `under which nobody is to be called blocks the list: ${heading}`,
      list: `Name,Phone\nAnn,+12126647601\n${heading},\nBob,+12126647602\n`,
      expect: { called: [], codes: ['revox.list.refusingHeading'], says: [[3, /is a heading/]] },
    }),
  ),
  {
    sentence: 'in the column of the numbers does so, too',
    list: 'Phone,Name\n+12126647601,Ann\nDNC,\n+12126647602,Bob\n',
    expect: { called: [], codes: ['revox.list.refusingHeading'] },
  },
  {
    sentence: 'with another meaning does not',
    list: 'Name,Phone\nAnn,+12126647601\nLyon,\nBob,+12126647602\n',
    expect: { called: ['+12126647601', '+12126647602'] },
  },
  {
    sentence: 'is no note on somebody without a number',
    list: 'Name,Phone,Notes\nAnn,+12126647601,\n,,do not call\nBob,+12126647602,\n',
    expect: { called: ['+12126647601', '+12126647602'] },
  },
]);

listCases('lines of two versions that Git could not merge', [
  {
    sentence: 'call nobody: one version may have deleted a person who refused',
    list: 'phone,name\n<<<<<<< HEAD\n+33199001201,Ann\n=======\n+33199001202,Bob\n>>>>>>> other\n+33199001203,Eve\n',
    expect: { called: [], codes: ['revox.list.conflict'], excludedLines: [2, 4, 6] },
  },
  {
    sentence: 'are none where a name has such signs',
    list: 'phone,name\n+33199001201,<<<<<<< Ann\n+33199001202,>> Bob\n',
    expect: { called: ['+33199001201', '+33199001202'] },
  },
]);

listCases('a header in the middle of a list that was sorted with it', [
  {
    sentence: 'blocks the list where it names a column of refusals, which nobody would read',
    list: `${['Ann', 'Bob', 'Eve', 'Jim', 'Max'].map((name, at) => `${name};+3319900120${at};`).join('\n')}\nNom;Téléphone;Ne pas appeler\nTom;+33199001209;x\n`,
    expect: { called: [], codes: ['revox.list.otherTable'], says: [[6, /first line/]] },
  },
  {
    sentence: 'is left out where it names none',
    list: `${['Ann', 'Bob', 'Eve', 'Jim', 'Max'].map((name, at) => `${name};+3319900120${at};x`).join('\n')}\nNom;Téléphone;Ville\nTom;+33199001209;y\n`,
    expect: { neverCalled: ['+33'], mentionedLines: [6] },
  },
]);
