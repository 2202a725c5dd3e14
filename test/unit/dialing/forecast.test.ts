import assert from 'node:assert/strict';
import type { CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { retryDefaults } from '../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { groupContacts, mixedContacts } from '../../../src/dialing/contactGroups.ts';
import { forecast } from '../../../src/dialing/forecast.ts';
import { defaultAssumptions, type ForecastAssumptions } from '../../../src/dialing/forecastAssumptions.ts';
import type { Forecast, PlanInput } from '../../../src/dialing/forecastTypes.ts';

const pace = { yieldIfDue: () => Promise.resolve() };
/** Certain figures: low, likely and high are the same. */
function certain(about: Partial<Record<keyof ForecastAssumptions, number>>): ForecastAssumptions {
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
  return Object.fromEntries(entries) as ForecastAssumptions;
}

interface Case extends Partial<Omit<PlanInput, 'contacts' | 'rules'>> {
  readonly counts: Readonly<Record<string, number>>;
  readonly config?: Partial<CallRetryConfig>;
  readonly start?: string;
}

function plan({ counts, config, start = '2026-11-16T00:00Z', ...rest }: Case): Promise<Forecast> {
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
  return forecast(input, pace);
}

const iso = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 19) + 'Z';

describe('the forecast', () => {
  it('equals the arithmetic: lines × seconds of the window ÷ seconds of a call, day by day', async () => {
    // Monday 2026-11-16; Paris is UTC+1, so 10:00 to 18:00 there is 09:00Z to 17:00Z, 28,800 s a day. A call
    // is 15 s of ringing and 75 s of talk, 90 s: 28,800 ÷ 90 = 320 starts a line and day, 1,600 on five
    // lines. 4,000 contacts who all answer: 1,600 on Monday, 1,600 on Tuesday, 800 on Wednesday. 800 ÷ 5 =
    // 160 calls a line, 160 × 90 s = 14,400 s = 4 h: the last ends on Wednesday at 13:00Z, and began 90 s
    // before.
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

  it('repeats calls as often as the rules say: 800 + half of them + half of those', async () => {
    // Half of all attempts reach a person: 800 + 400 + 200 attempts, of which 400 + 200 + 100 reach somebody;
    // the last 100 have no attempt left.
    const result = await plan({
      counts: { FR: 800 },
      concurrency: 50,
      assumptions: certain({ answerRate: 0.5 }),
      config: { max_retry_attempts: 3 },
    });
    assert.equal(result.attempts.likely, 1400);
    assert.equal(result.reached.likely, 700);
    assert.equal(result.unfinished.likely, 0);
    const [answered, unanswered] = [sum(result, 'answered'), sum(result, 'unanswered')];
    assert.deepEqual([answered, unanswered], [700, 700]);
  });

  it('moves attempts that do not fit to the next allowed day', async () => {
    // Friday 2026-11-20 at 16:30 in Paris (15:30Z). 2 contacts, nobody answers for 30 s, then 2 h of delay:
    // 15:30:30Z + 2 h = 17:30:30Z, after 17:00Z. Second attempt on Monday at 09:00Z, ending 09:00:30Z; the
    // third 2 h later, at 11:00:30Z, the same day. It ends at 11:01:00Z.
    const result = await plan({
      counts: { FR: 2 },
      start: '2026-11-20T15:30Z',
      assumptions: certain({ answerRate: 0 }),
    });
    assert.equal(result.movedToAnotherDay, 2);
    assert.equal(iso(result.finish.likelyMs), '2026-11-23T11:01:00Z');
    assert.equal(result.attempts.likely, 6);
    // No call from the hour of the first to the hour of the next: Friday 16:00Z to Monday 09:00Z, a weekend.
    assert.deepEqual(
      result.pauses.map(({ fromMs, untilMs }) => [iso(fromMs), iso(untilMs)]),
      [['2026-11-20T16:00:00Z', '2026-11-23T09:00:00Z']],
    );
  });

  it('calls each zone by its own clock, the one that opens first first', async () => {
    const result = await plan({ counts: { US: 1, JP: 1, FR: 1 }, start: '2026-11-16T02:00Z' });
    // 10:00 in Tokyo is 01:00Z, so it is open at 02:00Z; in Paris 09:00Z; in New York 15:00Z. New York's code
    // is the whole country's: its number is marked.
    assert.deepEqual(
      result.zones.map(({ zone, firstCallMs, ambiguous }) => [zone, iso(firstCallMs), ambiguous]),
      [
        ['Asia/Tokyo', '2026-11-16T02:00:00Z', 0],
        ['Europe/Paris', '2026-11-16T09:00:00Z', 0],
        ['America/New_York', '2026-11-16T15:00:00Z', 1],
      ],
    );
  });

  it('counts an hour that the clocks repeat twice, and skips one that they skip', async () => {
    const sundayNight = (start: string, end: string): Case => ({
      counts: { US: 500 },
      concurrency: 1,
      assumptions: certain({ ringSeconds: 15, talkSeconds: 45 }),
      config: {
        allowed_days: ['sunday'],
        calling_windows: [
          { calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: 0 },
        ],
      },
    });
    // New York, 2026-11-01: 01:00 to 02:00 is 05:00Z to 06:00Z in summer time and again 06:00Z to 07:00Z.
    // One line, 60 s a call: 60 calls in each hour.
    const autumn = await plan({ ...sundayNight('01:00', '02:00'), start: '2026-10-31T12:00Z' });
    assert.deepEqual(
      autumn.hours.slice(0, 3).map(({ fromMs, answered }) => [iso(fromMs), answered]),
      [
        ['2026-11-01T05:00:00Z', 60],
        ['2026-11-01T06:00:00Z', 60],
        ['2026-11-08T06:00:00Z', 60],
      ],
    );
    assert.deepEqual(autumn.clockChanges, [
      { zone: 'America/New_York', atMs: Date.parse('2026-11-01T06:00Z'), byMinutes: -60 },
    ]);
    // 2026-03-08: 02:00 to 03:00 does not exist. The next is a week later, in summer time: 06:00Z.
    const spring = await plan({ ...sundayNight('02:00', '03:00'), start: '2026-03-07T12:00Z' });
    assert.equal(iso(spring.firstCallMs), '2026-03-15T06:00:00Z');
  });

  it('reports what does not fit before the horizon', async () => {
    // 1,600 calls a day (see above), ten working days in two weeks: 16,000 of 20,000 contacts, 4,000 are
    // left.
    const result = await plan({
      counts: { FR: 20_000 },
      concurrency: 5,
      assumptions: certain({ talkSeconds: 75 }),
      horizonDays: 14,
    });
    assert.deepEqual(result.finish, { earlyMs: undefined, likelyMs: undefined, lateMs: undefined });
    assert.equal(result.attempts.likely, 16_000);
    assert.equal(result.untried.likely, 4000);
    assert.equal(result.unfinished.likely, 4000);
  });

  const never: readonly (readonly [string, Case, string, RegExp])[] = [
    ['numbers of no country', { counts: { none: 3 } }, 'noZone', /3 contacts.*belong to no country/],
    [
      'a zone that does not exist',
      { counts: { FR: 2 }, config: { timezone: 'Europe/Atlantis' } },
      'noZone',
      /2 contacts can never be called: "Europe\/Atlantis" is not a time zone/,
    ],
    ['no window', { counts: { FR: 1 }, config: { calling_windows: [] } }, 'noWindow', /1 contact can never/],
    ['no day', { counts: { FR: 1 }, config: { allowed_days: [] } }, 'noDay', /no day of the week/],
  ];
  for (const [what, about, reason, sentence] of never) {
    it(`finds contacts that can never be called: ${what}`, async () => {
      const result = await plan(about);
      assert.deepEqual(
        result.never.map((one) => one.reason),
        [reason],
      );
      assert.match(result.never[0]?.sentence ?? '', sentence);
      assert.equal(result.attempts.likely, 0);
      assert.equal(result.firstCallMs, undefined);
      assert.equal(result.finish.likelyMs, undefined);
    });
  }

  it('calls numbers without a country where the rules name a zone', async () => {
    const result = await plan({ counts: { none: 3 }, config: { timezone: 'Europe/Paris' } });
    assert.deepEqual(result.never, []);
    assert.equal(result.attempts.likely, 3);
  });

  it('covers the range of the assumptions, and says when it assumes the number of lines', async () => {
    const result = await plan({ counts: { FR: 3000 }, assumptions: defaultAssumptions });
    const { earlyMs = 0, likelyMs = 0, lateMs = 0 } = result.finish;
    assert.ok(earlyMs < likelyMs && likelyMs < lateMs);
    assert.ok(result.attempts.low < result.attempts.likely && result.attempts.likely < result.attempts.high);
    assert.deepEqual(result.concurrency, { limit: 5, assumed: true, peak: 5 });
    assert.deepEqual(await plan({ counts: { FR: 3000 }, assumptions: defaultAssumptions }), result);
  });

  it('yields at least every few thousand calls, and stops when aborted', async () => {
    let breaths = 0;
    const input: PlanInput = {
      contacts: mixedContacts([{ country: 'FR', count: 3000 }]),
      rules: readCallingRules().rules,
      startMs: Date.parse('2026-11-16T00:00Z'),
      assumptions: certain({ answerRate: 0 }),
    };
    const count = { yieldIfDue: () => Promise.resolve(void (breaths += 1)) };
    const { attempts } = await forecast(input, count);
    // Each attempt is two steps, a start and an end; five worlds are looked at.
    assert.ok(breaths > (attempts.likely * 2 * 5) / 3000);
    const stop = { yieldIfDue: () => Promise.reject(new DOMException('', 'AbortError')) };
    await assert.rejects(forecast(input, stop), { name: 'AbortError' });
  });
});

describe('the contacts of a forecast', () => {
  it('are grouped by country, in the order of the list', async () => {
    const countryOf = (number: string) => (number.startsWith('+33') ? 'FR' : undefined);
    const groups = await groupContacts(['+331', '+881', '+332'], countryOf, pace);
    assert.deepEqual(groups.groups, [
      { country: 'FR', count: 2 },
      { country: undefined, count: 1 },
    ]);
    assert.deepEqual([...groups.order], [0, 1, 0]);
  });

  it('are mixed evenly where only counts are known', () => {
    const mixed = mixedContacts([
      { country: 'FR', count: 6 },
      { country: 'US', count: 2 },
    ]);
    assert.deepEqual([...mixed.order].join(''), '00100010');
  });
});

function sum({ hours }: Forecast, what: 'answered' | 'unanswered'): number {
  return hours.reduce((total, hour) => total + hour[what], 0);
}
