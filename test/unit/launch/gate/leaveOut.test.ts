import assert from 'node:assert/strict';
import type { LeaveOut } from '../../../../src/launch/draft/campaignSpec.ts';
import { countHistory, historyProblem, historyReason } from '../../../../src/launch/gate/leaveOut.ts';
import { noonMs } from '../../support/campaigns.ts';
import { phoneHistory as history } from '../../support/phoneHistory.ts';

const [ann, bob, cid, dan] = ['+33199001201', '+33199001202', '+33199001203', '+33199001204'];
const nobody: LeaveOut = { reached: false, notInterested: false };
const daysAgo = (days: number) => new Date(noonMs - days * 86_400_000).toISOString();

describe('people left out for earlier calls', () => {
  const cases: readonly [
    string,
    Parameters<typeof history>[0],
    Partial<LeaveOut> | undefined,
    RegExp | undefined,
  ][] = [
    [
      'nobody, where nothing is chosen',
      { reached_human: true, last_outcome: 'not_interested' },
      undefined,
      undefined,
    ],
    ['who must not be contacted, whatever is chosen', { do_not_contact: true }, undefined, /do not contact/],
    ['who was reached', { reached_human: true }, { reached: true }, /was reached by an earlier call/],
    ['not who was called and not reached', {}, { reached: true }, undefined],
    [
      'who said not interested',
      { last_outcome: 'not_interested' },
      { notInterested: true },
      /said “not interested”/,
    ],
    ['not who is interested', { last_outcome: 'interested', hot: true }, { notInterested: true }, undefined],
    [
      'who was called within the days',
      { last_called_at: daysAgo(6) },
      { calledWithinDays: 7 },
      /last 7 days/,
    ],
    ['not who was called before them', { last_called_at: daysAgo(7) }, { calledWithinDays: 7 }, undefined],
    ['who was called at a time that is not known', {}, { calledWithinDays: 1 }, /does not say when/],
    ['not who was never called', { count: 0 }, { calledWithinDays: 1 }, undefined],
  ];
  for (const [who, about, chosen, sentence] of cases) {
    it(who, () => {
      const leaveOut = chosen && { ...nobody, ...chosen };
      const reason = historyReason(ann, history(about), leaveOut, noonMs);
      assert.equal(reason === undefined, sentence === undefined);
      if (sentence !== undefined) assert.match(reason?.sentence ?? '', sentence);
    });
  }

  it('are counted once per number, without those that must not be contacted', () => {
    const byNumber = new Map([
      [ann, history({ reached_human: true, hot: true, last_called_at: daysAgo(1) })],
      [bob, history({ reached_human: true, last_outcome: 'not_interested', last_called_at: daysAgo(40) })],
      [cid, history({ do_not_contact: true, reached_human: true })],
      [dan, history({ count: 0 })],
    ]);
    assert.deepEqual(countHistory(byNumber, new Set([ann, bob, cid, dan, '+33199001209']), 30, noonMs), {
      called: 2,
      reached: 2,
      interested: 1,
      notInterested: 1,
      calledLately: 1,
    });
  });

  it('block a launch where they changed after the confirmation', () => {
    const reached = new Map([[ann, history({ reached_human: true })]]);
    const numbers = new Set([ann, bob]);
    const leaveOut = { ...nobody, reached: true };
    assert.equal(historyProblem(numbers, reached, undefined, noonMs), undefined);
    assert.match(historyProblem(numbers, reached, leaveOut, noonMs) ?? '', /^1 person was called meanwhile/);
    const refused = new Map([[bob, history({ do_not_contact: true })]]);
    assert.match(historyProblem(numbers, refused, undefined, noonMs) ?? '', /^1 person has asked not/);
    assert.equal(historyProblem(numbers, undefined, undefined, noonMs), undefined);
    assert.match(historyProblem(numbers, undefined, leaveOut, noonMs) ?? '', /no longer has a call history/);
  });
});
