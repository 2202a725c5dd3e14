import assert from 'node:assert/strict';
import { namesAlike } from '../../../../src/callList/file/namesAlike.ts';

describe('suppression lists by file name', () => {
  it('are found in any case, as on a case-insensitive disk', () => {
    const there = ['people.csv', 'Suppression.CSV', 'DO-NOT-CALL.csv', 'my-suppression.csv'];
    assert.deepEqual(namesAlike(there, ['suppression.csv', 'do-not-call.csv']), [
      'DO-NOT-CALL.csv',
      'Suppression.CSV',
    ]);
  });

  it('begin with the exact name', () => {
    assert.deepEqual(namesAlike(['A.json', 'a.json'], ['a.json']), ['a.json', 'A.json']);
  });
});
