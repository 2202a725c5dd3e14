import assert from 'node:assert/strict';
import { Bench, allDay, contacts } from './harness.ts';

const office = {
  calling_windows: [
    { calling_window_start_time: '09:00', calling_window_end_time: '6pm', retry_delay_seconds: 3600 },
  ],
  max_retry_attempts: 3,
};
const startOf = ({ started_at }: { started_at: string }) =>
  new Date(started_at).toUTCString().replace(/^(...).* (..:..):.*$/, '$1 $2');
const hours = (count: number) => count * 3600;

describe('the calls of a sandbox campaign', () => {
  let bench: Bench;
  beforeEach(async () => (bench = await Bench.start())); // Monday, 09:00 UTC
  afterEach(() => bench.close());

  /** Steps through two days and answers when each row was called, oldest first, as `Mon 14:00` in UTC. */
  async function callsOf(rest: Record<string, unknown>): Promise<string[][]> {
    const id = await bench.create(rest);
    await bench.step(hours(24 * 5));
    return (await bench.calls(id)).map(({ call_attempts }) => call_attempts.map(startOf).reverse());
  }

  it('are made during the calling hours in each contact’s country', async () => {
    const people = ['+12125550100', '+33639980100', '+818012340100', '+61491570100'];
    const list = people.map((to_phone_number) => ({ to_phone_number, prompt_variables: {} }));
    // 09:00 UTC: four in New York, ten in Paris, six in the evening (too late) in Tokyo, eight in Sydney.
    assert.deepEqual(await callsOf({ contacts: list, call_retry_config: office }), [
      ['Mon 14:00'],
      ['Mon 09:00'],
      ['Tue 00:00'],
      ['Mon 22:00'],
    ]);
  });

  it('follow the time zone of the rules where there is one', async () => {
    const list = contacts('0100').concat({ to_phone_number: '+33639980100', prompt_variables: {} });
    const calls = await callsOf({
      contacts: list,
      call_retry_config: { ...office, timezone: 'Asia/Kolkata' },
    });
    assert.deepEqual(calls, [['Mon 09:00'], ['Mon 09:00']]); // half past two in India
  });

  it('are repeated after the delay, as often as allowed, and only while nobody answers', async () => {
    const list = contacts('0101', '0130', '0131', '0110', '0120');
    const calls = await callsOf({ contacts: list, call_retry_config: allDay });
    assert.deepEqual(
      calls.map((attempts) => attempts.length),
      [3, 2, 3, 1, 1],
    );
    const [first, second] = calls[0] ?? [];
    assert.equal(first, 'Mon 09:00');
    assert.match(second ?? '', /^Mon 10:0[01]$/);
  });

  it('are made twice in a row where the rules say so', async () => {
    const calls = await callsOf({
      contacts: contacts('0112'),
      call_retry_config: { ...allDay, call_twice_in_a_row: true },
    });
    assert.match(calls[0]?.join(' ') ?? '', /^Mon 09:00 Mon 09:00 Mon 10:0[01]$/);
  });

  it('follow the rules of the assistant where the campaign has none', async () => {
    const [, reminder] = await bench.assistantIds();
    const list = [{ to_phone_number: '+33639980114', prompt_variables: {} }];
    const calls = await callsOf({ assistant_id: reminder, contacts: list, call_retry_config: undefined });
    assert.equal(calls[0]?.length, 4);
  });

  it('are never more at once than allowed', async () => {
    const digits = Array.from({ length: 40 }, (_, index) => String(2000 + index * 13));
    const id = await bench.create({ contacts: contacts(...digits), max_concurrent_calls: 3 });
    let most = 0;
    for (let step = 0; step < 30; step += 1) {
      await bench.step(28);
      const { row_stats } = await bench.campaign(id);
      most = Math.max(most, row_stats.calling);
    }
    assert.equal(most, 3);
  });
});
