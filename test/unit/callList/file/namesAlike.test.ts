import assert from 'node:assert/strict';
import { namesAlike } from '../../../../src/callList/file/namesAlike.ts';

describe('files that count by their name', () => {
  it('count in any case, as a disk that knows no case has them', () => {
    const there = ['people.csv', 'Suppression.CSV', 'DO-NOT-CALL.csv', 'my-suppression.csv'];
    assert.deepEqual(namesAlike(there, ['suppression.csv', 'do-not-call.csv']), [
      'DO-NOT-CALL.csv',
      'Suppression.CSV',
    ]);
  });

  it('come with the very name first', () => {
    assert.deepEqual(namesAlike(['A.json', 'a.json'], ['a.json']), ['a.json', 'A.json']);
  });
});
