import assert from 'node:assert/strict';
import { Bench, contacts, mondayMs } from './harness.ts';

const iso = (afterSeconds: number) => new Date(mondayMs + afterSeconds * 1000).toISOString();

describe('sandbox: the lifecycle of a campaign', () => {
  let bench: Bench;
  beforeEach(async () => (bench = await Bench.start()));
  afterEach(() => bench.close());

  async function statuses(id: string): Promise<string[]> {
    return (await bench.calls(id)).map(({ status }) => status);
  }

  it('runs from its creation until all rows are finished', async () => {
    const id = await bench.create({ contacts: contacts('0100', '0101', '0110', '0120', '0114') });
    assert.equal((await bench.campaign(id)).status, 'running');
    for (let minutes = 0; minutes < 60 * 4; minutes += 20) {
      const { row_stats: stats } = await bench.campaign(id);
      const { total, ...places } = stats;
      assert.equal(
        Object.values(places).reduce((sum, count) => sum + count, 0),
        total,
      );
      assert.equal(total, 5);
      await bench.step(20 * 60);
    }
    const { status, row_stats } = await bench.campaign(id);
    assert.equal(status, 'completed');
    assert.deepEqual(row_stats, { pending: 0, calling: 0, retry: 0, completed: 3, failed: 2, total: 5 });
    assert.deepEqual(await statuses(id), ['completed', 'completed', 'errored', 'completed', 'errored']);
  });

  it('shows each step of a call', async () => {
    const id = await bench.create({ contacts: contacts('0100') });
    const seen: string[] = [];
    for (const seconds of [0, 3, 4, 3, 3, 3, 20, 20, 100]) {
      await bench.step(seconds);
      const [call] = await bench.calls(id);
      const now = `${call!.status}/${call!.call_attempts[0]?.status ?? '-'}`;
      if (seen.at(-1) !== now) seen.push(now);
    }
    assert.deepEqual(seen, [
      'initializing/-',
      'calling/queued',
      'calling/ringing',
      'calling/ongoing',
      'completed/completed',
    ]);
  });

  it('launches when `launch` is left out', async () => {
    const id = await bench.create({ launch: undefined });
    assert.equal((await bench.campaign(id)).status, 'running');
  });

  it('never calls anybody from a draft, whose rows have no calls', async () => {
    const id = await bench.create({ launch: false });
    await bench.step(30 * 24 * 3600);
    const { status, row_stats } = await bench.campaign(id);
    assert.equal(status, 'draft');
    assert.equal(row_stats.pending, 1);
    assert.equal((await bench.rows(id))[0]!.call, undefined);
  });

  it('waits for its schedule', async () => {
    const id = await bench.create({ scheduled_at: iso(7200) });
    await bench.step(7100);
    const waiting = await bench.campaign(id);
    assert.equal(waiting.status, 'running');
    assert.equal(waiting.scheduled_at, iso(7200));
    assert.equal(waiting.row_stats.pending, 1);
    assert.deepEqual(await statuses(id), ['scheduled']);
    assert.equal((await bench.calls(id))[0]!.scheduled_at, iso(7200));
    await bench.step(110);
    assert.deepEqual(await statuses(id), ['calling']);
  });

  it('extracts structured output shortly after its last call', async () => {
    const id = await bench.create();
    const seen = new Set<string>();
    for (let second = 0; second < 300; second += 20) {
      seen.add((await bench.campaign(id)).structured_output_extraction);
      await bench.step(20);
    }
    assert.deepEqual([...seen], ['none', 'running', 'completed']);
  });

  it('finishes its calls in progress after a cancellation, cancels the others and keeps its rows', async () => {
    const id = await bench.create({
      contacts: contacts('0101', '0100', '0120', '0121'),
      max_concurrent_calls: 2,
    });
    await bench.step(10);
    assert.equal(await bench.client.cancelCampaign(id), true);
    assert.deepEqual(await statuses(id), ['calling', 'calling', 'cancelled', 'cancelled']);
    assert.equal((await bench.campaign(id)).is_cancelled, true);
    await bench.step(24 * 3600);
    // Row 0 reached voicemail: without the cancel it would be tried again.
    assert.deepEqual(await statuses(id), ['completed', 'completed', 'cancelled', 'cancelled']);
    assert.equal((await bench.calls(id))[0]!.calls_count, 1);
    const { status, row_stats } = await bench.campaign(id);
    assert.equal(status, 'completed');
    assert.deepEqual(row_stats, { pending: 0, calling: 0, retry: 0, completed: 2, failed: 2, total: 4 });
  });

  it('can be cancelled only while a call is open', async () => {
    const draft = await bench.create({ launch: false });
    const over = await bench.create();
    const scheduled = await bench.create({ scheduled_at: iso(3600) });
    await bench.step(1200);
    assert.equal((await bench.ask('POST', `/campaigns/${draft}/cancel`)).status, 409);
    assert.equal((await bench.ask('POST', `/campaigns/${over}/cancel`)).status, 409);
    assert.equal((await bench.ask('POST', `/campaigns/${scheduled}/cancel`)).status, 200);
    assert.equal((await bench.ask('POST', `/campaigns/${scheduled}/cancel`)).status, 409);
  });

  it('is deleted with its rows and recordings', async () => {
    const id = await bench.create();
    await bench.step(600);
    const recording = (await bench.calls(id))[0]!.last_call_attempt.recording_url;
    assert.equal((await fetch(recording)).status, 200);
    assert.equal(await bench.client.deleteCampaign(id), true);
    for (const path of ['', '/rows', '/export'])
      assert.equal((await bench.ask('GET', `/campaigns/${id}${path}`)).status, 404);
    assert.equal((await fetch(recording)).status, 404);
    assert.deepEqual(await bench.client.listCampaigns(), []);
  });
});
