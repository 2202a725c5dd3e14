import assert from 'node:assert/strict';
import { isTypedCount } from '../../../../src/launch/start/typedCount.ts';

describe('the number of people that is typed to confirm', () => {
  for (const text of ['7412', ' 7412 ', '7,412', '7.412', '7 412', '7\u202f412', '7’412']) {
    it(`accepts ${JSON.stringify(text)}`, () => assert.equal(isTypedCount(text, 7412), true));
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
    it(`rejects ${JSON.stringify(text)}`, () => assert.equal(isTypedCount(text, 7412), false));
  }
  it('accepts several groups of digits', () => {
    assert.equal(isTypedCount('1,234,567', 1_234_567), true);
    assert.equal(isTypedCount('1,234567', 1_234_567), false);
  });
});
