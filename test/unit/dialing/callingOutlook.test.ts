import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/core/campaign.ts';
import { retryDefaults } from '../../../src/core/retryConfig.ts';
import type { Row } from '../../../src/core/row.ts';
import { callingOutlook, type CallingOutlook } from '../../../src/dialing/callingOutlook.ts';
import { campaign, rowStats } from '../support/campaigns.ts';

/** A Monday; Paris is an hour ahead of UTC, New York five behind. */
const monday = '2026-11-16';
const at = (time: string, day = monday) => Date.parse(`${day}T${time}Z`);

function row(phone_number: string, call: Partial<NonNullable<Row['call']>> = {}): Row {
  return {
    id: phone_number,
    phone_number,
    input_data: {},
    call: { id: 'k', status: 'queued_for_calling', call_attempts: [], ...call },
  };
}
const paris = row('+33199001201');
const newYork = row('+12125550100');
const countryOf = (e164: string) =>
  e164.startsWith('+33') ? 'FR' : e164.startsWith('+1') ? 'US' : undefined;

interface Case {
  readonly about?: Partial<Campaign>;
  readonly rows?: readonly Row[];
  readonly now?: number;
  readonly others?: number;
}

function ask({ about, rows = [paris], now = at('10:00'), others = 0 }: Case): CallingOutlook {
  const stats = rowStats({ total: 10, pending: 10 });
  const asked = campaign({ row_stats: stats, call_retry_config: retryDefaults, ...about });
  return callingOutlook({ campaign: asked, nowMs: now, rows, countryOf, othersRunning: others });
}

const tried = (ended: string, calls_count = 1) =>
  row('+33199001202', {
    calls_count,
    call_attempts: [
      { id: 'a', status: 'error', started_at: ended, ended_at: ended, dial_error: 'no_answer' },
    ],
  });

describe('why nobody is being called', () => {
  const cases: readonly (readonly [
    what: string,
    about: Case,
    kinds: string,
    sentence: RegExp,
    next?: string,
  ])[] = [
    ['a draft', { about: { status: 'draft' } }, 'draft', /nobody is called until you launch it/],
    ['a cancelled one', { about: { is_cancelled: true } }, 'cancelled', /cannot be started again/],
    ['a completed one', { about: { status: 'completed' } }, 'completed', /every contact/],
    ['a paused one', { about: { status: 'paused' } }, 'paused', /until you resume it/],
    [
      // 08:00Z on Tuesday is 09:00 in Paris, where the hours begin at 10:00.
      'one that is scheduled before the hours open',
      { about: { scheduled_at: '2026-11-17T08:00:00Z' } },
      'scheduled',
      /no call begins before/,
      '2026-11-17T09:00:00.000Z',
    ],
    [
      // 08:30Z is 09:30 in Paris: half an hour too early.
      'it is early in the morning there',
      { now: at('08:30') },
      'closed',
      /outside the calling hours: it is Mon 09:30 in Paris, and calls are made 10:00–18:00 Mon–Fri/,
      '2026-11-16T09:00:00.000Z',
    ],
    [
      'it is Saturday',
      { now: at('10:00', '2026-11-21') },
      'closed',
      /not a day for calls: it is Sat 11:00 in Paris/,
      '2026-11-23T09:00:00.000Z',
    ],
    [
      'closed for some only',
      { rows: [paris, newYork] },
      'closed,unknown',
      /outside the calling hours for some of those who wait \(New York\): it is Mon 05:00 in New York/,
      '2026-11-16T10:00:00.000Z',
    ],
    [
      'the zone that the rules name counts, not that of the number',
      { about: { call_retry_config: { ...retryDefaults, timezone: 'Asia/Tokyo' } } },
      'closed',
      /it is Mon 19:00 in Tokyo/,
      '2026-11-17T01:00:00.000Z',
    ],
    [
      // Ended at 09:10Z; 7,200 s later it is 11:10Z.
      'everybody was tried and waits for the next attempt',
      { rows: [tried('2026-11-16T09:10:00Z')], about: { row_stats: rowStats({ total: 10, retry: 10 }) } },
      'retryDelay',
      /The waiting contacts were already called but not reached/,
      '2026-11-16T11:10:00.000Z',
    ],
    [
      'all lines are busy',
      { about: { max_concurrent_calls: 2, row_stats: rowStats({ total: 10, pending: 8, calling: 2 }) } },
      'linesBusy',
      /2 calls are in progress, the maximum of this campaign/,
    ],
    [
      'somebody is being called after all',
      { about: { row_stats: rowStats({ total: 10, pending: 9, calling: 1 }) } },
      'calling',
      /1 call is in progress/,
    ],
    [
      'nobody is left',
      { about: { row_stats: rowStats({ total: 10, completed: 10 }) }, rows: [] },
      'nobodyLeft',
      /Nobody is left/,
    ],
    [
      'calls are being prepared',
      { rows: [row('+33199001201', { status: 'initializing' })] },
      'initializing',
      /still preparing/,
    ],
    ['no reason is known', { others: 2 }, 'unknown', /rules allow calls now.*2 other campaigns run/],
    ['no row could be read', { rows: [] }, 'unknown', /The waiting contacts could not be read/],
    [
      'rules without hours',
      { about: { call_retry_config: { ...retryDefaults, calling_windows: [] } } },
      'noRules',
      /no calling window that this extension can read/,
    ],
  ];
  for (const [what, about, kinds, sentence, next] of cases) {
    it(what, () => {
      const outlook = ask(about);
      assert.equal(outlook.reasons.map(({ kind }) => kind).join(), kinds);
      assert.match(outlook.reasons[0]?.sentence ?? '', sentence);
      if (next !== undefined) assert.equal(new Date(outlook.nextMs ?? 0).toISOString(), next);
    });
  }

  it('uses the service’s own time where it reports one', () => {
    const planned = row('+33199001201', { status: 'scheduled', scheduled_at: '2026-11-16T15:00:00Z' });
    const outlook = ask({ rows: [planned], now: at('08:30') });
    assert.equal(outlook.nextMs, at('15:00'));
    assert.match(outlook.next ?? '', /the service says.*Mon 16:00 in Paris/);
  });

  it('marks what is inferred', () => {
    assert.deepEqual(
      ask({ now: at('08:30') }).reasons.map(({ inferred }) => inferred),
      [true],
    );
    assert.deepEqual(
      ask({ about: { status: 'draft' } }).reasons.map(({ inferred }) => inferred),
      [false],
    );
  });

  it('has no zone for a number without a country', () => {
    const outlook = ask({ rows: [row('+881612345678')] });
    assert.equal(outlook.nextMs, undefined);
    assert.equal(outlook.reasons[0]?.kind, 'unknown');
  });
});
