import assert from 'node:assert/strict';
import { suggestedName } from '../../../../src/launch/draft/suggestedName.ts';

describe('the name that a campaign is offered', () => {
  const cases: readonly (readonly [file: string, taken: readonly string[], name: string])[] = [
    ['call-list.csv', [], 'call-list'],
    ['call-list.csv', ['call-list'], 'call-list 2'],
    ['call-list.csv', ['call-list', 'call-list 2', 'call-list 4'], 'call-list 3'],
    ['call-list.csv', ['Call-List'], 'call-list'],
    ['list.of.march.csv', [], 'list.of.march'],
    ['list', [], 'list'],
    ['.csv', [], 'Campaign'],
    ['.csv', ['Campaign'], 'Campaign 2'],
  ];
  for (const [file, taken, name] of cases) {
    it(`is “${name}” for ${file}${taken.length === 0 ? '' : ` beside ${taken.join(', ')}`}`, () => {
      assert.equal(
        suggestedName(
          file,
          taken.map((other) => ({ name: other })),
        ),
        name,
      );
    });
  }
});
