import { listCases, type ListCase } from './listCase.ts';

/** Whether a person accepts calls, with the yes and the no of each language. */
const headers: readonly (readonly [header: string, yes: string, no: string])[] = [
  ['Accepts calls', 'Yes', 'No'],
  ['Accepte les appels', 'Oui', 'Non'],
  ['Nimmt Anrufe an', 'Ja', 'Nein'],
  ['Acepta llamadas', 'Sí', 'No'],
  ['Aceita chamadas', 'Sim', 'Não'],
  ['Accetta chiamate', 'Sì', 'No'],
  ['Accepteert telefoontjes', 'Ja', 'Nee'],
  ['Akceptuje połączenia', 'Tak', 'Nie'],
  ['Přijímá hovory', 'Ano', 'Ne'],
  ['Telefonálható', 'Igen', 'Nem'],
  ['Puhelut sallittu', 'Kyllä', 'Ei'],
  ['Chấp nhận cuộc gọi', 'Có', 'Không'],
  ['Menerima panggilan', 'Ya', 'Tidak'],
  ['يقبل المكالمات', 'نعم', 'لا'],
  ['Δέχεται κλήσεις', 'Ναι', 'Όχι'],
  ['Приймає дзвінки', 'Так', 'Ні'],
  ['Принимает звонки', 'Да', 'Нет'],
];

listCases(
  'a column that says whether a person accepts calls',
  headers.map(([header, yes, no]): ListCase => ({
    sentence: `is heeded: ${header}`,
    list: `Name;Phone;${header}\nAnn;+33199001201;${no}\nBob;+33199001202;${yes}\n`,
    expect: { called: ['+33199001202'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

listCases('a column that counts or dates calls', [
  ...[
    ['Número de chamadas', '0', '1'],
    ['Ostatnie połączenie', '2026-01-01', ''],
    ['Puhelut', '0', '3'],
    ['Hovory', '0', '2'],
  ].map(([header = '', one = '', other = '']): ListCase => ({
    sentence: `leaves nobody out: ${header}`,
    list: `Name;Phone;${header}\nAnn;+33199001201;${one}\nBob;+33199001202;${other}\n`,
    expect: { called: ['+33199001201', '+33199001202'] },
  })),
]);
