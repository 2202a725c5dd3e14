import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import { CampaignStore } from '../../../../src/core/campaignStore.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import type { Row } from '../../../../src/core/row.ts';
import { CampaignFacts } from '../../../../src/host/campaignFacts.ts';
import type { ReportView } from '../../../../src/panels/contract/protocolReport.ts';
import { ReportModel, usualSettings } from '../../../../src/panels/report/reportModel.ts';
import { reportMarkdown } from '../../../../src/panels/report/reportMarkdown.ts';
import { campaign, noonMs, rowStats } from '../../support/campaigns.ts';
import { encodedRow } from '../../support/encodedRow.ts';
import { fakeApi } from '../../support/fakeApi.ts';

const talked = {
  id: 'a',
  status: 'completed',
  result: 'human',
  ended_by: 'user',
  started_at: '2026-11-16T12:00:00Z',
  answered_at: '2026-11-16T12:00:05Z',
  ended_at: '2026-11-16T12:01:05Z',
  structured_output: { interested: true },
  transcript: [
    { role: 'user', content: 'Yes.' },
    { role: 'user', content: 'Tell me more.' },
  ],
};
const busy = { id: 'b', status: 'error', dial_error: 'busy', started_at: '2026-11-16T12:00:00Z' };

/** Rows with these attempts each. */
function rows(...attempts: readonly (typeof talked | typeof busy)[]): readonly Row[] {
  return attempts.map((attempt, at) => ({
    id: `r${at}`,
    phone_number: `+1212555010${at}`,
    input_data: {},
    call: { id: `c${at}`, status: attempt === talked ? 'completed' : 'errored', call_attempts: [attempt] },
  }));
}

/** Rows that nobody would send on purpose. */
const oddRows: readonly Row[] = [
  { id: '', phone_number: '', input_data: {} },
  { id: '', phone_number: '', input_data: {}, call: { id: '', status: '', call_attempts: [] } },
  {
    id: 'x',
    phone_number: 'not a number',
    input_data: {},
    call: {
      id: 'x',
      status: 'levitating',
      call_attempts: [
        { id: '', status: 'odd', result: 'parrot', dial_error: 'gremlins', ended_by: 'moon' },
        { id: '', status: 'completed', started_at: 'yesterday', answered_at: '', ended_at: '1' },
      ],
    },
  },
];

