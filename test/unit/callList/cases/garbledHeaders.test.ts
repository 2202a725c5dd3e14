import { readAs } from '../../../../src/callList/file/otherEncoding.ts';
import { listCases, type ListCase } from './listCase.ts';

/** UTF-8 read in another encoding and saved again, as a program that does not ask does it. */
function garble(text: string, encoding: string): string {
  return readAs(new TextEncoder().encode(text), encoding);
}

/** Headers of refusals, and the encodings that their UTF-8 was read in. */
const refusals: readonly (readonly [header: string, encoding: string])[] = [
  ['Désinscrit', 'windows-1252'],
  ['Ne pas démarcher', 'windows-1252'],
  ['Nie dzwonić', 'windows-1252'],
  ['Nie dzwonić', 'windows-1250'],
  ['Não ligar', 'windows-1252'],
  ['Не звонить', 'windows-1251'],
  ['Не турбувати', 'windows-1251'],
];

listCases(
  'a refusal below a garbled header',
  refusals.map(([header, encoding]): ListCase => ({
    sentence: `is heeded: ${header} read in ${encoding}`,
    list: `Nom;Phone;${garble(header, encoding)}\nAnn;+33199001201;1\nBob;+33199001202;\n`,
    expect: { called: ['+33199001202'], excludedLines: [2] },
  })),
);

/** Remarks and statuses that refuse calls. */
const remarks: readonly (readonly [header: string, remark: string])[] = [
  ['備考', '電話しないでください'],
  ['Uwagi', 'Proszę nie dzwonić'],
  ['Statut', 'Désinscrit'],
  ['Aceita ligações', 'Não'],
];

listCases(
  'a garbled refusal',
  remarks.map(([header, remark]): ListCase => ({
    sentence: `is heeded: ${remark}`,
    list: `Nom;Phone;${garble(header, 'windows-1252')}\nAnn;+33199001201;${garble(remark, 'windows-1252')}\nBob;+33199001202;ok\n`,
    expect: { called: ['+33199001202'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

/** Headers of fax and phone, of which a person reads neither once they are garbled. */
const pairs: readonly (readonly [fax: string, phone: string, encoding: string])[] = [
  ['פקס', 'טלפון', 'windows-1252'],
  ['Факс', 'Телефон', 'windows-1251'],
  ['Факс', 'Телефон', 'windows-1252'],
  ['Φαξ', 'Τηλέφωνο', 'windows-1252'],
  ['โทรสาร', 'โทรศัพท์', 'windows-1252'],
];

listCases(
  'a fax below a garbled header',
  pairs.map(([fax, phone, encoding]): ListCase => ({
    sentence: `is not called: ${fax} read in ${encoding}`,
    list: `${['Nom', fax, phone].map((one) => garble(one, encoding)).join(';')}\nAnn;+33199001291;+33199001201\nBob;+33199001292;+33199001202\n`,
    expect: { mayCall: ['+33199001201', '+33199001202'] },
  })),
);

listCases('a header that only looks garbled', [
  {
    sentence: 'is read as it is written',
    list: 'МАРЧÉ…;Рівне;Телефон\nА;Б;+33199001201\nВ;Г;+33199001202\n',
    expect: { phoneColumn: 'Телефон', called: ['+33199001201', '+33199001202'] },
  },
]);
