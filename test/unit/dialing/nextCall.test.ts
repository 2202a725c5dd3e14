import assert from 'node:assert/strict';
import { days, type CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { nextAttemptMs, nextCallMs, openUntilMs } from '../../../src/dialing/nextCall.ts';
import { zoneOffsets } from '../../../src/dialing/zoneOffsets.ts';

type Window = readonly [start: string, end: string, retryDelaySeconds?: number];

function rules(windows: readonly Window[], rest: Partial<CallRetryConfig> = {}) {
  return readCallingRules({
    calling_windows: windows.map(([start, end, delay]) => ({
      calling_window_start_time: start,
      calling_window_end_time: end,
      retry_delay_seconds: delay ?? 7200,
    })),
    max_retry_attempts: 3,
    ...rest,
  }).rules;
}

const everyDay = { allowed_days: days };
const iso = (ms: number | undefined) =>
  ms === undefined ? 'never' : new Date(ms).toISOString().slice(0, 16) + 'Z';

describe('the next time a call may start', () => {
  const office = rules([
    ['09:00', '12:00'],
    ['2pm', '6pm'],
  ]);
  const night = (start: string, end: string) => rules([[start, end]], everyDay);

  // 2026-11-20 is a Friday. Paris: UTC+1 in winter, +2 in summer. Each line was worked out on paper.
  const table: readonly [what: string, from: string, rules: typeof office, zone: string, expected: string][] =
    [
      ['in a window: at once', '2026-11-20T08:30Z', office, 'Europe/Paris', '2026-11-20T08:30Z'],
      ['before the first window', '2026-11-20T03:00Z', office, 'Europe/Paris', '2026-11-20T08:00Z'],
      [
        'at the lunch break: the second window',
        '2026-11-20T11:00Z',
        office,
        'Europe/Paris',
        '2026-11-20T13:00Z',
      ],
      [
        'at the end of a window: not any more',
        '2026-11-20T17:00Z',
        office,
        'Europe/Paris',
        '2026-11-23T08:00Z',
      ],
      ['at the weekend: on Monday', '2026-11-21T10:00Z', office, 'Europe/Paris', '2026-11-23T08:00Z'],
      [
        'Friday in Paris is Saturday in Tokyo',
        '2026-11-20T16:00Z',
        office,
        'Asia/Tokyo',
        '2026-11-23T00:00Z',
      ],
      [
        'Sunday in UTC is Monday in Auckland (+13)',
        '2026-11-22T20:30Z',
        office,
        'Pacific/Auckland',
        '2026-11-22T20:30Z',
      ],

      // Paris, 29 March 2026: 02:00 becomes 03:00 at 01:00Z.
      [
        'window inside the spring gap: the day after',
        '2026-03-28T03:00Z',
        night('02:15', '02:45'),
        'Europe/Paris',
        '2026-03-30T00:15Z',
      ],
      [
        'window that would open in the gap: when it ends',
        '2026-03-29T00:00Z',
        night('02:30', '04:00'),
        'Europe/Paris',
        '2026-03-29T01:00Z',
      ],
      [
        'window over the gap: at once',
        '2026-03-29T01:00Z',
        night('01:00', '04:00'),
        'Europe/Paris',
        '2026-03-29T01:00Z',
      ],
      [
        'morning after the gap comes an hour early',
        '2026-03-28T18:00Z',
        night('09:00', '10:00'),
        'Europe/Paris',
        '2026-03-29T07:00Z',
      ],
      // Paris, 25 October 2026: 03:00 becomes 02:00 at 01:00Z.
      [
        'repeated hour, first time',
        '2026-10-25T00:30Z',
        night('02:00', '03:00'),
        'Europe/Paris',
        '2026-10-25T00:30Z',
      ],
      [
        'repeated hour, second time',
        '2026-10-25T01:30Z',
        night('02:00', '03:00'),
        'Europe/Paris',
        '2026-10-25T01:30Z',
      ],
      [
        'between the two: closed half is skipped',
        '2026-10-25T00:45Z',
        night('02:15', '02:30'),
        'Europe/Paris',
        '2026-10-25T01:15Z',
      ],
      ['after the second', '2026-10-25T02:00Z', night('02:00', '03:00'), 'Europe/Paris', '2026-10-26T01:00Z'],

      // New York: 8 March 2026, 02:00 becomes 03:00 at 07:00Z; 1 November 2026, 02:00 becomes 01:00 at
      // 06:00Z.
      [
        'New York, spring gap',
        '2026-03-08T06:30Z',
        night('02:00', '03:00'),
        'America/New_York',
        '2026-03-09T06:00Z',
      ],
      [
        'New York, autumn, second 01:30',
        '2026-11-01T06:20Z',
        night('01:30', '02:00'),
        'America/New_York',
        '2026-11-01T06:30Z',
      ],
      // Lord Howe moves by half an hour: 4 October 2026, 02:00 becomes 02:30 at 3 October, 15:30Z.
      [
        'Lord Howe, gap of half an hour',
        '2026-10-03T15:00Z',
        night('02:10', '02:20'),
        'Australia/Lord_Howe',
        '2026-10-04T15:10Z',
      ],
      [
        'Lord Howe, opens when the gap ends',
        '2026-10-03T15:00Z',
        night('02:10', '05:00'),
        'Australia/Lord_Howe',
        '2026-10-03T15:30Z',
      ],
      // Southern summer: Sydney 5 April 2026, 03:00 becomes 02:00 at 4 April, 16:00Z. Santiago 6 September
      // 2026, 00:00 becomes 01:00 at 04:00Z.
      [
        'Sydney, repeated hour',
        '2026-04-04T16:15Z',
        night('02:00', '02:30'),
        'Australia/Sydney',
        '2026-04-04T16:15Z',
      ],
      [
        'Santiago, midnight does not exist',
        '2026-09-06T03:30Z',
        night('00:00', '00:30'),
        'America/Santiago',
        '2026-09-07T03:00Z',
      ],
      // Apia went to bed on Thursday, 29 December 2011, and woke on Saturday, 31 December.
      [
        'Apia, a Friday that never was',
        '2011-12-30T09:00Z',
        rules([['09:00', '17:00']], { allowed_days: ['friday'] }),
        'Pacific/Apia',
        '2012-01-05T19:00Z',
      ],

      ['no windows: never', '2026-11-20T08:30Z', rules([]), 'Europe/Paris', 'never'],
      [
        'no days: never',
        '2026-11-20T08:30Z',
        rules([['09:00', '18:00']], { allowed_days: [] }),
        'Europe/Paris',
        'never',
      ],
    ];
  for (const [what, from, rule, zone, expected] of table)
    it(`${what} (${zone})`, () =>
      assert.equal(iso(nextCallMs(Date.parse(from), rule, zoneOffsets(zone))), expected));

  it('lies within hours that end with the window or with a clock change', () => {
    const paris = zoneOffsets('Europe/Paris');
    assert.equal(iso(openUntilMs(Date.parse('2026-11-20T08:30Z'), office, paris)), '2026-11-20T11:00Z');
    const overTheGap = night('01:00', '04:00');
    assert.equal(iso(openUntilMs(Date.parse('2026-03-29T00:30Z'), overTheGap, paris)), '2026-03-29T01:00Z');
  });
});

describe('the next attempt', () => {
  const paris = zoneOffsets('Europe/Paris');
  const windows: readonly Window[] = [
    ['09:00', '12:00', 3600],
    ['14:00', '18:00', 1800],
  ];
  const attempt = (number: number, started: string, minutes = 1, reachedHuman = false) => {
    const startedMs = Date.parse(started);
    return { number, startedMs, endedMs: startedMs + minutes * 60_000, reachedHuman };
  };

  const table: readonly [
    what: string,
    attempt: ReturnType<typeof attempt>,
    rest: Partial<CallRetryConfig>,
    expected: string,
  ][] = [
    [
      'waits for the delay of its window, from its end',
      attempt(1, '2026-11-20T08:00Z', 5),
      {},
      '2026-11-20T09:05Z',
    ],
    ['has the delay of the second window there', attempt(1, '2026-11-20T13:00Z'), {}, '2026-11-20T13:31Z'],
    ['waits for the next window', attempt(1, '2026-11-20T10:30Z'), {}, '2026-11-20T13:00Z'],
    ['waits for the next week', attempt(2, '2026-11-20T16:45Z'), {}, '2026-11-23T08:00Z'],
    ['does not exist when the attempts are used up', attempt(3, '2026-11-20T08:00Z'), {}, 'never'],
    [
      'follows at once when calling twice in a row',
      attempt(1, '2026-11-20T08:00Z'),
      { call_twice_in_a_row: true },
      '2026-11-20T08:01Z',
    ],
    [
      '… but not when a person answered',
      attempt(1, '2026-11-20T08:00Z', 1, true),
      { call_twice_in_a_row: true },
      '2026-11-20T09:01Z',
    ],
    [
      '… only after the first',
      attempt(2, '2026-11-20T08:00Z'),
      { call_twice_in_a_row: true },
      '2026-11-20T09:01Z',
    ],
    [
      '… and never outside a window',
      attempt(1, '2026-11-20T10:59Z', 2),
      { call_twice_in_a_row: true },
      '2026-11-20T13:00Z',
    ],
    [
      '… nor beyond the attempts',
      attempt(1, '2026-11-20T08:00Z'),
      { call_twice_in_a_row: true, max_retry_attempts: 1 },
      'never',
    ],
  ];
  for (const [what, ended, rest, expected] of table)
    it(what, () => assert.equal(iso(nextAttemptMs(ended, rules(windows, rest), paris)), expected));
});
