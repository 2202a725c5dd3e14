import assert from 'node:assert/strict';
import type { Row } from '../../../src/core/row.ts';
import { Bench, allDay, contacts, mondayMs } from './harness.ts';

const hour = 3600;

interface Launched {
  readonly launched: number;
  readonly skipped: Readonly<Record<'active' | 'attempts_exhausted' | 'cancelled', number>>;
}

/** What the official clients cannot ask is tried here; the rest in test/clients. */
describe('sandbox: revision 0.5.0', () => {
  let bench: Bench;
  beforeEach(async () => (bench = await Bench.start({ revision: '0.5.0' })));
  afterEach(() => bench.close());

  const filters = { assignee_ids: [], directions: [], outcomes: [], results: [], statuses: [] };

  async function launch(id: string, call_ids: readonly string[], rest: object = {}): Promise<Launched> {
    const selection = { rows: { mode: 'only', call_ids }, filters };
    const body = { mode: 'ai_first', selection, ...rest };
    const answer = await bench.ask('POST', `/campaigns/${id}/launch-calls`, body);
    assert.equal(answer.status, 200, answer.body.message);
    return answer.body as unknown as Launched;
  }

  const idsOf = async (id: string) => (await bench.calls(id)).map((call) => call.id);
  const startsOf = async (id: string) =>
    (await bench.calls(id)).map(({ call_attempts }) =>
      call_attempts.map(({ started_at }) => (Date.parse(started_at) - mondayMs) / 1000).reverse(),
    );

  it('ignores fields of older revisions', async () => {
    const id = await bench.create({ launch: 'yes', type: 7, scheduled_at: 'soon' });
    await bench.step(24 * hour);
    assert.deepEqual(
      (await bench.calls(id)).map(({ status }) => status),
      ['not_launched'],
    );
  });

  it('calls only the named calls of each launch, in the order of the rows', async () => {
    const id = await bench.create({ contacts: contacts('0120', '0120', '0120'), max_concurrent_calls: 1 });
    const [first = '', second = '', third = ''] = await idsOf(id);
    assert.equal((await launch(id, [third, second])).launched, 2);
    await bench.step(hour);
    const [one, two, three] = await startsOf(id);
    assert.deepEqual(one, []);
    assert.ok((two?.[0] ?? 0) < (three?.[0] ?? 0));
    assert.equal((await launch(id, [first])).launched, 1);
    await bench.step(hour);
    assert.ok(((await startsOf(id))[0]?.[0] ?? 0) >= hour);
  });

  it('begins a launch exactly at its time, whatever the steps in which time passes', async () => {
    const id = await bench.create({ contacts: contacts('0120', '0120') });
    const [first = '', second = ''] = await idsOf(id);
    const at = (seconds: number) => ({ scheduled_at: new Date(mondayMs + seconds * 1000).toISOString() });
    await launch(id, [first], at(7200));
    await launch(id, [second], at(3600));
    await bench.step(10 * hour);
    const [one, two] = (await startsOf(id)).map(([start = 0]) => start);
    assert.ok(one !== undefined && one >= 7203 && one <= 7206, `${one}`);
    assert.ok(two !== undefined && two >= 3603 && two <= 3606, `${two}`);
  });

  it('makes a retry that became due during a pause after the resume', async () => {
    const id = await bench.create({ contacts: contacts('0101') });
    await launch(id, await idsOf(id));
    await bench.step(600);
    await bench.ask('POST', `/campaigns/${id}/pause`);
    await bench.step(5 * hour);
    await bench.ask('POST', `/campaigns/${id}/resume`);
    await bench.step(60);
    const [starts = []] = await startsOf(id);
    assert.equal(starts.length, 2);
    assert.ok((starts[1] ?? 0) >= 600 + 5 * hour);
  });

  it('makes a retry that is due after the resume at its time', async () => {
    const id = await bench.create({ contacts: contacts('0101') });
    await launch(id, await idsOf(id));
    await bench.step(600);
    await bench.ask('POST', `/campaigns/${id}/pause`);
    await bench.step(60);
    await bench.ask('POST', `/campaigns/${id}/resume`);
    await bench.step(60);
    assert.equal((await startsOf(id))[0]?.length, 1);
    await bench.step(hour);
    assert.equal((await startsOf(id))[0]?.length, 2);
  });

  it('ends calls whose attempts are used up under changed rules, and does not change finished calls', async () => {
    const id = await bench.create({ contacts: contacts('0101', '0100') });
    await launch(id, await idsOf(id));
    await bench.step(600);
    const rules = { ...allDay, max_retry_attempts: 1 };
    const changed = { call_retry_config: rules, from_phone_number: '+12125550123' };
    assert.equal((await bench.ask('PATCH', `/campaigns/${id}`, changed)).status, 200);
    const [voicemail, person] = await bench.calls(id);
    assert.deepEqual([voicemail?.status, person?.status], ['completed', 'completed']);
    assert.equal(voicemail?.call_retry_config.max_retry_attempts, 1);
    assert.equal(person?.call_retry_config.max_retry_attempts, 3);
    assert.equal(person.from_phone_number, '+12125550199');
  });

  it('calls in the calling hours of each zone, also after they were changed', async () => {
    const abroad = [...contacts('0120'), { to_phone_number: '+33639980120', prompt_variables: {} }];
    const window = (start: string, end: string) => ({
      ...allDay,
      calling_windows: [
        { calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: 0 },
      ],
    });
    const id = await bench.create({ contacts: abroad, call_retry_config: window('06:00', '07:00') });
    await launch(id, await idsOf(id));
    await bench.step(60); // ten in Paris, four in New York
    await bench.ask('PATCH', `/campaigns/${id}`, { call_retry_config: window('11:00', '12:00') });
    await bench.step(24 * hour);
    const [newYork, paris] = (await startsOf(id)).map(([start = 0]) => Math.floor(start / hour));
    assert.deepEqual([newYork, paris], [7, 1]);
  });

  it('calls people who asked not to be called when a launch names them', async () => {
    const id = await bench.create({ contacts: contacts('0123') });
    const ids = await idsOf(id);
    await launch(id, ids);
    await bench.step(hour);
    assert.equal((await launch(id, ids)).launched, 1);
    await bench.step(hour);
    assert.equal((await startsOf(id))[0]?.length, 2);
  });

  it('returns undocumented statuses only with --odd', async () => {
    const odd = await Bench.start({ revision: '0.5.0', empty: false, odd: true });
    const { campaigns } = (await odd.ask('GET', '/campaigns')).body;
    await odd.close();
    assert.ok(campaigns.some(({ status }) => status === 'archived'));
  });

  it('is recognised when it sends fields of older revisions as well', async () => {
    const odd = await Bench.start({ revision: '0.5.0', odd: true });
    try {
      const asked = await odd.body({ contacts: contacts('0100', '0101', '0110', '0120') });
      const { id } = (await odd.ask('POST', '/campaigns', asked)).body.campaign;
      const { total, page_size } = (await odd.ask('GET', `/campaigns/${id}/rows`)).body;
      assert.deepEqual([total, page_size], [4, 4]);
      const profile = await odd.client.discover();
      const read: Row[] = [];
      for await (const batch of odd.client.readRows(id)) read.push(...batch);
      assert.deepEqual(
        read.map((row) => row.phone_number.slice(-4)),
        ['0100', '0101', '0110', '0120'],
      );
      assert.equal(profile.generation, 'launchesCalls');
      const [campaign] = await odd.client.listCampaigns();
      assert.deepEqual([campaign?.type, campaign?.row_stats?.not_launched], ['regular', 4]);
      const selection = { rows: { mode: 'all_except', call_ids: [] }, filters };
      await odd.ask('POST', `/campaigns/${id}/launch-calls`, { mode: 'ai_first', selection });
      await odd.step(hour);
      const statistics = await odd.client.campaignStatistics(id);
      assert.equal(statistics?.funnel?.hot_leads?.count, 1);
      const page = await odd.client.getRows(id, { page: 0, page_size: 2 });
      assert.equal(page.total, 4);
    } finally {
      await odd.close();
    }
  });

  for (const [what, path, body, field] of [
    ['a create', '/campaigns', { launch: true }, 'launch'],
    ['a create', '/campaigns', { scheduled_at: '2026-12-01T09:00:00Z' }, 'scheduled_at'],
  ] as const)
    it(`rejects ${field} in ${what} in strict mode`, async () => {
      const strict = await Bench.start({ revision: '0.5.0', strict: true });
      const good = await strict.body();
      delete good.launch;
      const refused = await strict.ask('POST', path, { ...good, ...body });
      const taken = await strict.ask('POST', path, good);
      await strict.close();
      assert.equal(refused.status, 422);
      assert.ok(refused.body.message.includes(field), refused.body.message);
      assert.equal(taken.status, 201);
    });

  it('rejects rules without days in the generations that require them', async () => {
    const asked = await bench.body({ call_retry_config: { ...allDay, allowed_days: undefined } });
    const { status, body } = await bench.ask('POST', '/campaigns', asked);
    assert.equal(status, 422);
    assert.match(body.message, /^call_retry_config\.allowed_days/);
  });

  it('pads prompts to the requested size', async () => {
    const heavy = await Bench.start({ revision: '0.5.0', promptBytes: 6000 });
    const id = await heavy.create({ contacts: contacts('0100') });
    const [call] = await heavy.calls(id);
    const selection = { rows: { mode: 'only', call_ids: [call?.id] }, filters };
    await heavy.ask('POST', `/campaigns/${id}/launch-calls`, { mode: 'ai_first', selection });
    await heavy.step(hour);
    const text = JSON.stringify(await heavy.rows(id));
    await heavy.close();
    const prompts = text.match(/"llm_system_prompt":"/g) ?? [];
    assert.ok(prompts.length >= 8, `${prompts.length}`); // four turns, in the attempt and as the last one
    assert.ok(text.length > prompts.length * 6000);
  });
});
