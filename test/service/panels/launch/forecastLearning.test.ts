import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Campaign } from '../../../../src/core/campaign.ts';
import type { RowsQuery } from '../../../../src/core/row.ts';
import type { AssumptionsDraft } from '../../../../src/panels/contract/protocolLaunchDraft.ts';
import { FinishedCalls } from '../../../../src/panels/launch/finishedCalls.ts';
import { LaunchSheet } from '../../../../src/panels/launch/launchSheet.ts';
import { Bench, contacts } from '../../sandbox/harness.ts';
import { draft, preparation } from '../../../unit/panels/launch/launchFixtures.ts';

/** Numbers with a known fate: 40 of 100 are answered by a person. */
const fates = (count: number) =>
  contacts(
    ...Array.from({ length: count }, (_, at) => (at % 10 < 4 ? '0100' : at % 10 < 7 ? '0101' : '0114')),
  ).map((contact, at) => ({
    ...contact,
    to_phone_number: `+1${201 + (at % 700)}555${contact.to_phone_number.slice(-4)}`,
  }));

describe('the forecast of a sheet, with the sandbox', () => {
  let bench: Bench;
  let calls: FinishedCalls;
  const asked: { readonly id: string; readonly query: RowsQuery; readonly signal: AbortSignal }[] = [];

  beforeEach(async () => {
    bench = await Bench.start();
    calls = new FinishedCalls();
    asked.length = 0;
    const { client } = bench;
    const getRows = client.getRows.bind(client);
    client.getRows = (id, query, signal) => {
      asked.push({ id, query, signal: signal! });
      return getRows(id, query, signal);
    };
  });
  afterEach(() => bench.close());

  /** A campaign that is over. */
  async function finished(count: number, rest: Record<string, unknown> = {}): Promise<string> {
    const rules = { ...((await bench.body()).call_retry_config as object), max_retry_attempts: 1 };
    const id = await bench.create({
      contacts: fates(count),
      call_retry_config: rules,
      max_concurrent_calls: 200,
      ...rest,
    });
    await bench.step(24 * 3600);
    assert.equal((await bench.campaign(id)).status, 'completed');
    return id;
  }

  /** An open sheet; `learnt` resolves when it says that the plan is another. */
  async function openSheet(campaigns?: readonly Campaign[]) {
    const all = campaigns ?? (await bench.client.listCampaigns());
    const [assistantId = ''] = await bench.assistantIds();
    let tell: () => void;
    const learnt = new Promise<void>((resolve) => (tell = resolve));
    const sheet = new LaunchSheet(preparation(bench.client, { campaigns: () => all }), {
      campaigns: () => all,
      usedBefore: () => Promise.resolve([]),
      isSent: () => false,
      finishedCalls: calls,
      onLearnt: () => tell(),
      clock: { now: () => Date.parse('2026-11-20T12:00:00Z') },
    });
    const plan = async (assumptions?: AssumptionsDraft, about: object = {}) => {
      const view = await sheet.plan(draft({ assistantId, rulesFrom: 'assistant', assumptions, ...about }));
      assert.ok(view !== undefined);
      return { basis: view.basis, values: view.assumptions.map(({ value }) => value), view };
    };
    return { sheet, plan, learnt, assistantId };
  }

  it('starts with the default assumptions, and continues with those of finished campaigns', async () => {
    await finished(60);
    await finished(60);
    const { plan, learnt } = await openSheet();
    const before = await plan();
    assert.match(before.basis, /^Default assumptions\. Your finished campaigns/);
    assert.deepEqual(before.values, [30, 75, 15]);
    await learnt;
    const after = await plan();
    assert.equal(after.basis, 'Based on 2 finished campaigns (120 calls). Your list may differ.');
    assert.equal(after.values[0], 40);
    assert.match(after.view.assumptions[0]?.text ?? '', /^40% of calls \(3\d–4\d%\)$/);
  });

  it('reads a campaign once, however much is typed and however often a sheet is opened', async () => {
    await finished(60);
    const first = await openSheet();
    await first.plan();
    await first.learnt;
    await first.plan({ talkSeconds: 90 });
    const second = await openSheet();
    await second.plan();
    await second.learnt;
    assert.match((await second.plan()).basis, /1 finished campaign \(60 calls\)/);
    assert.equal(asked.length, 1);
  });

  it('reads the assistant’s own campaigns first, and others only while those are too few', async () => {
    const [, other = ''] = await bench.assistantIds();
    const others = await finished(40, { assistant_id: other });
    const own = await finished(40);
    const { plan, learnt } = await openSheet();
    await plan();
    await learnt;
    assert.deepEqual(
      asked.map(({ id }) => id),
      [own, others],
    );
    const many = await finished(100);
    asked.length = 0;
    const next = await openSheet();
    await next.plan();
    await next.learnt;
    assert.deepEqual(
      asked.map(({ id }) => id),
      [many],
    );
  });

  it('reads two pages each of three campaigns, and no more', async () => {
    for (let campaign = 0; campaign < 4; campaign += 1) await finished(230);
    const { plan, learnt } = await openSheet();
    await plan();
    await learnt;
    assert.match((await plan()).basis, /3 finished campaigns \(600 calls\)/);
    assert.deepEqual([asked.length, new Set(asked.map(({ id }) => id)).size], [6, 3]);
  });

  it('does not move a slider that a person has moved', async () => {
    await finished(60);
    const { plan, learnt } = await openSheet();
    const moved = { answerPercent: 12 };
    assert.deepEqual((await plan(moved)).values, [12, 75, 15]);
    await learnt;
    const { basis, values } = await plan(moved);
    assert.equal(values[0], 12);
    assert.notDeepEqual(values.slice(1), [75, 15], 'the others are learnt');
    assert.match(basis, /^1 slider moved by you\. Based on 1 finished campaign/);
  });

  it('uses only campaigns that are over', async () => {
    await bench.create({ contacts: fates(60) });
    await bench.create({ contacts: fates(60), launch: false });
    const { plan } = await openSheet();
    assert.match((await plan()).basis, /^Default assumptions: you have no finished campaigns/);
    assert.deepEqual(asked, []);
  });

  it('keeps the default assumptions where the rows cannot be read, and says so', async () => {
    await finished(60);
    await bench.ask('POST', '/__sandbox/faults', { path: '/api/campaigns/*/rows', times: 9, status: 500 });
    const { plan, learnt } = await openSheet();
    await plan();
    await learnt;
    const { basis, values } = await plan();
    assert.deepEqual(
      [basis, values],
      ['Our assumptions: your finished campaigns could not be read.', [30, 75, 15]],
    );
  });

  it('stops reading when the sheet is closed', async () => {
    await finished(230);
    const { sheet, plan } = await openSheet();
    await plan();
    assert.equal(asked.length, 1);
    sheet.dispose();
    assert.equal(asked[0]?.signal.aborted, true);
    await setImmediate();
    await plan();
    assert.equal(asked.length, 1);
  });
});
