import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { greetingText, wholeLines } from '../../../src/editor/greetingText.ts';

const greet = async (text: string, isWhole = true) => greetingText(await checkCallList(text), isWhole);

describe('the code lens above a CSV that was not checked', () => {
  const greeted: [what: string, text: string, title: string][] = [
    ['a list', 'phone,name\n+33199001201,Ann\n+3312,Bob\n\n', '2 rows, 1 can be called'],
    ['one row', 'phone,name\n+33199001201,Ann\n', '1 row, 1 can be called'],
    [
      'numbers that lack a country',
      'Mobile;Nom\n06 12 34 56 78;Ann\n06 12 34 56 79;Bob\n',
      '2 rows, 0 can be called',
    ],
  ];
  for (const [what, text, title] of greeted) {
    it(`counts the rows of ${what}`, async () => assert.equal(await greet(text), title));
  }

  it('says that it has read only the beginning', async () =>
    assert.equal(await greet('phone\n+33199001201\n', false), 'First 1 row: 1 can be called'));

  const ignored: [what: string, text: string][] = [
    ['a price list', 'article,price\nchair,12.50\ntable,120.00\n'],
    ['measurements', 'time,value\n2026-11-01T10:00:00Z,17.5\n2026-11-01T11:00:00Z,18.5\n'],
    ['a header alone', 'phone,name\n'],
    ['a phone column that is nearly empty', 'phone,name\n+33199001201,Ann\n,Bob\n,Cid\n'],
  ];
  for (const [what, text] of ignored) {
    it(`is absent above ${what}`, async () => assert.equal(await greet(text), undefined));
  }

  it('does not count a row that was cut off', () => {
    assert.equal(wholeLines('phone\n+331990012'), 'phone\n');
    assert.equal(wholeLines('phone'), 'phone');
  });
});
