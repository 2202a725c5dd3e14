import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { CampaignRun } from '../../../src/sandbox/dialing/campaignRun.ts';
import { Contacts } from '../../../src/sandbox/contacts/contacts.ts';
import { samplePeople } from '../../../src/sandbox/samples/people.ts';
import { Bench, mondayMs } from './harness.ts';

describe('sandbox: the same seed and clock', () => {
  async function world(seed: number): Promise<string> {
    const bench = await Bench.start({ empty: false, seed });
    await bench.step(3600);
    const { campaigns } = (await bench.ask('GET', '/campaigns')).body;
    const rows = [];
    for (const { id } of campaigns) rows.push(await bench.rows(id, 'page=0&page_size=20'));
    await bench.close();
    // The port is the computer's choice.
    return JSON.stringify({ campaigns, rows }).replaceAll(/127\.0\.0\.1:\d+/g, 'here');
  }

  it('give the same data, and another seed gives other data', async () => {
    const [one, same, other] = [await world(7), await world(7), await world(8)];
    assert.equal(one, same);
    assert.notEqual(one, other);
  });

  it('give the same calls, whatever the steps in which time passes', () => {
    const contacts = Contacts.of(samplePeople('list', 'sales', 60, 1));
    const run = () =>
      new CampaignRun(
        {
          seed: 1,
          campaign: 0,
          contacts,
          rules: readCallingRules().rules,
          maxConcurrentCalls: 4,
          launchMs: mondayMs,
          extracts: true,
        },
        mondayMs,
      );
    const look = (of: CampaignRun) =>
      Array.from({ length: 60 }, (_, row) => [
        of.states.of(row),
        of.lastResult(row),
        of.attempts.startsOf(row),
      ]);
    const whole = run();
    const endMs = mondayMs + 30 * 3_600_000;
    whole.advanceTo(endMs);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 * 3_600_000 }), { maxLength: 40 }), (stops) => {
        const portioned = run();
        for (const stop of stops.sort((a, b) => a - b)) portioned.advanceTo(mondayMs + stop);
        portioned.advanceTo(endMs);
        assert.deepEqual(look(portioned), look(whole));
      }),
      { numRuns: 15, seed: 5 },
    );
  });
});
