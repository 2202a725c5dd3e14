import assert from 'node:assert/strict';
import type { CallAttempt } from '../../../src/core/row.ts';
import { earlyWarnings, silentMinutes, warningSentence } from '../../../src/insights/earlyWarning.ts';
import { attempt, mondayNoonMs, person } from './support/people.ts';

const wrong: Partial<CallAttempt> = { dial_error: 'number_non_attributed' };
const answered: Partial<CallAttempt> = { result: 'human', ended_by: 'agent' };

/** Calls one after the other, the first given first. */
function calls(...parts: readonly Partial<CallAttempt>[]) {
  return parts.map((part, at) => {
    const { rowId, phone, attempts } = person('completed', [attempt(at, part)]);
    return { callId: rowId, rowId, phone, attempt: attempts[0]! };
  });
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('the early warning', () => {
  const cases: [name: string, parts: Partial<CallAttempt>[], kinds: string[]][] = [
    ['five wrong numbers of twenty', [...times(15, answered), ...times(5, wrong)], ['wrong numbers']],
    ['four of twenty', [...times(16, answered), ...times(4, wrong)], []],
    ['four of four: too few', times(4, wrong), []],
    ['five of five', times(5, wrong), ['wrong numbers']],
    ['five that are older than twenty calls', [...times(5, wrong), ...times(20, answered)], []],
    ['nobody answers: no fault of the list', times(20, { dial_error: 'no_answer' }), []],
    [
      'calls that are not permitted',
      times(5, { dial_error: 'no_international_permission' }),
      ['not permitted'],
    ],
    [
      'contacts who hang up immediately',
      [
        ...times(12, answered),
        ...Array.from({ length: 8 }, (_, at) => ({
          result: 'human',
          ended_by: 'user',
          ended_at: new Date(mondayNoonMs + (12 + at) * 3_600_000 + 12_000).toISOString(),
        })),
      ],
      ['hung up at once'],
    ],
  ];
  for (const [name, parts, kinds] of cases) {
    it(`${kinds.length === 0 ? 'stays silent' : 'warns'}: ${name}`, () => {
      assert.deepEqual(
        earlyWarnings(calls(...parts)).map(({ kind }) => kind),
        kinds,
      );
    });
  }

  it('names the campaign, the number of calls, and the remedy', () => {
    const [warning] = earlyWarnings(calls(...times(15, answered), ...times(5, wrong)));
    assert.ok(warning);
    assert.equal(
      warningSentence('November', warning),
      '5 of the last 20 calls of “November” went to numbers that are not in use. Check the phone number column and the country of the list.',
    );
  });
});

describe('the warning that nobody is called', () => {
  const question = {
    nowMs: mondayNoonMs,
    lastCallMs: mondayNoonMs - 20 * 60_000,
    openSinceMs: mondayNoonMs - 3 * 3_600_000,
    mayCallNow: true,
    minutes: 15,
  };
  it('counts from the last call', () => assert.equal(silentMinutes(question), 20));
  it('counts from the start of the calling hours where that is later', () => {
    assert.equal(silentMinutes({ ...question, openSinceMs: mondayNoonMs - 5 * 60_000 }), undefined);
  });
  it('counts from the start of the calling hours where nobody was called yet', () => {
    assert.equal(silentMinutes({ ...question, lastCallMs: undefined }), 180);
  });
  it('is not given outside the calling hours, and where it is turned off', () => {
    assert.equal(silentMinutes({ ...question, mayCallNow: false }), undefined);
    assert.equal(silentMinutes({ ...question, minutes: 0 }), undefined);
  });
});
