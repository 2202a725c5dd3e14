import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { days } from '../../../src/core/retryConfig.ts';
import { readCallingRules, type CallingRules } from '../../../src/dialing/callingRules.ts';
import { nextCallMs } from '../../../src/dialing/nextCall.ts';
import { zoneOffsets } from '../../../src/dialing/zoneOffsets.ts';

const zones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Chatham',
];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Asks the time-zone library for the wall clock: what the scheduler may not do, because it would be too slow.
 */
function mayCall(ms: number, rules: CallingRules, zone: string): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const ofDayMs = ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.millisecond;
  const inWindow = rules.windows.some(({ startMs, endMs }) => ofDayMs >= startMs && ofDayMs < endMs);
  return inWindow && rules.allowedDays[local.dayOfWeek - 1] === true;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const window = fc.tuple(fc.nat(1438), fc.integer({ min: 1, max: 600 })).map(([start, length]) => ({
  calling_window_start_time: clock(start),
  calling_window_end_time: clock(Math.min(1440, start + length)),
  retry_delay_seconds: 60,
}));

const someRules = fc
  .record({
    calling_windows: fc.array(window, { minLength: 1, maxLength: 3 }),
    allowed_days: fc.subarray([...days], { minLength: 1 }),
    max_retry_attempts: fc.constant(3),
  })
  .map((config) => readCallingRules(config).rules);

const anyMoment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2034, 0) });
const zone = fc.constantFrom(...zones);

/** A moment within hours of a change of the clocks. */
const changes = new Map(zones.map((name) => [name, changesOf(name)]));
const changeNight = zone.chain((name) =>
  fc
    .tuple(fc.constantFrom(...(changes.get(name) ?? [0])), fc.integer({ min: -6 * 60, max: 6 * 60 }))
    .map(([change, minutes]) => [name, change + minutes * minuteMs] as const),
);
const somewhere = fc.oneof(fc.tuple(zone, anyMoment), changeNight);

function changesOf(name: string): number[] {
  const found: number[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('2025-01-01T00:00Z').toZonedDateTimeISO(name);
  while (found.length < 4 && (at = at.getTimeZoneTransition('next')) !== null)
    found.push(at.epochMilliseconds);
  return found.length > 0 ? found : [Date.UTC(2026, 0)];
}

describe('the next time a call may start, for any rules, zone and time', () => {
  const check = (
    property: (fromMs: number, resultMs: number, rules: CallingRules, zone: string) => void,
    numRuns: number,
  ) =>
    fc.assert(
      fc.property(somewhere, someRules, ([name, fromMs], rules) => {
        const resultMs = nextCallMs(fromMs, rules, zoneOffsets(name));
        assert.ok(resultMs !== undefined, 'rules with a window and a day have an answer');
        property(fromMs, resultMs, rules, name);
      }),
      { numRuns, seed: 20261120 },
    );

  it('is not before the requested time, in a window, on an allowed day, and stable when requested again', () =>
    check((fromMs, resultMs, rules, name) => {
      assert.ok(resultMs >= fromMs);
      assert.ok(mayCall(resultMs, rules, name));
      assert.equal(nextCallMs(resultMs, rules, zoneOffsets(name)), resultMs);
    }, 2500));

  it('is the earliest: no call is allowed between the request and the answer', () =>
    check((fromMs, resultMs, rules, name) => {
      if (resultMs > fromMs) assert.ok(!mayCall(resultMs - 1, rules, name));
      const stepMs = Math.max(7 * minuteMs, (resultMs - fromMs) / 12);
      for (let ms = fromMs; ms < resultMs; ms += stepMs) assert.ok(!mayCall(Math.floor(ms), rules, name));
    }, 400));

  it('is not earlier for a later request', () =>
    check((fromMs, resultMs, rules, name) => {
      const laterMs = nextCallMs(fromMs + 3 * hourMs, rules, zoneOffsets(name));
      assert.ok((laterMs ?? 0) >= resultMs);
    }, 800));
});
