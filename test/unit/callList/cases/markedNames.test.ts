import { listCases, type ListCase } from './listCase.ts';

/** Names as people mark them in the systems that lists are exported from. */
const marked: readonly string[] = [
  'Bob Smith (Deceased 2021)',
  'BOB SMITH (DECEASED)',
  'BOB SMITH - DECEASED',
  'Bob Smith, deceased',
  'Bob Smith deceased',
  'Smith, Bob - DO NOT CALL',
  '** DNC ** Bob',
  '[DNC] Bob Smith',
  'Bob Smith -- do not contact',
  'Bob Smith // do not call',
  'Bob Smith | DNC',
  'Bob Smith / DNC',
  'Bob_DNC',
  'DNC_Bob Smith',
  'Bob Smith - asked not to be called',
  'Bob Smith (has opted out)',
  'bob smith do not call',
  'BOB SMITH DO NOT CALL',
  'Bob Smith Do Not Call',
  'Do Not Call Bob',
  'Do Not Contact - Bob Smith',
  'zz Do not call zz',
  'Mme Durand (NE PAS APPELER)',
  'Durand NE PLUS APPELER',
  'Durand - décédée',
  'Durand (défunt)',
  'Durand, décédé le 3 mai',
  'Müller (verst.)',
  'Müller (†)',
  'Müller †',
  'Müller - nicht mehr anrufen',
  'Müller NICHT ANRUFEN',
  'Müller (Werbesperre)',
  'Müller (Sperrvermerk)',
  'García (fallecido)',
  'García - NO LLAMAR',
  'García (no llamar)',
  'Rossi (deceduto)',
  'Rossi NON CHIAMARE',
  'Silva (falecido)',
  'Silva - NÃO LIGAR',
  'Jansen (overleden)',
  'Jansen - niet bellen',
  'Kowalski (zmarł)',
  'Kowalski (nie dzwonić)',
  'Svensson (avliden)',
  'Svensson - ring ej',
  'Novák (zemřel)',
  'Иванов (умер)',
  'Иванов - не звонить',
  'ИВАНОВ НЕ ЗВОНИТЬ',
  '王伟（已故）',
  '王伟 勿打',
  '山田太郎（故人）',
  '山田太郎（電話不可）',
  '김철수(사망)',
  '김철수 (전화금지)',
  'محمد علي (متوفى)',
  'Bob Smith (blocked)',
  'Bob Smith (complained - do not call)',
  'Bob Smith (lawyer, no calls)',
  'Bob Smith - no calls please',
  'Bob Smith (no phone calls)',
  'Bob Smith (wrong number)',
  'Bob Smith - WRONG NUMBER',
  'Bob Smith (refused)',
  'Bob Smith (unsubscribed)',
  'Bob Smith {dnc}',
  'Bob Smith <dnc>',
  '❌ Bob Smith',
  '🚫 Bob Smith',
  '⛔ Bob',
  'Bob Smith ☠',
  '☎️🚫 Bob',
];

listCases(
  'a name with a mark on it',
  marked.map((name): ListCase => ({
    sentence: `leaves its row out: ${name}`,
    list: `Name;Phone\n${quoted(name)};+12126647601\nAnn Smith;+12126647602\n`,
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const names: readonly string[] = [
  'Anna Stop',
  'Peter Tod',
  'Mort Sahl',
  'Dead Parrot Ltd',
  'TPS Logistics',
  'RIP Curl',
  'STOP Hunger e.V.',
  'Bob (Robert) Smith',
  'ACME - PARIS',
  'Acme - Stop & Shop',
  'BAJA FITNESS',
  'Hotel Baja (Mexico)',
  'Bob Smith (mobile)',
  'ANN MARIE SMITH',
  'Bob (widow)',
  'Bob (wife: Ann)',
  'Firma Tod & Söhne',
  'Hans Tod (Sohn)',
  'Robinson Crusoe',
  'Marie (rappeler lundi)',
  '王伟 (经理)',
  '山田 太郎（営業）',
  'Иван Иванов (менеджер)',
  'محمد علي',
  'Bob (do not call before 9)',
  'Bob - no answer',
  'Ana (Baja California)',
  'Refuse Collection Dept',
  '24/7 Locksmith',
];

listCases(
  'a name in which a word could be a mark',
  names.map((name): ListCase => ({
    sentence: `is a name: ${name}`,
    list: `Name;Phone\n${quoted(name)};+12126647601\nAnn Smith;+12126647602\n`,
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
);

const headers =
  'Type|Category|Priority|Source|Job title|City|Email|Owner|Phone 2|Last call|Other|Reply|Call|Date'.split(
    '|',
  );

listCases(
  'a cell that says nothing but a refusal',
  headers.flatMap((header) =>
    ['Do not call', 'DNC', 'Deceased', 'Ne pas appeler', 'verstorben', '已故'].map((cell): ListCase => ({
      sentence: `leaves its row out, whatever the column is about: ${header}, ${cell}`,
      list: `Phone;Name;${header}\n+12126647601;Bob;${cell}\n+12126647602;Ann;\n`,
      expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
    })),
  ),
);

listCases('a mark on a name', [
  {
    sentence: 'counts in a list without a header',
    list: '+12126647601;Bob (deceased)\n+12126647602;Ann\n',
    expect: { called: ['+12126647602'], excludedLines: [1] },
  },
  {
    sentence: 'counts below “last”',
    list: 'first,last,phone\nBob,Smith - DECEASED,+12126647601\nAnn,Kim,+12126647602\n',
    expect: { called: ['+12126647602'], excludedLines: [2] },
  },
  {
    sentence: 'counts in each of two names, and on a company',
    list: 'First name;Surname;Company;Phone\nBob;Smith (DNC);;+12126647601\nAnn;Kim;Acme - DO NOT CALL;+12126647602\n',
    expect: { called: [], excludedLines: [2, 3] },
  },
]);

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
