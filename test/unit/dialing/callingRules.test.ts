import assert from 'node:assert/strict';
import type { CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';

const hourMs = 3_600_000;

function config(...windows: readonly (readonly [start: string, end: string])[]): CallRetryConfig {
  return {
    calling_windows: windows.map(([start, end]) => ({
      calling_window_start_time: start,
      calling_window_end_time: end,
      retry_delay_seconds: 60,
    })),
    max_retry_attempts: 2,
  };
}

describe('calling rules', () => {
  it('have the documented defaults', () => {
    assert.deepEqual(readCallingRules(), {
      rules: {
        allowedDays: [true, true, true, true, true, false, false],
        windows: [{ startMs: 10 * hourMs, endMs: 18 * hourMs, retryDelayMs: 2 * hourMs }],
        maxAttempts: 3,
        callTwiceInARow: false,
        timezone: undefined,
      },
      problems: [],
    });
  });

  it('sort windows by time of day', () => {
    const { rules } = readCallingRules(config(['2pm', '5pm'], ['09:00', '12:00']));
    assert.deepEqual(
      rules.windows.map(({ startMs, endMs }) => [startMs / hourMs, endMs / hourMs]),
      [
        [9, 12],
        [14, 17],
      ],
    );
  });

  for (const end of ['00:00', '12am', '24:00'])
    it(`treat an end of ${end} as the end of the day`, () => {
      const { rules, problems } = readCallingRules(config(['20:00', end]));
      assert.equal(rules.windows[0]?.endMs, 24 * hourMs);
      assert.deepEqual(problems, []);
    });

  const bad: readonly [what: string, start: string, end: string, path: string, message: RegExp][] = [
    ['a window across midnight', '22:00', '02:00', 'calling_windows[0]', /two windows/],
    ['an empty window', '09:00', '9am', 'calling_windows[0]', /not after the start/],
    ['an unreadable start', 'early', '10:00', 'calling_windows[0].calling_window_start_time', /"early"/],
    ['an unreadable end', '09:00', '25:00', 'calling_windows[0].calling_window_end_time', /"25:00"/],
  ];
  for (const [what, start, end, path, message] of bad)
    it(`omit and report ${what}`, () => {
      const { rules, problems } = readCallingRules(config([start, end]));
      assert.deepEqual(rules.windows, []);
      assert.equal(problems[0]?.path, path);
      assert.match(problems[0].message, message);
    });

  it('report an unknown day and keep the others', () => {
    const { rules, problems } = readCallingRules({ ...config(), allowed_days: ['sunday', 'funday'] });
    assert.deepEqual(rules.allowedDays, [false, false, false, false, false, false, true]);
    assert.deepEqual(problems, [{ path: 'allowed_days[1]', message: '"funday" is not a day of the week' }]);
  });
});
