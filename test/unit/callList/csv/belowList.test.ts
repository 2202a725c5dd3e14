import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';

describe('a line below the list', () => {
  const below = [
    'TOTAL,,1240',
    'Total,2,"1 240,00 €"',
    'Grand total,,12',
    'Total: 2',
    'Sous-total;12'.replace(';', ',,'),
    'Summe,,12 EUR',
    ',,TOTAL 12',
    'TOTAL,,,,1 240',
    'Total général,,',
    '2 rows,,',
    '2 contacts exported,,',
    'Exported on 12/11/2026 by Zoé,,',
    'Page 1 of 1,,',
    '© 2026 Lumen,,',
  ];
  for (const line of below) {
    it(`“${line}” is not called and not reported as an invalid number`, async () => {
      const list = await checkCallList(
        `phone,name,amount\n+33199001201,Zoé,1\n+33199001202,Léa,2\n${line}\n`,
      );
      assert.deepEqual(
        list.problems.map(({ code, line }) => [code, line]),
        [['revox.list.totalsLine', 4]],
      );
      assert.deepEqual([list.counts.read, list.counts.ready, list.counts.excluded.noNumber], [3, 2, 1]);
    });
  }

  it('a person or company with such a name is called', async () => {
    const list = await checkCallList('name,phone\nTotal,+33199001201\nSomme,+33199001202\n');
    assert.deepEqual([list.counts.ready, list.problems.length], [2, 0]);
  });

  const people: [row: string, code: string][] = [
    ['Total,Paris,12345', 'revox.phone.shortCode'],
    ['Totaline,,', 'revox.phone.missing'],
    ['Nombre,Zoé,', 'revox.phone.missing'],
    ['Sum Ting,,', 'revox.phone.missing'],
    ['Page,,', 'revox.phone.missing'],
    ['112 Motors,,', 'revox.phone.missing'],
  ];
  for (const [row, code] of people) {
    it(`“${row}” is a row whose number is missing or wrong`, async () => {
      const list = await checkCallList(`name,city,phone\nZoé,Paris,+33199001201\n${row}\n`);
      assert.deepEqual(
        list.problems.map((problem) => problem.code),
        [code],
      );
    });
  }
});

describe('lines above the header of a list', () => {
  it('are titles, however many, and each is reported', async () => {
    const text = 'Export CRM;;\nZoé Durand, 12/11/2026;;\n;;\nphone;name;city\n+33199001201;Zoé;Paris\n';
    const list = await checkCallList(text);
    assert.deepEqual(
      list.problems.map(({ code, line }) => `${line} ${code}`),
      ['1 revox.list.titleLines', '2 revox.list.titleLines'],
    );
    assert.deepEqual([list.dialect.headerLine, list.counts.ready], [4, 1]);
  });
});
