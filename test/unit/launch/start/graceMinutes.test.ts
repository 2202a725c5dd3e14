import assert from 'node:assert/strict';
import { strictestGraceMinutes } from '../../../../src/launch/start/graceMinutes.ts';

describe('the minutes in which a start can be cancelled', () => {
  const cases: readonly (readonly [user: unknown, workspace: unknown, folder: unknown, minutes: number])[] = [
    [undefined, undefined, undefined, 5],
    [undefined, 1, undefined, 5],
    [undefined, 0, 0, 5],
    [10, 1, 2, 10],
    [10, 20, undefined, 20],
    [10, undefined, 30, 30],
    [0, 20, 20, 0],
    [2, undefined, undefined, 2],
    [1_000, undefined, undefined, 60],
    [-3, undefined, undefined, 0],
    ['7', NaN, null, 5],
  ];
  for (const [user, workspace, folder, minutes] of cases) {
    it(`are ${minutes} where ${JSON.stringify([user, workspace, folder])} is set by user, workspace and folder`, () => {
      assert.equal(strictestGraceMinutes({ user, workspace, folder }), minutes);
    });
  }
});
