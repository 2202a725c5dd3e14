import assert from 'node:assert/strict';
import { capCohort, cohortLine, cohorts, cohortTable } from '../../../src/insights/cohorts.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { attempt, mondayNoonMs, person } from './support/people.ts';

const human = { result: 'human', ended_by: 'user' } as const;
const caps = {
  mostInDay: undefined,
  mostInMonth: undefined,
  suppressed: new Set<string>(),
  openElsewhere: true,
  nowMs: mondayNoonMs + 3_600_000,
};

describe('whom to call again', () => {
  const keysOf = (who: PersonFacts) => cohorts([who]).map(({ key }) => key);

  it('offers nobody whom the campaign still calls', () => {
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
    it(`finds: ${name}`, () => assert.ok(keysOf(who).includes(key), keysOf(who).join(', ')));
  }

  it('does not take somebody for hung up early who came back later', () => {
    const early = attempt(0, { ...human, ended_at: '2026-11-16T12:00:14Z' });
    assert.ok(!keysOf(person('completed', [early, attempt(2, human)])).includes('hungUpEarly'));
  });

  it('leaves out whom a cap protects, and says why', () => {
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
    const capped = capCohort(people, [...people, openThere], {
      ...caps,
      mostInDay: 1,
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

  it('counts the calls of every campaign towards a cap', () => {
    const here = person('errored', [attempt(-48)]);
    const there = person('completed', [attempt(-72)], { row: { phone_number: here.phone }, campaignId: 'x' });
    const within = (mostInMonth: number) => capCohort([here], [here, there], { ...caps, mostInMonth }).people;
    assert.deepEqual([within(2).length, within(3).length], [0, 1]);
  });

  it('makes a list with the original columns, the reason and the last attempt', () => {
    const row = { phone_number: '+12125550100', input_data: { first_name: 'Ann', reason: 'their own' } };
    const who = person('errored', [attempt(0), attempt(1)], { row });
    assert.deepEqual(cohortTable([cohortLine(who, 'not reached')]), [
      ['phone_number', 'first_name', 'reason', 'reason_2', 'last_attempt'],
      ['+12125550100', 'Ann', 'their own', 'not reached', '2026-11-16T13:00:00.000Z'],
    ]);
  });
});
