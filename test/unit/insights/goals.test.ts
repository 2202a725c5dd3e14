import assert from 'node:assert/strict';
import { report } from '../../../src/insights/campaignReport.ts';
import { usualThreshold, type Goal } from '../../../src/insights/funnel.ts';
import { goalId, offeredGoals, readGoal } from '../../../src/insights/goals.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { attempt, person } from './support/people.ts';

/** Somebody who was reached, with an outcome of the service and values that the assistant extracted. */
function reached(outcome?: string, structured_output?: Record<string, unknown>): PersonFacts {
  const talked = attempt(0, { result: 'human', ...(structured_output && { structured_output }) });
  const call = { id: 'call', status: 'completed', call_attempts: [talked], ...(outcome && { outcome }) };
  return person('completed', [], { row: { call } });
}

function goalsOf(...people: readonly PersonFacts[]): readonly Goal[] {
  const options = { threshold: usualThreshold, goal: undefined, firstAttemptsOnly: false, fields: [] };
  return offeredGoals(report(people, { ...options, zoneOf: () => undefined })).map(({ goal }) => goal);
}

describe('goals that a report offers', () => {
  it('are the outcomes and the values of the structured output', () => {
    assert.deepEqual(goalsOf(reached('interested', { size: 3, ok: false }), reached('a/b "c"')), [
      { kind: 'outcome', value: 'a/b "c"' },
      { kind: 'outcome', value: 'interested' },
      { kind: 'field', name: 'size', value: 3 },
      { kind: 'field', name: 'ok', value: false },
    ]);
  });

  it('exclude long texts and ranges of numbers, and are absent where nobody was reached', () => {
    assert.deepEqual(goalsOf(reached(undefined, { note: 'x'.repeat(61) })), []);
    const sizes = Array.from({ length: 30 }, (_, size) => reached(undefined, { size }));
    assert.deepEqual(goalsOf(...sizes), []);
    assert.deepEqual(goalsOf(person('scheduled')), []);
    assert.deepEqual(goalsOf(), []);
  });

  const goals: readonly Goal[] = [
    { kind: 'outcome', value: '' },
    { kind: 'outcome', value: '["outcome"]' },
    { kind: 'field', name: 'a"b', value: 'x/y' },
    { kind: 'field', name: '', value: 0 },
    { kind: 'field', name: '__proto__', value: true },
  ];
  for (const goal of goals) {
    it(`are stored: ${JSON.stringify(goal)}`, () => assert.deepEqual(readGoal(goalId(goal)), goal));
  }

  const others = [
    '',
    'x',
    '{}',
    'null',
    '[]',
    '["outcome"]',
    '["outcome",1]',
    '["field","a"]',
    '["field","a",null]',
  ];
  for (const text of others) {
    it(`are not read from ${JSON.stringify(text)}`, () => assert.equal(readGoal(text), undefined));
  }
});
