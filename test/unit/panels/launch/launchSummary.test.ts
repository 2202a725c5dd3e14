import assert from 'node:assert/strict';
import type { Start } from '../../../../src/launch/draft/campaignSpec.ts';
import { summaryText } from '../../../../src/panels/launch/launchSummary.ts';

describe('the summary of the launch sheet for a trial', () => {
  const cases: readonly (readonly [string, number, Start | undefined, string])[] = [
    [
      'of some contacts',
      50,
      { kind: 'pilot', size: 10, pick: 'sample' },
      'Creates a campaign for 50 people. 10 of them are called by Emma as soon as their calling hours allow. ' +
        'The others wait until you launch them.',
    ],
    [
      'of one contact',
      50,
      { kind: 'pilot', size: 1, pick: 'first' },
      'Creates a campaign for 50 people. 1 of them is called by Emma as soon as their calling hours allow. ' +
        'The others wait until you launch them.',
    ],
    [
      'of more contacts than there are',
      9,
      { kind: 'pilot', size: 10, pick: 'sample' },
      'Creates a campaign for 9 people. All are called by Emma as soon as their calling hours allow.',
    ],
    ['whose size is not valid', 9, undefined, 'Creates a campaign for 9 people.'],
  ];
  for (const [what, ready, start, expected] of cases) {
    it(`${what} is true`, () => {
      const facts = { ready, assistant: 'Emma', kind: 'pilot', start, inSteps: true, nowMs: 0 } as const;
      assert.equal(summaryText(facts), expected);
    });
  }
});
