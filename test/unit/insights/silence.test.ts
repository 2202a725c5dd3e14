import assert from 'node:assert/strict';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { silentFor } from '../../../src/insights/silence.ts';
import { UnchangedCounts } from '../../../src/insights/unchangedCounts.ts';
import { campaign, noonMs, rowStats } from '../support/campaigns.ts';
import { attempt, mondayNoonMs, person } from './support/people.ts';

const hourMs = 3_600_000;

/** Monday at noon in Paris is two hours into the usual calling hours, 10:00 to 18:00. */
function silent(people: readonly PersonFacts[], nowMs = mondayNoonMs, minutes = 30) {
  return silentFor({ people, rules: undefined, zoneOf: () => 'Europe/Paris', nowMs, minutes });
}

describe('a running campaign that calls nobody', () => {
  it('is reported after the set number of minutes within the calling hours', () => {
    assert.equal(silent([person('queued_for_calling'), person('completed', [attempt(-1)])]), 30);
  });
  it('is not reported while somebody was called a moment ago', () => {
    assert.equal(silent([person('queued_for_calling'), person('completed', [attempt(-0.1)])]), undefined);
  });
  it('is not reported while a call is in progress', () => {
    const ringing = attempt(-3, { status: 'ringing', ended_at: undefined, dial_error: undefined });
    assert.equal(silent([person('queued_for_calling'), person('calling', [ringing])]), undefined);
  });
  it('is not reported outside the calling hours, nor just after they start', () => {
    const people = [person('queued_for_calling')];
    assert.equal(silent(people, mondayNoonMs + 8 * hourMs), undefined);
    assert.equal(silent(people, Date.parse('2026-11-16T09:10:00Z')), undefined);
    assert.equal(silent(people, Date.parse('2026-11-15T12:00:00Z')), undefined, 'a Sunday');
  });
  it('is not reported while everybody waits for a retry delay', () => {
    assert.equal(silent([person('scheduled', [attempt(-1)])]), undefined);
    assert.equal(silent([person('scheduled', [attempt(-4)])]), 30);
  });
  it('is not reported where nobody waits, or only for a person who launches or resumes them', () => {
    assert.equal(silent([person('completed', [attempt(-4)])]), undefined);
    assert.equal(silent([person('not_launched'), person('paused'), person('completed')]), undefined);
  });
  it('is reported for people for whom the server has no call yet', () => {
    assert.equal(silent([person('', [], { row: { call: undefined } })]), 30);
  });
});

describe('how long the counts of a campaign have been unchanged', () => {
  const minuteMs = 60_000;
  const waiting = rowStats({ total: 24, pending: 3, not_launched: 21 });

  it('begins when calls are launched or resumed, not when the campaign was created', () => {
    const counts = new UnchangedCounts();
    counts.update([campaign({ id: 'c1', row_stats: rowStats({ total: 24, not_launched: 24 }) })], noonMs);
    counts.update([campaign({ id: 'c1', row_stats: waiting })], noonMs + 60 * minuteMs);
    assert.equal(counts.durationMs('c1', noonMs + 61 * minuteMs), minuteMs);
    counts.update([campaign({ id: 'c1', row_stats: waiting, status: 'paused' })], noonMs + 90 * minuteMs);
    counts.update([campaign({ id: 'c1', row_stats: waiting })], noonMs + 120 * minuteMs);
    assert.equal(counts.durationMs('c1', noonMs + 150 * minuteMs), 30 * minuteMs);
  });

  it('is undefined for a campaign that was not seen running', () => {
    assert.equal(new UnchangedCounts().durationMs('c1', noonMs), 0);
  });
});
