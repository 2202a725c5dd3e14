import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import { createRequest, type Start } from '../../../../src/launch/draft/campaignSpec.ts';
import { scheduleWarning, observedScheduleSupport } from '../../../../src/launch/start/scheduleSupport.ts';
import { hasCalled } from '../../../../src/launch/comparison/verify.ts';
import {
  countdownLabel,
  countdownText,
  countdownTooltip,
  readUpcomingStarts,
  upcomingStartStatus,
  upcomingStart,
  type UpcomingStart,
} from '../../../../src/launch/start/upcomingStart.ts';
import type { Revision } from '../../../../src/sandbox/revision.ts';
import { Bench, mondayMs } from '../../sandbox/harness.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../../../unit/support/campaigns.ts';

const minuteMs = 60_000;
const assistantId = campaign().assistant_id;
const contact = { to_phone_number: '+33199001201', prompt_variables: {} };
const graceful: Start = { kind: 'grace', delayMs: 5 * minuteMs };
const request = createRequest({ assistantId, name: 'Spring', start: graceful }, [contact], noonMs);
const waits = campaign({ name: 'Spring', scheduled_at: request.scheduled_at });
const start: UpcomingStart = {
  campaignId: 'c1',
  name: 'Spring',
  baseUrl: 'https://www.getrevox.com/api',
  startMs: noonMs + 5 * minuteMs,
  contacts: 21,
};

describe('a start with time to cancel', () => {
  it('is counted from when the request is sent, not from when it was chosen', () => {
    assert.equal(request.scheduled_at, new Date(noonMs + 5 * minuteMs).toISOString());
    assert.equal(request.launch, true);
  });

  const servers: [what: string, revision: Revision, scheduleSupport: string | undefined, counted: boolean][] =
    [
      ['that knows no drafts but waits', '0.1.1', 'honoured', true],
      ['that waits', 'docs', 'honoured', true],
      ['that dials nobody', '0.5.0', undefined, false],
    ];
  for (const [what, revision, scheduleSupport, counted] of servers) {
    it(`shows ${scheduleSupport ?? 'nothing'} about a server ${what}`, async () => {
      const bench = await Bench.start({ revision });
      try {
        const [id = ''] = await bench.assistantIds();
        const plan = { assistantId: id, name: 'Spring', start: graceful };
        const asked = createRequest(plan, [contact], mondayMs);
        const answer = await bench.client.createCampaign(asked);
        assert.equal(observedScheduleSupport(asked, answer, mondayMs), scheduleSupport);
        const upcoming = upcomingStart(asked, answer, bench.sandbox.baseUrl, mondayMs);
        assert.deepEqual(
          upcoming,
          counted
            ? {
                campaignId: answer.id,
                name: 'Spring',
                baseUrl: bench.sandbox.baseUrl,
                startMs: mondayMs + 5 * minuteMs,
                contacts: 1,
              }
            : undefined,
        );
      } finally {
        await bench.close();
      }
    });
  }

  const silent: [what: string, start: Start, answer: Partial<Campaign>][] = [
    ['a draft', { kind: 'draft' }, { status: 'draft' }],
    ['a start at once', { kind: 'now' }, {}],
    ['a start that is nearly due', { kind: 'grace', delayMs: 20_000 }, {}],
    ['another time than the one asked for', graceful, { scheduled_at: hoursFromNoon(2) }],
    ['a status that nobody knows', graceful, { status: 'queued' }],
  ];
  for (const [what, kind, answer] of silent) {
    it(`shows nothing about waiting after ${what}`, () => {
      const asked = createRequest({ assistantId, name: 'Spring', start: kind }, [contact], noonMs);
      assert.equal(observedScheduleSupport(asked, campaign(answer), noonMs), undefined);
    });
  }

  it('counts as ignored when the campaign is running afterwards', () =>
    assert.equal(observedScheduleSupport(request, campaign(), noonMs), 'ignored'));

  it('counts as ignored when somebody was called, whatever the status says', () => {
    const called = { ...waits, row_stats: rowStats({ total: 1, calling: 1 }) };
    assert.equal(hasCalled(called), true);
    assert.equal(observedScheduleSupport(request, called, noonMs), 'ignored');
  });

  it('causes a warning until the server was seen to wait', () => {
    assert.equal(scheduleWarning('honoured'), undefined);
    assert.match(scheduleWarning('unknown') ?? '', /haven’t confirmed that this server honours start times/);
    assert.match(scheduleWarning('ignored') ?? '', /ignored the last start time/);
  });
});

