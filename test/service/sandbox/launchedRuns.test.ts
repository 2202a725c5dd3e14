import assert from 'node:assert/strict';
import fc from 'fast-check';
import { days } from '../../../src/core/retryConfig.ts';
import { readCallingRules, type CallingRules } from '../../../src/dialing/callingRules.ts';
import { nextCallMs } from '../../../src/dialing/nextCall.ts';
import { zoneOffsets } from '../../../src/dialing/zoneOffsets.ts';
import { recipientZone } from '../../../src/dialing/zones.ts';
import { CampaignRun } from '../../../src/sandbox/dialing/campaignRun.ts';
import { initializingMs } from '../../../src/sandbox/dialing/pendingLaunches.ts';
import { durationMs, outcomeOf } from '../../../src/sandbox/dialing/callOutcome.ts';
import { Contacts } from '../../../src/sandbox/contacts/contacts.ts';
import { mondayMs } from './harness.ts';
import { runs } from '../../unit/support/runs.ts';

const minuteMs = 60_000;
const rows = 24;
/** New York, Paris, Tokyo and Sydney, with outcomes of all kinds. */
const people = Array.from({ length: rows }, (_, row) => ({
  phone: [`+1212555`, '+3363998', '+81801234', '+6149157'][row % 4],
  digits: ['0100', '0101', '0112', '0130', '0110', '0123'][Math.floor(row / 4)],
}));
const countries = ['US', 'FR', 'JP', 'AU'];
const contacts = Contacts.of(
  people.map(({ phone, digits }) => ({ to_phone_number: `${phone}${digits}`, prompt_variables: {} })),
);

const rules = (from: number, to: number, attempts: number, delay: number): CallingRules =>
  readCallingRules({
    allowed_days: days.filter((day) => day !== 'wednesday'),
    call_twice_in_a_row: false,
    calling_windows: [
      {
        calling_window_start_time: `${from}:00`,
        calling_window_end_time: `${to}:00`,
        retry_delay_seconds: delay,
      },
    ],
    max_retry_attempts: attempts,
  }).rules;

const someRules = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 24 }), fc.integer({ min: 1, max: 4 }))
  .map(([from, to, attempts]) => rules(from, to, attempts, attempts * 1700));
const row = fc.nat(rows - 1);

type Step =
  | { readonly do: 'launch'; readonly rows: readonly number[]; readonly inMinutes: number }
  | { readonly do: 'pause' | 'resume' | 'cancel' }
  | { readonly do: 'cancelRow' | 'pauseRow' | 'resumeRow'; readonly row: number }
  | { readonly do: 'change'; readonly rules: CallingRules; readonly lines: number };

const rowSteps = ['cancelRow', 'pauseRow', 'resumeRow'] as const;
const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: launchStep() },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'pause' }, { do: 'resume' }, { do: 'resume' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom(...rowSteps), row }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      rules: someRules,
      lines: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'cancel' }) },
);

function launchStep(): fc.Arbitrary<Step> {
  const all = Array.from({ length: rows }, (_, index) => index);
  return fc.record({
    do: fc.constant('launch' as const),
    rows: fc.subarray(all, { minLength: 1 }),
    inMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2000 })),
  });
}

const somePlan = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), someStep), { maxLength: 14 });

/** A run that is driven as the sandbox drives it, with a ledger of who was called and what held then. */
class Driven {
  readonly starts: (readonly [row: number, attempt: number, atMs: number])[] = [];
  readonly #run: CampaignRun;
  readonly #launchedFor = new Map<number, number>();
  #rules = rules(8, 20, 3, 1800);
  #lines = 2;
  #paused = false;
  #cancelled = false;
  readonly #held = new Set<number>();
  readonly #stopped = new Set<number>();

