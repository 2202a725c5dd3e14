import assert from 'node:assert/strict';
import { messageOf } from '../../../src/core/errors.ts';
import { readLaunchArguments } from '../../../src/launch/launchArguments.ts';
import { noonMs } from '../support/campaigns.ts';

const assistantId = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e';
const window = {
  calling_window_start_time: '09:00',
  calling_window_end_time: '6pm',
  retry_delay_seconds: 3600,
};
const rules = { calling_windows: [window], max_retry_attempts: 2 };

function problem(given: object): string {
  try {
    readLaunchArguments(given, noonMs);
  } catch (error) {
    return messageOf(error);
  }
  return '';
}

describe('arguments of revox.createCampaign', () => {
  it('may be none at all', () => {
    assert.deepEqual(readLaunchArguments({ uri: 'lists/spring.csv' }, noonMs), {
      name: undefined,
      assistantId: undefined,
      start: undefined,
      fromPhoneNumber: undefined,
      maxConcurrentCalls: undefined,
      callRetryConfig: undefined,
    });
  });

  it('fill in all that the API takes', () => {
    const callRetryConfig = {
      ...rules,
      allowed_days: ['monday'],
      call_twice_in_a_row: true,
      timezone: 'Europe/Paris',
    };
    const given = {
      uri: 'file:///lists/spring.csv',
      name: ' Spring ',
      assistantId,
      launch: true,
      fromPhoneNumber: '+33199000000',
      maxConcurrentCalls: 3,
      callRetryConfig,
    };
    assert.deepEqual(readLaunchArguments(given, noonMs), {
      name: 'Spring',
      assistantId,
      start: { kind: 'now' },
      fromPhoneNumber: '+33199000000',
      maxConcurrentCalls: 3,
      callRetryConfig,
    });
  });

  const starts: [given: object, start: object | undefined][] = [
    [{}, undefined],
    [{ launch: false }, { kind: 'draft' }],
    [{ launch: true }, { kind: 'now' }],
    [{ graceMinutes: 5 }, { kind: 'grace', delayMs: 300_000 }],
    [
      { launch: true, graceMinutes: 5 },
      { kind: 'grace', delayMs: 300_000 },
    ],
    [{ scheduledAt: '17:00' }, { kind: 'schedule', atMs: noonMs + 5 * 3_600_000 }],
    [
      { scheduledAt: '2031-03-04T09:30:00+01:00' },
      { kind: 'schedule', atMs: Date.parse('2031-03-04T08:30:00Z') },
    ],
    [{ scheduledAt: '2031-03-04T09:30' }, { kind: 'schedule', atMs: new Date(2031, 2, 4, 9, 30).getTime() }],
  ];
  for (const [given, start] of starts) {
    it(`start as ${JSON.stringify(given)} says`, () =>
      assert.deepEqual(readLaunchArguments(given, noonMs).start, start));
  }

  const wrong: [given: object, sentence: RegExp][] = [
    [{ asistantId: assistantId }, /“asistantId” is not known; there are uri, name, assistantId, launch/],
    [{ name: '' }, /“name” must be a text that is not empty, not ""\./],
    [{ assistantId: 'Ava' }, /“assistantId” must be the id \(uuid\) of an assistant, not "Ava"\./],
    [{ launch: 'yes' }, /“launch” must be true or false, not "yes"\./],
    [{ scheduledAt: 'soon' }, /“scheduledAt” must be a time such as .* not "soon"\./],
    [{ scheduledAt: '2031-03-04T09:30:00' }, /“scheduledAt” must be a time such as/],
    [{ scheduledAt: '2031-02-30 09:00' }, /“scheduledAt” must be a time such as/],
    [{ scheduledAt: '11:59' }, /“scheduledAt” is past: "11:59"\./],
    [{ launch: false, scheduledAt: '17:00' }, /“scheduledAt” makes no sense with “launch” false/],
    [{ launch: false, graceMinutes: 5 }, /“graceMinutes” makes no sense with “launch” false/],
    [{ scheduledAt: '17:00', graceMinutes: 5 }, /say two different things/],
    [{ graceMinutes: 0 }, /“graceMinutes” must be a whole number from 1 up, not 0\./],
    [{ graceMinutes: 61 }, /“graceMinutes” can be 60 at most\./],
    [{ fromPhoneNumber: '0199000000' }, /“fromPhoneNumber” must be a number with \+ and country code/],
    [{ maxConcurrentCalls: 0.5 }, /“maxConcurrentCalls” must be a whole number from 1 up, not 0\.5\./],
    [{ callRetryConfig: [] }, /“callRetryConfig” must be an object/],
    [{ callRetryConfig: {} }, /“callRetryConfig” .*at least one window.* max_retry_attempts is missing/],
    [{ callRetryConfig: { ...rules, timezone: 'Paris' } }, /timezone must be a zone such as "Europe\/Paris"/],
    [{ callRetryConfig: { ...rules, allowed_days: [] } }, /allowed_days must be a list of at least one day/],
    [
      { callRetryConfig: { ...rules, allowed_days: ['Mon'] } },
      /allowed_days\[0\] is wrong: "Mon" is not a day/,
    ],
    [
      { callRetryConfig: { ...rules, calling_windows: [{ ...window, calling_window_end_time: '8:00' }] } },
      /calling_windows\[0\] is wrong: the end, 8:00, is not after the start/,
    ],
    [
      { callRetryConfig: { ...rules, calling_windows: [{ start: '09:00' }] } },
      /calling_windows\[0\]\.start is not known; .*needs a start, an end/,
    ],
    [{ callRetryConfig: { ...rules, call_twice_in_a_row: 1 } }, /call_twice_in_a_row must be true or false/],
  ];
  for (const [given, sentence] of wrong) {
    it(`are refused with a sentence: ${JSON.stringify(given).slice(0, 80)}`, () =>
      assert.match(problem(given), sentence));
  }

  it('are refused with all that is wrong at once, and nothing is begun', () =>
    assert.match(
      problem({ name: 5, maxConcurrentCalls: 'many' }),
      /^The arguments of revox\.createCampaign cannot be used, so nothing was begun\. “name” .* “maxConcurrentCalls” .*\.$/,
    ));
});
