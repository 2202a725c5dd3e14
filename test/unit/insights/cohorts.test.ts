import assert from 'node:assert/strict';
import { withoutPauses } from '../../../src/callList/pace.ts';
import type { PhoneHistory } from '../../../src/core/account.ts';
import { capCohort, type CohortCaps } from '../../../src/insights/cohortCaps.ts';
import { cohorts, cohortTable } from '../../../src/insights/cohorts.ts';
import { nobodyToCall } from '../../../src/insights/nobodyToCall.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { callableAgain } from '../../../src/insights/redialPlan.ts';
import { attempt, mondayNoonMs, person } from './support/people.ts';

const human = { result: 'human', ended_by: 'user' } as const;
const caps: CohortCaps = {
  noSuchNumber: false,
  history: new Map(),
  openCampaigns: new Set(),
  maxInDay: undefined,
  maxInMonth: undefined,
  suppressed: new Set<string>(),
  openElsewhere: true,
  nowMs: mondayNoonMs + 3_600_000,
};

describe('people to call again', () => {
  const cap = (...args: Parameters<typeof capCohort>) => withoutPauses(capCohort(...args));
  const keysOf = (who: PersonFacts) => withoutPauses(cohorts([who])).map(({ key }) => key);

  it('exclude anyone whom the campaign still calls', () => {
    assert.deepEqual(keysOf(person('scheduled', [attempt(0)])), []);
  });

  const cases: [name: string, who: PersonFacts, key: string][] = [
    ['not reached', person('errored', [attempt(0)]), 'notReached'],
    ['never called', person('cancelled'), 'neverCalled'],
    ['voicemail', person('completed', [attempt(0), attempt(1, { result: 'voicemail' })]), 'voicemail'],
    ['busy', person('errored', [attempt(0, { dial_error: 'busy' })]), 'noAnswer'],
    [
      'hung up early',
      person('completed', [attempt(0, { ...human, ended_at: '2026-11-16T12:00:14Z' })]),
      'hungUpEarly',
    ],
    [
      'asked to be called back',
      person('completed', [attempt(0, { ...human, structured_output: { outcome: 'callback' } })]),
      'callback',
    ],
    [
      'a value of a field',
      person('completed', [attempt(0, { ...human, structured_output: { interested: true } })]),
      'field/["interested",true]',
    ],
  ];
  for (const [name, who, key] of cases) {
    it(`include: ${name}`, () => assert.ok(keysOf(who).includes(key), keysOf(who).join(', ')));
  }

  it('have outcomes with readable names, undocumented ones too', () => {
    const labels = ['requested_callback_new_number', 'moved_abroad'].map(
      (outcome) =>
        withoutPauses(cohorts([{ ...person('completed', [attempt(0, human)]), outcome }])).find(({ key }) =>
          key.startsWith('outcome/'),
        )?.label,
    );
    assert.deepEqual(labels, ['Outcome: Call back on another number', 'Outcome: Moved abroad']);
  });

  it('exclude someone who hung up early but came back later', () => {
    const early = attempt(0, { ...human, ended_at: '2026-11-16T12:00:14Z' });
    assert.ok(!keysOf(person('completed', [early, attempt(2, human)])).includes('hungUpEarly'));
  });

  it('exclude those whom a limit protects, with the reason', () => {
    const one = person('errored', [attempt(0)]);
    const old = person('errored', [attempt(-30 * 24)]);
    const suppressed = person('errored', [attempt(-40 * 24)]);
    const elsewhere = person('errored', [attempt(-40 * 24)]);
    const openThere = person('scheduled', [], {
      row: { phone_number: elsewhere.phone },
      campaignId: 'other',
    });
    const twice = person('errored', [], { row: { phone_number: old.phone } });
    const people = [one, old, suppressed, elsewhere, twice];
    const capped = cap(people, [...people, openThere], {
      ...caps,
      maxInDay: 1,
      suppressed: new Set([suppressed.phone]),
    });
    assert.deepEqual(capped.people, [old]);
    assert.deepEqual(
      [...capped.leftOut],
      [
        ['called within 24 hours', 1],
        ['suppressed', 1],
        ['open elsewhere', 1],
        ['twice', 1],
      ],
    );
  });

  it('are one person, also by two numbers of one subscriber', () => {
    const [mobile, without9] = ['+5491143311234', '+541143311234'];
    const one = person('errored', [attempt(-48)], { row: { phone_number: mobile } });
    const other = person('errored', [attempt(-24)], { row: { phone_number: without9 } });
    const open = person('scheduled', [], { row: { phone_number: without9 }, campaignId: 'other' });
    assert.deepEqual([...cap([one, other], [one, other], caps).leftOut], [['twice', 1]]);
    assert.deepEqual([...cap([one], [one, open], caps).leftOut], [['open elsewhere', 1]]);
    const often = cap([one], [one, other], { ...caps, maxInMonth: 2 });
    assert.deepEqual([...often.leftOut], [['called within 30 days', 1]]);
  });

  it('count the calls of every campaign towards a limit', () => {
    const here = person('errored', [attempt(-48)]);
    const there = person('completed', [attempt(-72)], { row: { phone_number: here.phone }, campaignId: 'x' });
    const within = (maxInMonth: number) => cap([here], [here, there], { ...caps, maxInMonth }).people;
    assert.deepEqual([within(2).length, within(3).length], [0, 1]);
  });

  describe('the service’s history of a number', () => {
    const dayMs = 86_400_000;
    /** Called so often, the last time so many days ago, by the campaign `other`. */
    const history = (count: number, daysAgo: number, do_not_contact = false): PhoneHistory => ({
      ...{ count, do_not_contact, hot: false, reached_human: false },
      campaigns: [{ id: 'other', name: 'Other' }],
      last_called_at: new Date(caps.nowMs - daysAgo * dayMs).toISOString(),
    });
    const cases: [
      name: string,
      known: PhoneHistory,
      rest: Partial<CohortCaps>,
      reason: string | undefined,
    ][] = [
      ['called an hour ago', history(1, 0.04), { maxInDay: 1 }, 'called within 24 hours'],
      ['called two days ago', history(1, 2), { maxInDay: 1 }, undefined],
      ['called three times, last two days ago', history(3, 2), { maxInMonth: 3 }, 'called within 30 days'],
      ['called three times, last 31 days ago', history(3, 31), { maxInMonth: 3 }, undefined],
      ['not to be contacted, whatever is asked', history(0, 90, true), {}, 'do not contact'],
      [
        'in a campaign that still calls and was not read',
        history(1, 40),
        { openCampaigns: new Set(['other']) },
        'open elsewhere',
      ],
      [
        'the same, where that does not matter',
        history(1, 40),
        { openCampaigns: new Set(['other']), openElsewhere: false },
        undefined,
      ],
    ];
    for (const [name, known, rest, reason] of cases) {
      it(`${reason === undefined ? 'keeps' : 'leaves out'} somebody ${name}`, () => {
        const who = person('errored', [attempt(-40 * 24)]);
        const capped = cap([who], [who], { ...caps, history: new Map([[who.phone, known]]), ...rest });
        assert.deepEqual([...capped.leftOut.keys()], reason === undefined ? [] : [reason]);
        assert.equal(capped.people.length, reason === undefined ? 1 : 0);
      });
    }
  });

  it('exclude a number that does not exist, where that is requested', () => {
    const who = person('errored', [attempt(-48, { dial_error: 'number_non_attributed' })]);
    const left = (noSuchNumber: boolean) => cap([who], [who], { ...caps, noSuchNumber }).people.length;
    assert.deepEqual([left(true), left(false)], [0, 1]);
  });

  const again: [name: string, who: PersonFacts, most: number, callable: boolean][] = [
    ['whose call failed once of twice', person('errored', [attempt(0)]), 2, true],
    ['whose attempts are used up', person('errored', [attempt(0), attempt(1)]), 2, false],
    ['whose call ended in a voicemail', person('completed', [attempt(0, { result: 'voicemail' })]), 3, true],
    ['who is still called', person('scheduled', [attempt(0)]), 3, false],
    ['whose call was cancelled', person('cancelled', [attempt(0)]), 3, false],
    ['whose call waits for its launch', person('not_launched'), 3, false],
    ['who has no call', person('', [], { row: { call: undefined } }), 3, false],
    [
      'whose call has no id',
      person('', [], { row: { call: { id: '', status: 'errored', call_attempts: [attempt(0)] } } }),
      3,
      false,
    ],
  ];
  for (const [name, who, most, callable] of again) {
    it(`${callable ? 'calls' : 'does not call'} somebody by the same call again ${name}`, () => {
      assert.equal(withoutPauses(callableAgain([who], most)).length, callable ? 1 : 0);
    });
  }

  it('are missed in words that tell who is still called, and who is not launched', () => {
    const says = (...statuses: readonly string[]) => nobodyToCall(statuses.map((status) => person(status)));
    assert.equal(says('completed'), 'There is nobody to call again yet.');
    assert.equal(
      says('scheduled', 'not_launched', 'not_launched'),
      'There is nobody to call again yet. 1 person is still being called. 2 people are not launched yet.',
    );
  });

  it('become a list with the original columns, the reason and the last attempt', () => {
    const row = { phone_number: '+12125550100', input_data: { first_name: 'Ann', reason: 'their own' } };
    const who = person('errored', [attempt(0), attempt(1)], { row });
    assert.deepEqual(withoutPauses(cohortTable([who], 'not reached')), [
      ['phone_number', 'first_name', 'reason', 'reason_2', 'last_attempt'],
      ['+12125550100', 'Ann', 'their own', 'not reached', '2026-11-16T13:00:00.000Z'],
    ]);
  });
});