describe('the model of a report', () => {
  let current: Campaign;
  let batches: readonly (readonly Row[])[];
  let failure: Error | undefined;
  let nowMs: number;
  let views: ReportView[];
  let stale: string[];
  let readings: number[];

  beforeEach(() => {
    current = campaign({ status: 'completed', row_stats: rowStats({ total: 2, completed: 2 }) });
    batches = [rows(talked, busy)];
    failure = undefined;
    nowMs = noonMs;
    views = [];
    stale = [];
    readings = [];
  });

  function model(about: Partial<CampaignApi> = {}, ids = ['c1']): ReportModel {
    const api = fakeApi({
      retrieveCampaign: (id) => Promise.resolve({ ...current, id }),
      campaignStatistics: () => Promise.resolve(undefined),
      readEncodedRows: async function* () {
        for (const batch of batches) {
          await Promise.resolve();
          yield batch.map(encodedRow);
        }
        if (failure !== undefined) throw failure;
      },
      ...about,
    });
    const clock = { now: () => nowMs };
    const store = new CampaignStore({ clock, fingerprint: () => '' });
    store.connect(api);
    return new ReportModel({
      ...{ campaignIds: ids, store, clock, facts: new CampaignFacts(clock) },
      api: () => Promise.resolve(api),
      zonesOf: () => Promise.resolve(() => 'America/New_York'),
      sandbox: () => false,
      rate: () => ({ ratePerMinute: undefined, currency: '' }),
      emit: (event, data) => {
        if (event === 'view') views.push(data as ReportView);
        if (event === 'reading') readings.push((data as { read: number }).read);
        if (event === 'stale') stale.push((data as { message: string }).message);
      },
      shown: () => undefined,
      named: () => undefined,
      unexpected: (error) => assert.fail(String(error)),
    });
  }
  const { signal } = new AbortController();
  const settled = async (report: ReportModel) => {
    while (report.view?.reading !== undefined) await new Promise((resolve) => setImmediate(resolve));
    return report.view;
  };

  it('answers with the first page of rows, and updates it as more arrive', async () => {
    current = campaign({ status: 'completed', row_stats: rowStats({ total: 6, completed: 6 }) });
    let goOn: () => void = () => undefined;
    const shown = new Promise<void>((resolve) => (goOn = resolve));
    const report = model({
      readEncodedRows: async function* () {
        yield rows(talked).map(encodedRow);
        await shown;
        nowMs += 1000;
        yield rows(busy, busy)
          .map((row) => ({ ...row, id: `${row.id} too` }))
          .map(encodedRow);
      },
    });
    const first = await report.ready(undefined, signal);
    assert.deepEqual(first.reading, { read: 1, total: 6 });
    goOn();
    await settled(report);
    assert.equal(report.view?.reading, undefined);
    assert.match(report.view?.sentence ?? '', /^Of 3 people, 3 were called and 1 reached \(33%/);
    assert.equal(views.at(-1), report.view);
    assert.deepEqual(readings, [3]);
  });

  it('returns exactly the people behind a number', async () => {
    const report = model();
    await report.ready(undefined, signal);
    await settled(report);
    const behind = (key: string) => report.peopleBehind(key)?.map(({ rowId }) => rowId);
    assert.deepEqual(behind('funnel/reached'), ['r0']);
    assert.deepEqual(behind('dialError/busy'), ['r1']);
    assert.equal(behind('no/such number'), undefined);
  });

  it('counts again with other settings, without asking the server', async () => {
    let reads = 0;
    const report = model({
      readEncodedRows: async function* () {
        reads += 1;
        await Promise.resolve();
        yield rows(talked, busy).map(encodedRow);
      },
    });
    await report.ready(undefined, signal);
    await settled(report);
    const step = (view: ReportView | undefined, label: RegExp) =>
      view?.funnel.table.lines.find(([name]) => label.test(name ?? ''))?.[1];
    assert.equal(step(report.view, /^Real conversation/), '1');
    const view = await report.settings({ ...usualSettings, turns: 3, goal: '["field","interested",true]' });
    assert.equal(step(view, /^Real conversation/), '0');
    assert.equal(step(view, /^interested: /), '1');
    assert.equal(reads, 1);
  });

  it('says when a number has changed since it was read before', async () => {
    current = campaign({ row_stats: rowStats({ total: 2, completed: 1 }) });
    const report = model();
    await report.ready(undefined, signal);
    await settled(report);
    assert.equal(report.changes, true);
    assert.equal(await report.readAgain(signal), false);
    batches = [rows(talked, talked)];
    assert.equal(await report.readAgain(signal), true);
    assert.match(report.view?.sentence ?? '', /2 reached \(100%/);
  });

  it('shows earlier data where nothing can be read, or nothing at all', async () => {
    failure = new ApiError('Revox cannot be reached.', { reason: 'offline' });
    batches = [];
    const report = model();
    await assert.rejects(report.ready(undefined, signal), /cannot be reached/);
    failure = undefined;
    batches = [rows(talked)];
    current = campaign();
    await report.ready(undefined, signal);
    await settled(report);
    report.showStale(new ApiError('Revox cannot be reached.', { reason: 'offline' }));
    assert.deepEqual(stale, ['Revox cannot be reached.']);
    assert.match((await settled(report))?.sentence ?? '', /^Of 1 person/);
  });

  it('forgets everything with the connection', async () => {
    const report = model();
    await report.ready(undefined, signal);
    await settled(report);
    report.connected(false);
    assert.deepEqual(
      [report.view, report.people, report.peopleBehind('funnel/onList')],
      [undefined, [], undefined],
    );
  });

  it('adds up several campaigns', async () => {
    const report = model({}, ['c1', 'c2']);
    await report.ready(undefined, signal);
    const view = await settled(report);
    assert.match(view?.sentence ?? '', /^Of 4 people, 4 were called and 2 reached/);
    assert.equal(view?.campaigns.length, 2);
  });

  const odd: [name: string, rows: readonly Row[], sentence: RegExp][] = [
    ['no rows', [], /^There is nobody on the list\.$/],
    ['rows without ids, times and known words', oddRows, /^Of 3 people, 1 was called and 0 reached/],
  ];
  for (const [name, found, sentence] of odd) {
    it(`makes a report and a document of ${name}`, async () => {
      batches = [found];
      const report = model();
      await report.ready(undefined, signal);
      const view = await settled(report);
      assert.ok(view);
      assert.match(view.sentence, sentence);
      assert.ok(!/NaN|undefined|Infinity/.test(JSON.stringify(view) + reportMarkdown(view, nowMs)));
    });
  }
});
