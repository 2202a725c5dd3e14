import assert from 'node:assert/strict';
import type { Campaign } from '../../../../src/core/campaign.ts';
import {
  mayCall,
  stopAll,
  stopQuestion,
  stopReport,
  type StopOptions,
} from '../../../../src/launch/changes/stopAll.ts';
import { verifiedCancel, type CancelOptions } from '../../../../src/launch/changes/verifiedCancel.ts';
import { Bench, contacts, mondayMs } from '../../sandbox/harness.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../../../unit/support/campaigns.ts';

describe('stopping campaigns', () => {
  let bench: Bench;
  let waits: number;
  beforeEach(async () => {
    bench = await Bench.start();
    waits = 0;
  });
  afterEach(() => bench.close());

  function options(about: Partial<StopOptions> = {}): StopOptions & CancelOptions {
    return {
      api: bench.client,
      clock: { now: () => mondayMs },
      wait: () => {
        waits += 1;
        return Promise.resolve();
      },
      seen: () => undefined,
      began: () => undefined,
      signal: new AbortController().signal,
      ...about,
    };
  }

  const fault = (rest: Record<string, unknown>) => bench.ask('POST', '/__sandbox/faults', rest);
  const listed = () => bench.client.listCampaigns();

  it('reports what the campaign shows afterwards', async () => {
    const id = await bench.create();
    const seen: string[] = [];
    const end = await verifiedCancel(
      id,
      options({ seen: ({ is_cancelled }) => seen.push(String(is_cancelled)) }),
    );
    assert.equal(end.kind, 'cancelled');
    assert.deepEqual(seen, ['true']);
  });

  it('does not count a lost answer as a failure when the campaign is cancelled', async () => {
    const id = await bench.create();
    await fault({ method: 'POST', path: '/api/campaigns/*/cancel', reset: true, afterAccept: true });
    assert.equal((await verifiedCancel(id, options())).kind, 'cancelled');
  });

  it('treats a cancelled campaign as done: repeating is safe', async () => {
    const id = await bench.create();
    await verifiedCancel(id, options());
    assert.equal((await verifiedCancel(id, options())).kind, 'cancelled');
  });

  it('reports a refusal with its reason, without waiting', async () => {
    const id = await bench.create();
    await fault({ method: 'POST', path: '/api/campaigns/*/cancel', status: 503, message: 'Not today' });
    const end = await verifiedCancel(id, options());
    assert.ok(end.kind === 'failed');
    assert.match(end.problem, /Not today/);
    assert.equal(waits, 0);
  });

  it('does not trust a server that says yes and continues', async () => {
    const id = await bench.create();
    const stubborn = {
      cancelCampaign: () => Promise.resolve(true),
      retrieveCampaign: (each: string) => bench.client.retrieveCampaign(each),
    };
    const end = await verifiedCancel(id, options({ api: stubborn }));
    assert.ok(end.kind === 'failed');
    assert.equal(end.problem, 'the server accepted, but it is still running');
    assert.equal(waits, 6); // a minute in all
  });

  it('stops all, a few at a time, and continues after a failure', async () => {
    for (let number = 0; number < 10; number += 1) await bench.create({ name: `Campaign ${number}` });
    await fault({ method: 'POST', path: '/api/campaigns/*/cancel', status: 500 });
    let atOnce = 0;
    let most = 0;
    const counting = {
      cancelCampaign: (id: string) => {
        most = Math.max(most, (atOnce += 1));
        return bench.client.cancelCampaign(id).finally(() => (atOnce -= 1));
      },
      retrieveCampaign: (id: string) => bench.client.retrieveCampaign(id),
    };
    const campaigns = await listed();
    const ends = await stopAll(campaigns, options({ api: counting }));
    assert.deepEqual(
      ends.map(({ campaign: { id } }) => id),
      campaigns.map(({ id }) => id),
    );
    assert.equal(most, 4);
    assert.equal(ends.filter(({ end }) => end.kind === 'failed').length, 1);
    assert.equal((await listed()).filter(({ is_cancelled }) => is_cancelled).length, 9);
    const { text, failed } = stopReport(10, ends);
    assert.match(
      text,
      /^9 campaigns are stopped\. 1 not: “Campaign \d” \(.*500.*\)\. No call is in progress\.$/,
    );
    const again = await stopAll(
      failed.map(({ campaign: each }) => each),
      options(),
    );
    assert.deepEqual(
      again.map(({ end }) => end.kind),
      ['cancelled'],
    );
  });

  it('reports calls in progress', async () => {
    await bench.create({ contacts: contacts('0100', '0101'), max_concurrent_calls: 2 });
    await bench.step(5);
    const ends = await stopAll(await listed(), options());
    assert.equal(
      stopReport(1, ends).text,
      '1 campaign is stopped. 2 calls are still in progress and will end by themselves.',
    );
  });

  it('starts no further one once a person cancels', async () => {
    for (let number = 0; number < 6; number += 1) await bench.create();
    const abort = new AbortController();
    const ends = await stopAll(await listed(), options({ signal: abort.signal, began: () => abort.abort() }));
    assert.equal(ends.length, 1);
    assert.match(stopReport(6, ends).text, /^1 campaign is stopped\. 5 not tried, because you cancelled\./);
  });

  it('does not claim that no call is in progress where the campaign could not be read', () => {
    const end = { kind: 'failed', problem: 'no answer', campaign: undefined } as const;
    const { text } = stopReport(1, [{ campaign: campaign(), end }]);
    assert.equal(text, 'No campaign is stopped. 1 not: “Spring reminders” (no answer).');
  });
});

