import assert from 'node:assert/strict';
import { withoutPauses } from '../../../src/callList/pace.ts';
import { compareReports, listOverlap, differenceWords } from '../../../src/insights/comparison.ts';
import { usualThreshold } from '../../../src/insights/funnel.ts';
import { report } from '../../../src/insights/campaignReport.ts';
import { attempt, person } from './support/people.ts';

const human = { result: 'human', ended_by: 'agent' } as const;

/** A finished campaign in which so many of so many were reached. */
function campaign(reached: number, of: number) {
  const people = Array.from({ length: of }, (_, at) =>
    person('completed', [attempt(0, at < reached ? human : {})]),
  );
  return report(people, {
    threshold: usualThreshold,
    goal: undefined,
    firstAttemptsOnly: false,
    fields: [],
    zoneOf: () => 'Europe/Paris',
  });
}

describe('two campaigns side by side', () => {
  const cases: [one: [number, number], other: [number, number], verdict: string][] = [
    [[56, 70], [48, 80], 'The first is higher'],
    [[48, 80], [56, 70], 'The second is higher'],
    [[5, 10], [4, 10], 'Not enough data to tell'],
    [[500, 2000], [505, 2000], 'No meaningful difference'],
    [[0, 0], [4, 10], 'Nothing to compare yet'],
  ];
  for (const [one, other, verdict] of cases) {
    it(`${one.join('/')} and ${other.join('/')} reached: ${verdict}`, () => {
      const lines = compareReports(campaign(...one), campaign(...other));
      assert.equal(lines.find(({ label }) => label === 'Reached a person')?.verdict, verdict);
    });
  }

  it('has no statement where there is no data', () => {
    assert.equal(differenceWords(undefined), 'Nothing to compare yet');
  });

  it('says how many people are in both lists', () => {
    const people = (...numbers: readonly string[]) =>
      numbers.map((phone_number) => person('', [], { row: { phone_number } }));
    const overlap = withoutPauses(listOverlap(people('a', 'b', 'b'), people('b', 'c', 'd')));
    assert.deepEqual(overlap, { one: 2, other: 3, both: 1 });
  });
});
