import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { sameContacts } from '../../../src/callList/sameContacts.ts';

describe('a list that was saved again while the steps were answered', () => {
  const before = 'phone,name\n+33199001201,Zoé\n+33199001202,Léa\n';

  const cases: [what: string, after: string, same: boolean][] = [
    ['other line ends', before.replaceAll('\n', '\r\n'), true],
    ['a byte order mark', `\ufeff${before}`, true],
    ['another number', before.replace('1202', '1203'), false],
    ['another name', before.replace('Léa', 'Lia'), false],
    ['another order', 'phone,name\n+33199001202,Léa\n+33199001201,Zoé\n', false],
    ['one row more', `${before}+33199001203,Max\n`, false],
    ['one row less', before.slice(0, before.indexOf('+33199001202')), false],
  ];
  for (const [what, after, same] of cases) {
    it(`${same ? 'calls the same people' : 'is another list'}: ${what}`, async () =>
      assert.equal(sameContacts(await checkCallList(after), await checkCallList(before)), same));
  }
});