describe('the countdown', () => {
  it('starts in the last hour, for schedules as well', () => {
    const inMinutes = (minutes: number) => {
      const at = { ...waits, scheduled_at: new Date(noonMs + minutes * minuteMs).toISOString() };
      return upcomingStart(request, at, start.baseUrl, noonMs)?.startMs;
    };
    assert.equal(inMinutes(60), noonMs + 60 * minuteMs);
    assert.equal(inMinutes(61), undefined);
  });

  const clocks: [what: string, createdMs: number, minutes: number][] = [
    ['a server clock ahead of ours makes it shorter', noonMs + 2 * minuteMs, 3],
    ['an answer that was long on its way does not make it longer', noonMs - minuteMs, 5],
    ['a zone that somebody forgot changes nothing', noonMs + 120 * minuteMs, 5],
  ];
  for (const [what, createdMs, minutes] of clocks) {
    it(what, () => {
      const answer = { ...waits, created_at: new Date(createdMs).toISOString() };
      const found = upcomingStart(request, answer, start.baseUrl, noonMs);
      assert.equal(found?.startMs, noonMs + minutes * minuteMs);
    });
  }

  const standings: [what: string, answer: Campaign | undefined, listed: boolean, standing: string][] = [
    ['before anything is read, as after a reload', undefined, false, 'waits'],
    ['while the list does not name it', undefined, true, 'hidden'],
    ['as long as it is scheduled', waits, true, 'waits'],
    ['when it was paused in the dashboard', campaign({ status: 'paused' }), true, 'hidden'],
    ['when it runs already', campaign(), true, 'hidden'],
    ['when it was cancelled elsewhere', campaign({ is_cancelled: true }), true, 'over'],
    ['when it is completed', campaign({ status: 'completed' }), true, 'over'],
  ];
  for (const [what, answer, listed, expected] of standings) {
    it(`${what}: ${expected}`, () =>
      assert.equal(upcomingStartStatus(start, answer, listed, noonMs), expected));
  }

  it('ends at the minute of the start, whatever was read', () =>
    assert.equal(upcomingStartStatus(start, waits, true, start.startMs), 'over'));

  const texts: [leftMs: number, text: string][] = [
    [272_000, '$(clock) “Spring” starts in 4:32'],
    [271_001, '$(clock) “Spring” starts in 4:32'],
    [60_000, '$(clock) “Spring” starts in 1:00'],
    [900, '$(clock) “Spring” starts in 0:01'],
    [-1, '$(clock) “Spring” starts in 0:00'],
  ];
  for (const [leftMs, text] of texts) {
    it(`reads ${text}`, () => assert.equal(countdownText(start, start.startMs - leftMs), text));
  }

  it('shortens a long name, and shows none as an icon', () => {
    const long = countdownText({ ...start, name: '$(flame) Reminders of the spring of 2027' }, noonMs);
    assert.equal(long, '$(clock) “$ (flame) Reminders of the s…” starts in 5:00');
  });

  it('says what a click does, and is read aloud in minutes', () => {
    assert.equal(
      countdownTooltip(start, noonMs),
      '“Spring” starts today 12:05 and calls 21 people.\nClick to cancel it before it starts.',
    );
    assert.match(countdownLabel(start, noonMs + 1000), /starts within 5 minutes\. Press to cancel\./);
    assert.match(countdownLabel(start, start.startMs - 1), /within 1 minute/);
  });

  it('ignores invalid stored values', () => {
    const stored = [start, null, { ...start, startMs: '5' }, { campaignId: 'c2' }];
    assert.deepEqual(readUpcomingStarts(stored), [start]);
    assert.deepEqual(readUpcomingStarts('nothing'), []);
  });
});
