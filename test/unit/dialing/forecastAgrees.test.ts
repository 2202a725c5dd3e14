import assert from 'node:assert/strict';
import fc from 'fast-check';
import { days } from '../../../src/core/retryConfig.ts';
import { readCallingRules, type CallingRules } from '../../../src/dialing/callingRules.ts';
import { DryRun, type Scenario } from '../../../src/dialing/dryRun.ts';
import type { AttemptEnd } from '../../../src/dialing/runTally.ts';
import { CampaignRun } from '../../../src/sandbox/dialing/campaignRun.ts';
import { initializingMs } from '../../../src/sandbox/dialing/pendingLaunches.ts';
import { Contacts } from '../../../src/sandbox/contacts/contacts.ts';
import type { AttemptPlace, CallOutcome } from '../../../src/sandbox/dialing/callOutcome.ts';
import { runs } from '../support/runs.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/**
 * New York, Paris, Sydney, Santiago, Casablanca, Kolkata, Auckland: clocks change on seven different nights,
 * or never.
 */
const numbers = [
  '+12125550100',
  '+33199001201',
  '+61255501234',
  '+56221234567',
  '+212520123456',
  '+911140123456',
  '+6493001234',
];

/**
 * Just before clocks change: Paris and Sydney in autumn and spring, New York, Santiago, Casablanca's Ramadan.
 */
const nights = [
  '2026-10-25T01:00Z',
  '2026-03-29T01:00Z',
  '2026-11-01T06:00Z',
  '2026-03-08T07:00Z',
  '2026-10-03T16:00Z',
  '2026-04-04T16:00Z',
  '2026-09-06T04:00Z',
  '2026-02-15T02:00Z',
];
const start = fc
  .tuple(fc.constantFrom(...nights), fc.integer({ min: -48, max: 12 }), fc.nat(3599))
  .map(([night, hours, seconds]) => Date.parse(night) + hours * hourMs + seconds * 1000);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const window = fc
  .tuple(fc.nat(1400), fc.integer({ min: 5, max: 900 }), fc.integer({ min: 0, max: 4 }))
  .map(([from, length, delay]) => ({
    calling_window_start_time: clock(from),
    calling_window_end_time: clock(Math.min(1440, from + length)),
    retry_delay_seconds: delay * 1700,
  }));
const someRules: fc.Arbitrary<CallingRules> = fc
  .record({
    calling_windows: fc.array(window, { minLength: 1, maxLength: 3 }),
    allowed_days: fc.subarray([...days], { minLength: 2 }),
    max_retry_attempts: fc.integer({ min: 1, max: 4 }),
    call_twice_in_a_row: fc.boolean(),
    timezone: fc.option(fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'), {
      nil: undefined,
    }),
  })
  .map((config) => readCallingRules(config).rules);

const someScenario: fc.Arbitrary<Scenario> = fc
  .record({
    every: fc.integer({ min: 1, max: 5 }),
    machines: fc.integer({ min: 2, max: 5 }),
    seconds: fc.tuple(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 60 }),
    ),
  })
  .map(({ every, machines, seconds: [human, machine, nobody] }) => ({
    // "every" 5 is nobody at all, 1 is everybody
    endOf: (index, attempt): AttemptEnd => {
      if (every < 5 && (index + attempt) % every === 0) return 'human';
      return index % machines === 0 ? 'machine' : 'nobody';
    },
    durationMs: { human: human * 1000, machine: machine * 1000, nobody: nobody * 1000 },
  }));

interface Observed {
  readonly hours: Readonly<Record<string, number>>;
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
  readonly finishMs: number | undefined;
}

function observed(startsMs: readonly number[], finishMs: number | undefined): Observed {
  const hours: Record<string, number> = {};
  for (const ms of startsMs) {
    const hour = new Date(Math.floor(ms / hourMs) * hourMs).toISOString();
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return { hours, firstMs: startsMs[0], lastMs: startsMs.at(-1), finishMs };
}

interface Campaign {
  readonly rows: readonly string[];
  readonly rules: CallingRules;
  readonly launchMs: number;
  readonly lines: number;
  readonly scenario: Scenario;
}

/** What the sandbox makes of a campaign whose attempts come to what the scenario says. */
function inSandbox({ rows, rules, launchMs, lines, scenario }: Campaign): Observed {
  const contacts = Contacts.of(rows.map((number) => ({ to_phone_number: number, prompt_variables: {} })));
  const outcomes = new Map<string, CallOutcome>();
  const ordinals: number[] = [];
  const startsMs: number[] = [];
  const outcomeOf = ({ row, attempt }: AttemptPlace): CallOutcome => {
    const known = outcomes.get(`${row}/${attempt}`);
    if (known !== undefined) return known;
    startsMs.push(run.nowMs);
    const index = ordinals[attempt] ?? 0;
    ordinals[attempt] = index + 1;
    const end = scenario.endOf(index, attempt);
    const outcome: CallOutcome = {
      queuedMs: 0,
      ringMs: scenario.durationMs[end],
      talkMs: 0,
      dialError: end === 'nobody' ? 'no_answer' : undefined,
      result: end === 'human' ? 'human' : end === 'machine' ? 'voicemail' : undefined,
      endedBy: undefined,
      endReason: undefined,
      conversation: undefined,
    };
    outcomes.set(`${row}/${attempt}`, outcome);
    return outcome;
  };
  const run: CampaignRun = new CampaignRun(
    {
      seed: 1,
      campaign: 0,
      contacts,
      rules,
      maxConcurrentCalls: lines,
      launchMs,
      extracts: false,
      outcomeOf,
    },
    launchMs,
  );
  let finishMs: number | undefined;
  while (finishMs === undefined && run.nextEventMs() < Infinity) {
    run.advanceTo(run.nextEventMs());
    if (run.isFinished) finishMs = run.nowMs;
  }
  return observed(startsMs, finishMs);
}

function inPlan({ rows, rules, launchMs, lines, scenario }: Campaign): Observed {
  const contacts = Contacts.of(rows.map((number) => ({ to_phone_number: number, prompt_variables: {} })));
  const { zones, zoneOf } = contacts.zones(rules.timezone);
  const startMs = launchMs + initializingMs;
  const run = new DryRun({
    byZone: zones,
    zoneIndex: Uint16Array.from(rows, (_, row) => zoneOf(row)),
    rules,
    startMs,
    horizonMs: startMs + 366 * dayMs,
    concurrency: lines,
    scenario,
  });
  while (!run.advance(7));
  const hours: Record<string, number> = {};
  for (const [hour, { human, machine, nobody }] of run.tally.hours)
    hours[new Date(hour * hourMs).toISOString()] = human + machine + nobody;
  return {
    hours,
    firstMs: Math.min(...run.tally.firstMs),
    lastMs: Math.max(...run.tally.lastMs),
    finishMs: run.tally.lastEndMs,
  };
}

describe('the forecast and the sandbox', () => {
  it('agree on starts per hour, first and last call and end, for any rules, zones and night', () => {
    const campaigns = fc.record({
      rows: fc.array(fc.constantFrom(...numbers), { minLength: 1, maxLength: 40 }),
      rules: someRules,
      launchMs: start,
      lines: fc.integer({ min: 1, max: 12 }),
      scenario: someScenario,
    });
    fc.assert(
      fc.property(campaigns, (campaign) => {
        assert.deepEqual(inPlan(campaign), inSandbox(campaign));
      }),
      { numRuns: runs(80) },
    );
  });
});
