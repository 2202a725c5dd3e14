import { listCases, type ListCase } from './listCase.ts';

/** Cells with a number that cannot be read, or with several. */
const unread: readonly (readonly [region: string, cell: string, second: string, third: string])[] = [
  ['FR', '0612345678 0712345678', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '06.12.34.56.78/07.12.34.56.78', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '06 12 34 XX XX', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '06 1O 34 56 78', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', 'tél. 0612345678-0712345678', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '+33612345678+33712345678', '01 99 00 12 02', '01 99 00 12 03'],
  ['TR', '0532 123 45 67 / 0532 123 45 69 cep', '0532 123 45 68', '0532 123 45 60'],
  ['PL', '512 345 678 - 22 123 45 67 dom', '512 345 679', '512 345 670'],
  ['FR', 'ann@example.com', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '12/11/2026', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '#N/A', '01 99 00 12 02', '01 99 00 12 03'],
  ['FR', '12,50', '01 99 00 12 02', '01 99 00 12 03'],
  ['GR', 'δεν έχει', '691 234 5678', '691 234 5679'],
  ['GR', '691 234 ** **', '691 234 5678', '691 234 5679'],
  ['IN', '९८७६५-४३२१० ९८७६५-४३२११', '98765 43212', '98765 43213'],
];

listCases(
  'the first person of a list without a header, with a number that cannot be read',
  unread.map(([region, cell, second, third]): ListCase => ({
    sentence: `is mentioned: ${cell}`,
    list: `Ann;${cell};Paris\nBob;${second};Lyon\nEve;${third};Lille\n`,
    region,
    expect: { headerRow: false, excludedLines: [1] },
  })),
);

listCases('a header with digits in its names', [
  {
    sentence: 'is one: years',
    list: 'Nom;Effectif 2025/2026;Contact 2025/2026\nAnn;12;01 99 00 12 01\nBob;13;01 99 00 12 02\n',
    region: 'FR',
    expect: { headerRow: true, called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'is one: how many digits are asked for',
    list: 'Nom;Téléphone (10 chiffres, 0601 à 0799)\nAnn;01 99 00 12 01\nBob;01 99 00 12 02\n',
    region: 'FR',
    expect: { neverCalled: [], mayCall: ['+33199001201', '+33199001202'], mentionedLines: [] },
  },
]);

listCases('numbers above a header', [
  {
    sentence: 'in a line as wide as the header, all of whose names are known: an agency',
    list: 'Agence;01 99 00 12 99;Paris;75011\nNom;Téléphone;Ville;Code postal\nAnn;01 99 00 12 01;Paris;75011\nBob;01 99 00 12 02;Lyon;69001\n',
    region: 'FR',
    expect: {
      headerRow: true,
      phoneColumn: 'Téléphone',
      called: ['+33199001201', '+33199001202'],
      mentionedLines: [1],
    },
  },
  {
    sentence: 'above an empty line, and more than the people below it',
    list: 'Φαρμακείο;210 3456799\nFax;210 3456798\nΚινητό;691 234 5699\n\nΌνομα;Τηλέφωνο\nΑ;210 3456789\nΒ;210 3456788\n',
    region: 'GR',
    expect: {
      headerRow: true,
      called: ['+302103456789', '+302103456788'],
      mentionedLines: [1, 2, 3],
    },
  },
  {
    sentence: 'in many sentences',
    list: `${Array.from({ length: 8 }, (_, at) => `Note ${at + 1}: please call +33 1 99 00 12 9${at} for help;`).join('\n')}\nphone;name\n${Array.from({ length: 12 }, (_, at) => `+331990012${at + 10};Ann`).join('\n')}\n`,
    expect: {
      headerRow: true,
      phoneColumn: 'phone',
      called: Array.from({ length: 12 }, (_, at) => `+331990012${at + 10}`),
      mentionedLines: [1, 2, 8],
    },
  },
  {
    sentence: 'in a list of one column: people, whatever a later line says',
    list: `${Array.from({ length: 6 }, (_, at) => `Ann Smith of Lyon +33 1 99 00 12 0${at}`).join('\n')}\nTelephone\n+33 1 99 00 12 09\n`,
    expect: { headerRow: false, mentionedLines: [1, 2, 3, 4, 5, 6] },
  },
]);

/** Templates show how to write a number. */
const examples: readonly (readonly [header: string, optOut: string])[] = [
  ['Phone (e.g. +33199001299)', 'Do not call'],
  ['Telefon (örn. +33199001299)', 'Aranmasın'],
  ['Telefon (np. +33199001299)', 'Nie dzwonić'],
  ['Téléphone, ex. : +33 1 99 00 12 99', 'Ne pas appeler'],
  ['Telefon z. B. +33 1 99 00 12 99', 'Nicht anrufen'],
  ['電話番号（例：+33199001299）', '電話しないで'],
];

listCases(
  'a header with an example of a number',
  examples.map(([header, optOut]): ListCase => ({
    sentence: `is one, so that refusals are read: ${header}`,
    list: `A\t${header}\t${optOut}\nAnn\t+33199001201\tx\nBob\t+33199001202\t\n`,
    expect: { headerRow: true, phoneColumn: header, called: ['+33199001202'], excludedLines: [2] },
  })),
);

listCases('a person whose number has a label', [
  ...['Mobile +33199001201', 'Tel. +33199001201 ex. 12', 'Phone: +33199001201'].map((cell): ListCase => ({
    sentence: `is no header: ${cell}`,
    list: `Ann;${cell};Paris\nBob;+33199001202;Lyon\nEve;+33199001203;Nice\n`,
    expect: { headerRow: false, mayCall: ['+33199001201', '+33199001202', '+33199001203'] },
  })),
]);
