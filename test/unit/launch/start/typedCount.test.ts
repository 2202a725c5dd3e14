import assert from 'node:assert/strict';
import { isTypedCount } from '../../../../src/launch/start/typedCount.ts';

describe('a number of people that is typed to call them', () => {
  for (const text of ['7412', ' 7412 ', '7,412', '7.412', '7 412', '7\u202f412', '7’412']) {
    it(`takes ${JSON.stringify(text)}`, () => assert.equal(isTypedCount(text, 7412), true));
  }
  for (const text of [
    '',
    '7',
    '741',
    '74120',
    '07412',
    '7412 people',
    '74,12',
    '7,4,1,2',
    '7.412,0',
    'yes',
  ]) {
    it(`does not take ${JSON.stringify(text)}`, () => assert.equal(isTypedCount(text, 7412), false));
  }
  it('takes more than one group', () => {
    assert.equal(isTypedCount('1,234,567', 1_234_567), true);
    assert.equal(isTypedCount('1,234567', 1_234_567), false);
  });
});