  constructor() {
    this.#run = new CampaignRun(
      {
        seed: 1,
        campaign: 0,
        contacts,
        rules: this.#rules,
        maxConcurrentCalls: this.#lines,
        extracts: false,
        postProcessingMs: 5000,
        outcomeOf: (place) => {
          this.#note(place.row, place.attempt);
          return outcomeOf(place);
        },
      },
      mondayMs,
    );
  }

  get picture() {
    return Array.from({ length: rows }, (_, index) => [
      this.#run.states.of(index),
      this.#run.attempts.startsOf(index),
    ]);
  }

  advanceTo(atMs: number): void {
    for (let next = this.#run.nextReleaseMs; next <= atMs; next = this.#run.nextReleaseMs) {
      this.#run.advanceTo(next);
      this.#run.releaseDue(next);
    }
    this.#run.advanceTo(atMs);
    const { states } = this.#run;
    const counts = [
      'not_launched',
      'pending',
      'calling',
      'retry',
      'completed',
      'failed',
      'cancelled',
    ] as const;
    assert.equal(
      counts.reduce((sum, state) => sum + states.count(state), 0),
      rows,
    );
    assert.ok(this.#run.nextEventMs() > atMs, 'nothing that is due is left');
  }

  apply(step: Step): void {
    const { states, marks, maxAttempts } = this.#run;
    switch (step.do) {
      case 'launch': {
        const atMs = this.#run.nowMs + step.inMinutes * minuteMs;
        const launched = step.rows.filter((index) => {
          const state = states.of(index);
          const over = state === 'completed' || state === 'failed';
          return state === 'not_launched' || (over && this.#run.attemptCount(index) < maxAttempts);
        });
        if (this.#cancelled || launched.length === 0) return;
        for (const index of launched) this.#launchedFor.set(index, atMs);
        this.#run.launch(launched, atMs);
        return;
      }
      case 'cancel':
        if (this.#run.isFinished) return;
        this.#cancelled = true;
        this.#run.cancel();
        return;
      case 'pause':
      case 'resume':
        this.#paused = step.do === 'pause';
        this.#run[step.do]();
        return;
      case 'change':
        this.#rules = step.rules;
        this.#lines = step.lines;
        this.#run.change({ rules: step.rules, maxConcurrentCalls: step.lines });
        return;
      case 'cancelRow':
      case 'pauseRow':
      case 'resumeRow': {
        const isOpen = ['pending', 'calling', 'retry'].includes(states.of(step.row));
        if (!isOpen || marks.has(step.row, 'stopped')) return;
        this.#run[step.do](step.row);
        if (step.do === 'cancelRow') this.#stopped.add(step.row);
        else if (step.do === 'pauseRow') this.#held.add(step.row);
        else this.#held.delete(step.row);
      }
    }
  }

  /** An outcome is first asked for when its attempt begins. */
  #note(index: number, attempt: number): void {
    if (this.starts.some(([other, number]) => other === index && number === attempt)) return;
    const atMs = this.#run.nowMs;
    this.starts.push([index, attempt, atMs]);
    const what = `row ${index}, attempt ${attempt}`;
    assert.ok(!this.#paused && !this.#cancelled, `${what}: the campaign is open`);
    const isHeld = this.#held.has(index) && this.#run.marks.has(index, 'paused');
    assert.ok(!isHeld && !this.#stopped.has(index), `${what}: the call is open`);
    const launchedMs = this.#launchedFor.get(index);
    assert.ok(launchedMs !== undefined && atMs >= launchedMs + initializingMs, `${what}: it was launched`);
    assert.ok(attempt <= this.#rules.maxAttempts, `${what}: it has attempts left`);
    const { zone = 'UTC' } = recipientZone(countries[index % 4], undefined) ?? {};
    assert.equal(nextCallMs(atMs, this.#rules, zoneOffsets(zone)), atMs, `${what}: its hours are open`);
    const inProgress = this.starts.filter(([other, nth, startMs]) => {
      const place = {
        seed: 1,
        campaign: 0,
        row: other,
        attempt: nth,
        phoneNumber: contacts.phoneNumber(other),
      };
      return startMs + durationMs(outcomeOf(place)) > atMs;
    });
    assert.ok(inProgress.length <= this.#lines, `${what}: a line is free`);
  }
}

describe('a campaign that is launched in parts, paused, changed and cancelled', () => {
  const play = (plan: readonly (readonly [number, Step])[], stops: readonly number[]) => {
    const driven = new Driven();
    let atMs = mondayMs;
    for (const [minutes, step] of plan) {
      const endMs = atMs + minutes * minuteMs;
      for (const stop of stops) driven.advanceTo(atMs + ((endMs - atMs) * stop) / 100);
      driven.advanceTo(endMs);
      driven.apply(step);
      atMs = endMs;
    }
    driven.advanceTo(atMs + 9 * 24 * 60 * minuteMs);
    return driven;
  };

  it('makes no call that is unasked, outside the hours, too often, or on too many lines', () => {
    fc.assert(
      fc.property(somePlan, (plan) => void play(plan, [])),
      { numRuns: runs(250), seed: 11 },
    );
  });

  it('has the same result whatever the steps in which time passes', () => {
    const someStops = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 });
    fc.assert(
      fc.property(somePlan, someStops, (plan, stops) => {
        const whole = play(plan, []);
        const portioned = play(
          plan,
          [...stops].sort((a, b) => a - b),
        );
        assert.deepEqual(portioned.picture, whole.picture);
        assert.deepEqual(portioned.starts, whole.starts);
      }),
      { numRuns: runs(120), seed: 12 },
    );
  });
});
