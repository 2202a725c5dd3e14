import assert from 'node:assert/strict';
import { statisticsSchema } from '../../../src/api/schemas/statisticsSchema.ts';
import { report } from '../../../src/insights/campaignReport.ts';
import { usualThreshold } from '../../../src/insights/funnel.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import {
  compareCounts,
  differenceNotes,
  revoxCounts,
  sumCounts,
  type RevoxCounts,
} from '../../../src/insights/revoxCounts.ts';
import statistics from '../../fixtures/api/statistics.json';
import { attempt, person } from './support/people.ts';

function reportOf(...people: readonly PersonFacts[]) {
  return report(people, {
    threshold: usualThreshold,
    goal: undefined,
    firstAttemptsOnly: false,
    fields: [],
    zoneOf: () => undefined,
  });
}

const counts: RevoxCounts = {
  source: 'statistics',
  imported: 3,
  called: 2,
  reached: 1,
  conversations: 1,
  hotLeads: 0,
  outcomes: [{ outcome: 'not_interested', label: 'Not interested', count: 1 }],
};

describe('the service’s own counts', () => {
  it('are its statistics, as the API documents them', () => {
    const found = revoxCounts({}, statisticsSchema.parse(statistics.statistics));
    assert.equal(found?.source, 'statistics');
    assert.deepEqual(
      found.outcomes.map(({ outcome, count }) => [outcome, count]),
      statistics.statistics.outcome_breakdown.map(({ outcome, count }) => [outcome, count]),
    );
    assert.equal(found.called, statistics.statistics.funnel.called.count);
  });

  it('are the campaign’s short counts where there are no statistics', () => {
    const found = revoxCounts({ funnel_stats: { total_leads: 9, talked_to_human: 4, hot: 2 } }, undefined);
    assert.deepEqual(
      [found?.source, found?.imported, found?.called, found?.reached, found?.hotLeads],
      ['funnel_stats', 9, undefined, 4, 2],
    );
  });

  it('are absent where the service reports none', () => {
    assert.equal(revoxCounts({}, undefined), undefined);
    assert.equal(sumCounts([]), undefined);
  });

  it('are beside ours, with outcomes by value and not by label', () => {
    const call = {
      id: 'c',
      status: 'completed',
      outcome: 'not_interested',
      call_attempts: [attempt(0, { result: 'human' })],
    };
    const found = reportOf(person('completed', [], { row: { call } }), person('completed', [attempt(0)]));
    assert.deepEqual(compareCounts(counts, found), [
      { label: 'On the list', ours: 2, revox: 3 },
      { label: 'Called', ours: 2, revox: 2 },
      { label: 'Reached a person', ours: 1, revox: 1 },
      { label: 'Real conversation', ours: 0, revox: 1 },
      { label: 'Hot leads', ours: undefined, revox: 0 },
      { label: 'Outcome: Not interested', ours: 1, revox: 1 },
    ]);
  });

  it('add up over campaigns, except counts that one of them lacks', () => {
    const other: RevoxCounts = { ...counts, source: 'funnel_stats', called: undefined, reached: 5 };
    const sum = sumCounts([counts, other]);
    assert.deepEqual([sum?.source, sum?.called, sum?.reached], ['funnel_stats', undefined, 6]);
    assert.deepEqual(sum?.outcomes, [{ outcome: 'not_interested', label: 'Not interested', count: 2 }]);
  });

  it('have a reason for a difference', () => {
    const twice = { row: { phone_number: '+12125550100' } };
    const found = reportOf(person('scheduled', [], twice), person('completed', [attempt(0)], twice));
    const notes = differenceNotes(counts, found).join('\n');
    assert.match(notes, /^1 row repeats the number of another row/m);
    assert.match(notes, /1 person may still be called/);
    assert.match(notes, /thresholds/);
  });

  it('have no reason where they agree and no call is open', () => {
    const agreeing: RevoxCounts = {
      ...counts,
      imported: 1,
      called: 1,
      reached: 0,
      conversations: undefined,
      outcomes: [],
    };
    assert.equal(differenceNotes(agreeing, reportOf(person('completed', [attempt(0)]))).length, 1);
  });
});
