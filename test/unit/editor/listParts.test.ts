import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { partsByCountry, partsByZone } from '../../../src/editor/listParts.ts';

describe('a list in parts', () => {
  const lines = (...rows: string[]) => `phone,name\n${rows.join('\n')}\n`;
  const text = lines(
    '+14155550112,California',
    '+12125550112,New York',
    '+33199001201,Paris',
    '+12125550113,New York again',
  );
  const names = (parts: ReturnType<typeof partsByZone>) =>
    parts.map(({ name, contacts }) => [name, contacts.map(({ line }) => line)]);

  it('has one part per time zone: area codes tell it where a country has several', async () => {
    assert.deepEqual(names(partsByZone(await checkCallList(text))), [
      ['America/New_York', [3, 5]],
      ['America/Los_Angeles', [2]],
      ['by country', [4]],
    ]);
  });

  it('has one part per country, the largest first', async () => {
    assert.deepEqual(names(partsByCountry(await checkCallList(text))), [
      ['United States', [2, 3, 5]],
      ['France', [4]],
    ]);
  });

  it('has one part where every country has one time zone', async () => {
    assert.equal(partsByZone(await checkCallList(lines('+33199001201,A', '+34910000001,B'))).length, 1);
  });
});
