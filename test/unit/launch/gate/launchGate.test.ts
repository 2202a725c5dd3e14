import assert from 'node:assert/strict';
import type { ListGuards } from '../../../../src/launch/gate/launchGate.ts';
import { gate, policy } from '../../panels/launch/launchFixtures.ts';

const contact = (to_phone_number: string) => ({ to_phone_number, prompt_variables: {} });
const list = { contacts: [contact('+33199001201'), contact('+33199001202')], counts: { ready: 2 } };

describe('the launch gate', () => {
  it('allows what nothing forbids', async () => {
    assert.deepEqual(await gate().check({ start: 'now' }, list), []);
  });

  const forbidden: [what: string, guards: Partial<ListGuards>, field: string, message: RegExp][] = [
    [
      'more contacts than the file beside the list allows',
      { campaignFile: { name: 'a.campaign.json', problem: undefined, limits: { maxContacts: 1 } } },
      'list',
      /^There are 2 contacts, and “a\.campaign\.json” limits this list to 1\./,
    ],
    [
      'a start that the file beside the list does not allow',
      { campaignFile: { name: 'a.campaign.json', problem: undefined, limits: { allowedStarts: ['draft'] } } },
      'start',
      /does not allow the start “now” for this list \(only draft\)/,
    ],
    [
      'a campaign file that cannot be used',
      { campaignFile: { name: 'a', problem: '“a” cannot be used.', limits: undefined } },
      'list',
      /^“a” cannot be used\. Fix the file, or remove it\./,
    ],
    [
      'a suppression list that cannot be read',
      { failures: ['The suppression list “stop.csv” cannot be read.'] },
      'list',
      /cannot be read\. Fix the file, or take it out of revox\.suppressionLists/,
    ],
    [
      'a number that is suppressed by now',
      { suppressed: { has: (number) => number === '+33199001202', listOf: () => 'stop.csv' } },
      'list',
      /^1 number of this campaign is now on the suppression list stop\.csv\./,
    ],
  ];
  for (const [what, guards, field, message] of forbidden) {
    it(`blocks ${what}`, async () => {
      const [problem, ...more] = await gate(() => guards).check({ start: 'now' }, list);
      assert.deepEqual([problem?.field, more], [field, []]);
      assert.match(problem?.message ?? '', message);
    });
  }

  it('names the setting that forbids it', async () => {
    const few = { ...policy, maxContacts: { value: 1, from: 'user' as const } };
    const [problem] = await gate(undefined, () => few).check({ start: 'now' }, list);
    assert.deepEqual([problem?.field, problem?.setting], ['list', 'revox.policy.maxContacts']);
  });

  it('checks everything again unless it may use known results', async () => {
    const looks: boolean[] = [];
    const { LaunchGate } = await import('../../../../src/launch/gate/launchGate.ts');
    const asked = new LaunchGate({
      policy: () => policy,
      guards: (fresh) => {
        looks.push(fresh);
        return Promise.resolve({ failures: [], suppressed: undefined, campaignFile: undefined });
      },
    });
    await asked.check({ start: 'draft' }, undefined);
    await asked.check({ start: 'draft' }, undefined, { fresh: false });
    assert.deepEqual(looks, [true, false]);
  });
});
