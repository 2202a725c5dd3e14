import assert from 'node:assert/strict';
import { Bench, contacts, mondayMs } from './harness.ts';

const later = new Date(mondayMs + 3_600_000).toISOString();

describe('the generations of the API', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  it('0.1.1: dials at once whatever the request says, and has 23 fields of an assistant', async () => {
    bench = await Bench.start({ revision: '0.1.1' });
    const id = await bench.create({ launch: false });
    const campaign = await bench.campaign(id);
    assert.equal(campaign.status, 'running');
    assert.equal(Object.keys(campaign.assistant).length, 23);
    assert.ok(!Object.hasOwn(campaign, 'structured_output_extraction'));
    const rules = ['calling_windows', 'max_retry_attempts'];
    assert.deepEqual(Object.keys(campaign.call_retry_config), rules);
    assert.deepEqual(Object.keys(campaign.assistant.call_retry_config), rules);
    await bench.step(10);
    assert.equal((await bench.campaign(id)).row_stats.calling, 1);
  });

  it('docs: has drafts, and 39 fields of an assistant', async () => {
    bench = await Bench.start({ revision: 'docs' });
    const campaign = await bench.campaign(await bench.create({ launch: false }));
    assert.equal(campaign.status, 'draft');
    assert.equal(Object.keys(campaign.assistant).length, 39);
  });

  it('0.5.0: dials nobody, counts calls that are not launched, and sends all rows at once', async () => {
    bench = await Bench.start({ revision: '0.5.0' });
    const id = await bench.create({
      launch: true,
      scheduled_at: later,
      contacts: contacts('0100', '0101', '0102'),
    });
    const { status, scheduled_at, row_stats } = await bench.campaign(id);
    assert.equal(status, 'running');
    assert.equal(scheduled_at, null);
    const nobody = { pending: 0, calling: 0, retry: 0, completed: 0, failed: 0, skipped: 0 };
    assert.deepEqual(row_stats, { ...nobody, not_launched: 3, total: 3 });
    const { body } = await bench.ask('GET', `/campaigns/${id}/rows?page=1&page_size=1&query=nothing`);
    assert.deepEqual(Object.keys(body), ['rows']);
    assert.equal(body.rows.length, 3);
    const page = await bench.client.getRows(id, { page: 1, page_size: 2 });
    assert.deepEqual([page.rows.length, page.total], [1, 3]);
  });

  it('0.5.0: counts cancelled calls as skipped', async () => {
    bench = await Bench.start({ revision: '0.5.0', empty: false });
    const { campaigns } = (await bench.ask('GET', '/campaigns')).body;
    for (const { is_cancelled, row_stats } of campaigns) {
      const { total, ...places } = row_stats;
      assert.equal(
        Object.values(places).reduce((sum, count) => sum + count, 0),
        total,
      );
      assert.equal(row_stats.skipped > 0, is_cancelled);
    }
  });
});
