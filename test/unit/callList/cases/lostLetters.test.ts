import { listCases, type ListCase } from './listCase.ts';

/** What a program made of letters that an encoding does not have. */
const signs = ['\ufffd', '?', '??'];

/** Headers of refusals, `_` in place of each lost letter. */
const headers = [
  'D_sinscrit',
  'D_sabonn_',
  'Ne pas d_marcher',
  'NE PAS D_MARCHER',
  'Nie dzwoni_',
  'Zgoda cofni_ta',
  'N_o ligar',
  'M_chte nicht angerufen werden',
  'Vill inte bli uppringd p_ n_got s_tt',
];

listCases(
  'a refusal below a header that lost letters',
  headers.flatMap((header) =>
    signs.map((sign): ListCase => {
      const written = header.replaceAll('_', sign);
      return {
        sentence: `is heeded: ${written}`,
        list: `Name;Phone;${written}\nAnn;+33199001201;1\nBob;+33199001202;\n`,
        expect: { called: ['+33199001202'], excludedLines: [2] },
      };
    }),
  ),
);

const cells: readonly (readonly [header: string, refusing: string, other: string])[] = [
  ['Statut', 'D_sinscrit', 'Actif'],
  ['Remarque', 'Ne souhaite pas _tre d_march_', 'Int_ress_'],
  ['Uwagi', 'prosz_ nie dzwoni_', 'dzwoni_ rano'],
  ['Aceita ligações', 'N_o', 'Sim'],
  ['Bemerkung', 'M_chte nicht angerufen werden', 'Gerne f_r R_ckruf'],
];

listCases(
  'a refusal that lost letters',
  cells.flatMap(([header, refusing, other]) =>
    ['\ufffd', '?'].map((sign): ListCase => {
      const [refused, called] = [refusing, other].map((text) => text.replaceAll('_', sign));
      return {
        sentence: `is heeded: ${refused ?? ''}`,
        list: `Name;Phone;${header}\nAnn;+33199001201;${refused ?? ''}\nBob;+33199001202;${called ?? ''}\n`,
        expect: { called: ['+33199001202'], excludedLines: [2] },
      };
    }),
  ),
);

listCases('headers and cells with a question mark that lost nothing', [
  {
    sentence: 'mean what they say: an order to call',
    list: 'Name;Phone;Call?\nAnn;+33199001201;1\nBob;+33199001202;\n',
    expect: { called: ['+33199001201'], excludedLines: [3] },
  },
  {
    sentence: 'mean what they say: doubts',
    list: 'Name;Phone;Note\nAnn;+33199001201;Callback Friday?\nBob;+33199001202;Interested?\n',
    expect: { called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'mean what they say: a first name without its accent',
    list: 'Nom;Phone;Pr\ufffdnom\nAnn;+33199001201;Zo\ufffd\nBob;+33199001202;Andr\ufffd\n',
    expect: { called: ['+33199001201', '+33199001202'] },
  },
]);

listCases('a fax below a header that lost letters', [
  {
    sentence: 'is not called',
    list: 'Nom;T?l?copie\nA;+33199001291\nB;+33199001292\n',
    expect: { phoneColumn: null, called: [], says: [/fax/] },
  },
]);