describe('the confirmation before all campaigns are stopped', () => {
  const states: [about: Partial<Campaign>, may: boolean][] = [
    [{}, true],
    [{ scheduled_at: hoursFromNoon(2) }, true],
    [{ status: 'queued' }, true],
    [{ status: 'paused' }, true],
    [{ status: 'archived', row_stats: rowStats({ total: 24, completed: 20, failed: 4 }) }, false],
    [{ status: 'archived', row_stats: rowStats({ total: 24, completed: 20 }) }, true],
    [{ row_stats: rowStats({ total: 24, not_launched: 24 }) }, false],
    [{ status: 'draft' }, false],
    [{ status: 'completed' }, false],
    [{ is_cancelled: true }, false],
  ];
  for (const [about, may] of states) {
    it(`is about ${may ? 'this' : 'no such'} campaign: ${JSON.stringify(about)}`, () =>
      assert.equal(
        mayCall(campaign(about), noonMs, () => false),
        may,
      ));
  }

  it('includes one whose calls wait on the server for a start that was requested here', () => {
    const waiting = campaign({ id: 'c1', row_stats: rowStats({ total: 24, not_launched: 24 }) });
    assert.equal(
      mayCall(waiting, noonMs, (id) => id === 'c1'),
      true,
    );
  });

  it('counts and names them, and says so on its button', () => {
    const stats = rowStats({ total: 30, pending: 20, retry: 3, calling: 2 });
    const { question, detail, stop, keep } = stopQuestion(
      [campaign({ name: 'One', row_stats: stats }), campaign({ name: 'Two', status: 'queued' })],
      noonMs,
      undefined,
    );
    assert.equal(question, 'Stop 2 running, scheduled or paused campaigns?');
    assert.deepEqual([stop, keep], ['Stop 2 Campaigns', 'Keep Them Running']);
    assert.match(detail, /^“One”: running, 23 calls to make\n“Two”: status "queued"\n/);
    assert.match(detail, /2 calls in progress will be allowed to finish/);
  });

  it('fits the screen, however many there are', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => campaign({ name: `Campaign ${index}` }));
    const { detail, stop } = stopQuestion(many, noonMs, undefined);
    assert.equal(stop, 'Stop 1,200 Campaigns');
    assert.ok(detail.split('\n').length < 25);
    assert.match(detail, /\nand 1,185 more\n/);
  });

  it('says when the list is old', () => {
    const stale = { problem: 'The server did not answer.', readMs: noonMs - 3_600_000 };
    assert.match(
      stopQuestion([campaign()], noonMs, stale).detail,
      /^The campaigns could not be read just now: The server did not answer\. These ran today 11:00; others may/,
    );
  });
});
