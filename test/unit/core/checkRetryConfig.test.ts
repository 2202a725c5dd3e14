import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rulesDraftOf } from '../../../src/core/campaignDraft.ts';
import { checkRetryConfig } from '../../../src/core/checkRetryConfig.ts';
import { days, type CallingWindow, type CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { daysText, retryConfigWords } from '../../../src/core/retryConfigText.ts';
import { validateDraft } from '../../../src/launch/draft/validateDraft.ts';
import { draft } from '../panels/launch/launchFixtures.ts';
import { noonMs } from '../support/campaigns.ts';
import { runs } from '../support/runs.ts';

function window(start: string, end: string, retry_delay_seconds = 7200): CallingWindow {
  return { calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds };
}

const usual: CallRetryConfig = { calling_windows: [window('10:00', '18:00')], max_retry_attempts: 3 };
const check = (about: Partial<CallRetryConfig>, zeroDelay = false) =>
  checkRetryConfig({ ...usual, ...about }, { zeroDelay });

describe('calling rules', () => {
  it('are sent as HH:mm, with the end of a day as 23:59 and every documented default', () => {
    const calling_windows = [window('9am', '12:30 PM'), window('2 p.m.', '12am')];
    assert.deepEqual(check({ calling_windows, timezone: 'Europe/Paris' }).config, {
      allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      call_twice_in_a_row: false,
      calling_windows: [window('09:00', '12:30'), window('14:00', '23:59')],
      max_retry_attempts: 3,
      timezone: 'Europe/Paris',
    });
  });

  const wrong: [what: string, about: Partial<CallRetryConfig>, place: string][] = [
    ['no window', { calling_windows: [] }, 'calling_windows'],
    [
      'more windows than 50',
      { calling_windows: Array(51).fill(window('10:00', '10:01')) },
      'calling_windows',
    ],
    [
      'a start that is no time',
      { calling_windows: [window('nine', '18:00')] },
      'calling_windows.0.calling_window_start_time',
    ],
    [
      'an end before the start',
      { calling_windows: [window('9pm', '5pm')] },
      'calling_windows.0.calling_window_end_time',
    ],
    [
      'windows that overlap, whatever their order',
      { calling_windows: [window('14:00', '24:00'), window('9:00', '14:30')] },
      'calling_windows.0.calling_window_start_time',
    ],
    [
      'a wait of 59 s',
      { calling_windows: [window('9:00', '10:00', 59)] },
      'calling_windows.0.retry_delay_seconds',
    ],
    ['no wait', { calling_windows: [window('9:00', '10:00', 0)] }, 'calling_windows.0.retry_delay_seconds'],
    ['no attempt', { max_retry_attempts: 0 }, 'max_retry_attempts'],
    ['101 attempts', { max_retry_attempts: 101 }, 'max_retry_attempts'],
    ['half an attempt', { max_retry_attempts: 1.5 }, 'max_retry_attempts'],
    ['no day', { allowed_days: [] }, 'allowed_days'],
    ['an unknown day', { allowed_days: ['Mon'] }, 'allowed_days.0'],
    ['an unknown zone', { timezone: 'Paris' }, 'timezone'],
    ['an offset for a zone', { timezone: '+02:00' }, 'timezone'],
  ];
  for (const [what, about, place] of wrong) {
    it(`with ${what} are rejected at ${place}`, () => {
      const { config, problems } = check(about);
      assert.equal(config, undefined);
      assert.ok(problems.map(({ path }) => path.join('.')).includes(place), JSON.stringify(problems));
      for (const { message } of problems) assert.match(message, /^[“A-Z].*\.$/u);
    });
  }

  it('may have no delay where the server documents it, and adjacent windows', () => {
    const calling_windows = [window('9:00', '12:00', 0), window('12:00', '24:00', 60)];
    assert.deepEqual(check({ calling_windows }, true).problems, []);
  });

  const time = (from: number, to: number) =>
    fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => {
      return `${hour}:${String(minute).padStart(2, '0')}`;
    });
  const right = fc.record({
    allowed_days: fc.subarray([...days], { minLength: 1 }),
    call_twice_in_a_row: fc.boolean(),
    calling_windows: fc
      .tuple(time(0, 10), time(11, 23), fc.integer({ min: 60, max: 86_400 }))
      .map(([start, end, delay]) => [window(start, end, delay)]),
    max_retry_attempts: fc.integer({ min: 1, max: 100 }),
  });

  it('are unchanged when checked again, and when typed', () => {
    fc.assert(
      fc.property(right, (given) => {
        const { config } = checkRetryConfig(given, { zeroDelay: false });
        assert.ok(config);
        assert.deepEqual(checkRetryConfig(config, { zeroDelay: false }).config, config);
        const typed = draft({ rulesFrom: 'own', rules: rulesDraftOf(given) });
        const { decided } = validateDraft(typed, {
          nowMs: noonMs,
          graceMs: 0,
          zeroDelay: false,
          readNumber: () => ({ problem: '' }),
        });
        assert.deepEqual(decided.callRetryConfig, config);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('calling rules in words', () => {
  it('contain every fact once, with times on a 24-hour clock', () => {
    const config: CallRetryConfig = {
      allowed_days: ['monday', 'tuesday', 'wednesday'],
      call_twice_in_a_row: true,
      calling_windows: [window('9:30', '12pm', 900), window('2pm', '5:30pm', 5400)],
      max_retry_attempts: 2,
      timezone: 'Europe/Paris',
    };
    assert.deepEqual(retryConfigWords(config), {
      windows: '09:30–12:00, 14:00–17:30',
      windowsWithDelays: '09:30–12:00, retry after 15 minutes; 14:00–17:30, retry after 1.5 hours',
      days: 'Mon–Wed',
      attempts: 'up to 2 per number, twice in a row',
      timeZone: 'Europe/Paris',
    });
  });

  it('are the documented defaults where nothing is set', () => {
    const { windows, days: week, timeZone } = retryConfigWords();
    assert.deepEqual([windows, week, timeZone], ['10:00–18:00', 'Mon–Fri', 'each contact’s local time']);
  });

  const weeks: [allowed: readonly string[], text: string][] = [
    [days.slice(0, 5), 'Mon–Fri'],
    [days, 'Mon–Sun'],
    [['saturday', 'monday', 'wednesday', 'sunday'], 'Mon, Wed, Sat, Sun'],
    [[], ''],
  ];
  for (const [allowed, text] of weeks) {
    it(`name their days: ${text === '' ? 'none' : text}`, () => assert.equal(daysText(allowed), text));
  }
});
