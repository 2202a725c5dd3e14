import assert from 'node:assert/strict';
import { messageOf } from '../../../../src/core/errors.ts';
import { readLaunchArguments } from '../../../../src/launch/draft/launchArguments.ts';
import { noonMs } from '../../support/campaigns.ts';

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
  it('can be absent', () => {
    const given = readLaunchArguments({ uri: 'lists/spring.csv' }, noonMs);
    assert.deepEqual(
      Object.values(given).filter((value) => value !== undefined),
      [],
    );
  });

  it('can fill every field of the API', () => {
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
      leaveOut: { reached: true, calledWithinDays: 30 },
    };
    assert.deepEqual(readLaunchArguments(given, noonMs), {
      name: 'Spring',
      assistantId,
      start: 'now',
      fromPhoneNumber: '+33199000000',
      maxConcurrentCalls: 3,
      callRetryConfig,
      leaveOut: { reached: true, calledWithinDays: 30 },
    });
  });

  const starts: [given: object, start: object][] = [
    [{}, {}],
    [{ launch: false }, { start: 'draft' }],
    [{ launch: true }, { start: 'now' }],
    [{ graceMinutes: 5 }, { start: 'grace', graceMinutes: 5 }],
    [
      { launch: true, graceMinutes: 5 },
      { start: 'grace', graceMinutes: 5 },
    ],
    [{ scheduledAt: '17:00' }, { start: 'schedule', scheduledMs: noonMs + 5 * 3_600_000 }],
    [
      { scheduledAt: '2031-03-04T09:30:00+01:00' },
      { start: 'schedule', scheduledMs: Date.parse('2031-03-04T08:30:00Z') },
    ],
    [
      { scheduledAt: '2031-03-04T09:30' },
      { start: 'schedule', scheduledMs: new Date(2031, 2, 4, 9, 30).getTime() },
    ],
  ];
  for (const [given, expected] of starts) {
    it(`start as ${JSON.stringify(given)} says`, () => {
      const { start, scheduledMs, graceMinutes } = readLaunchArguments(given, noonMs);
      const said = {
        ...(start && { start }),
        ...(scheduledMs && { scheduledMs }),
        ...(graceMinutes && { graceMinutes }),
      };
      assert.deepEqual(said, expected);
    });
  }

  const wrong: [given: object, sentence: RegExp][] = [
    [{ asistantId: assistantId }, /“asistantId” is not known\. There are uri, name, assistantId, launch/],
    [{ name: '' }, /“name”: This must not be empty\./],
    [{ assistantId: 'Ava\nMartin' }, /“assistantId”: This is not the id of an assistant\./],
    [{ assistantId: '0b6f5c1e-9a1d-4c55-8f3e' }, /“assistantId”: This is not the id of an assistant\./],
    [{ launch: 'yes' }, /“launch”: This must be true or false\./],
    [{ scheduledAt: 'soon' }, /“scheduledAt” must be a time such as/],
    [{ scheduledAt: '2031-03-04T09:30:00' }, /“scheduledAt” must be a time such as/],
    [{ scheduledAt: '2031-02-30 09:00' }, /“scheduledAt” must be a time such as/],
    [{ scheduledAt: '11:59' }, /“scheduledAt” is past\./],
    [{ launch: false, scheduledAt: '17:00' }, /“scheduledAt” makes no sense with “launch” false/],
    [{ launch: false, graceMinutes: 5 }, /“graceMinutes” makes no sense with “launch” false/],
    [{ scheduledAt: '17:00', graceMinutes: 5 }, /say two different things/],
    [{ graceMinutes: 0 }, /“graceMinutes”: This must be at least 1\./],
    [{ graceMinutes: 61 }, /“graceMinutes”: This must be at most 60\./],
    [{ fromPhoneNumber: '0199000000' }, /“fromPhoneNumber”: This must be a number with \+ and country code/],
    [{ maxConcurrentCalls: 0.5 }, /“maxConcurrentCalls”: This must be a whole number\./],
    [{ callRetryConfig: [] }, /“callRetryConfig”: This must be an object/],
    [{ callRetryConfig: {} }, /“calling_windows” is missing.* “max_retry_attempts” is missing/],
    [
      { callRetryConfig: { ...rules, timezone: 'Paris' } },
      /timezone”: “Paris” is not a time zone\. Use one such as Europe\/Paris/,
    ],
    [{ callRetryConfig: { ...rules, allowed_days: [] } }, /allowed_days”: Choose at least one day/],
    [
      { callRetryConfig: { ...rules, allowed_days: ['Mon'] } },
      /allowed_days\[0\]”: This must be monday, tuesday/,
    ],
    [
      { callRetryConfig: { ...rules, calling_windows: [{ ...window, calling_window_end_time: '8:00' }] } },
      /calling_windows\[0\]\.calling_window_end_time”: The end is not after the start/,
    ],
    [
      { callRetryConfig: { ...rules, calling_windows: [{ start: '09:00' }] } },
      /“calling_window_start_time” is missing here.*“callRetryConfig\.calling_windows\[0\]\.start” is not known/,
    ],
    [
      { callRetryConfig: { ...rules, call_twice_in_a_row: 1 } },
      /call_twice_in_a_row”: This must be true or false/,
    ],
  ];
  for (const [given, sentence] of wrong) {
    it(`are rejected with a sentence: ${JSON.stringify(given).slice(0, 80)}`, () =>
      assert.match(problem(given), sentence));
  }

  it('are rejected with all problems at once, and nothing starts', () =>
    assert.match(
      problem({ name: 5, maxConcurrentCalls: 'many' }),
      /^The arguments of revox\.createCampaign are not valid\. “name”: .* “maxConcurrentCalls”: .*\.$/,
    ));
});
