import assert from 'node:assert/strict';
import type { CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { retryDefaults } from '../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { mixedContacts } from '../../../src/dialing/contactGroups.ts';
import { flightPlan } from '../../../src/dialing/flightPlan.ts';
import type { PlanAssumptions } from '../../../src/dialing/planAssumptions.ts';
import type { FlightPlan, PlanInput } from '../../../src/dialing/planTypes.ts';

const pace = { breathe: () => Promise.resolve() };
/** Figures without doubt: low, likely and high are the same. */
function certain(about: Partial<Record<keyof PlanAssumptions, number>>): PlanAssumptions {
  const figures = {
    answerRate: 1,
    voicemailRate: 0,
    talkSeconds: 60,
    voicemailSeconds: 20,
    ringSeconds: 15,
    noAnswerSeconds: 30,
    ...about,
  };
  const entries = Object.entries(figures).map(([name, value]) => [
    name,
    { low: value, likely: value, high: value },
  ]);
  return Object.fromEntries(entries) as PlanAssumptions;
}

interface Case extends Partial<Omit<PlanInput, 'contacts' | 'rules'>> {
  readonly counts: Readonly<Record<string, number>>;
  readonly config?: Partial<CallRetryConfig>;
  readonly start?: string;
}

function plan({ counts, config, start = '2026-11-16T00:00Z', ...rest }: Case): Promise<FlightPlan> {
  const groups = Object.entries(counts).map(([country, count]) => ({
    country: country === 'none' ? undefined : country,
    count,
  }));
  const { rules } = readCallingRules({ ...retryDefaults, ...config });
  const input = {
    contacts: mixedContacts(groups),
    rules,
    startMs: Date.parse(start),
    assumptions: certain({}),
    ...rest,
  };
  return flightPlan(input, pace);
}

const iso = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 19) + 'Z';

describe('the flight plan', () => {
  it('agrees with the arithmetic: lines × seconds of the window ÷ seconds of a call, day by day', async () => {
    // Monday 2026-11-16; Paris is UTC+1, so 10:00 to 18:00 there is 09:00Z to 17:00Z, 28,800 s a day.
    // A call is 15 s of ringing and 75 s of talk, 90 s: 28,800 ÷ 90 = 320 starts a line and day, 1,600 on five lines.
    // 4,000 contacts who all answer: 1,600 on Monday, 1,600 on Tuesday, 800 on Wednesday. 800 ÷ 5 = 160 calls a line,
    // 160 × 90 s = 14,400 s = 4 h: the last ends on Wednesday at 13:00Z, and began 90 s before.
    const result = await plan({
      counts: { FR: 4000 },
      concurrency: 5,
      assumptions: certain({ talkSeconds: 75 }),
    });
    assert.equal(iso(result.firstCallMs), '2026-11-16T09:00:00Z');
    assert.equal(iso(result.finish.likelyMs), '2026-11-18T13:00:00Z');
    assert.equal(iso(result.zones[0]?.lastCallMs), '2026-11-18T12:58:30Z');
    assert.equal(iso(result.zones[0]?.closesMs), '2026-11-18T17:00:00Z');
    assert.deepEqual(result.attempts, { low: 4000, likely: 4000, high: 4000 });
    // 4,000 × 75 s = 5,000 min of talk; 4,000 × 90 s = 6,000 min on the line.
    assert.equal(result.talkMinutes.likely, 5000);
    assert.equal(result.lineMinutes.likely, 6000);
    // 3600 ÷ 90 × 5 = 200 an hour, for 8 + 8 + 4 hours.
    assert.deepEqual(
      result.hours.map(({ answered }) => answered),
      Array(20).fill(200),
    );
    assert.equal(result.concurrency.peak, 5);
  });
});
