import assert from 'node:assert/strict';
import { historyLines, historySentence, leaveOutWords } from '../../../../src/launch/gate/historyText.ts';
import { noonMs } from '../../support/campaigns.ts';
import { phoneHistory as history } from '../../support/phoneHistory.ts';

const counts = { called: 0, reached: 0, interested: 0, notInterested: 0, calledLately: 0 };
const named = (...names: string[]) => names.map((name) => ({ id: name, name }));

describe('the words for earlier calls', () => {
  it('say how many of a list were called, and with what result', () => {
    assert.equal(
      historySentence({ ...counts, called: 12, reached: 5, notInterested: 1 }),
      '12 people on this list were called before by this account: 5 reached, 1 not interested.',
    );
    assert.equal(
      historySentence({ ...counts, called: 1 }),
      '1 person on this list was called before by this account.',
    );
    assert.equal(historySentence(counts), undefined);
  });

  it('say of one number how often, when and with what result', () => {
    const about = {
      count: 3,
      last_called_at: new Date(noonMs - 86_400_000).toISOString(),
      last_outcome: 'not_interested',
      reached_human: true,
      campaigns: named('Spring pilot'),
    };
    const [called, reached] = historyLines(history(about), noonMs);
    assert.match(
      called ?? '',
      /^Called 3 times by this account, last yesterday \d\d:\d\d: not interested\.$/,
    );
    assert.equal(reached, 'Reached in “Spring pilot”.');
  });

  it('say in which campaigns a number may have been reached, and which it must not be called in', () => {
    const about = {
      hot: true,
      reached_human: true,
      campaigns: named('A', 'B', 'C', 'D'),
      do_not_contact: true,
    };
    assert.deepEqual(historyLines(history(about), noonMs), [
      'Called once by this account.',
      'Interested already.',
      'Reached in “A”, “B”, “C” or 1 other campaign.',
      'Revox marks this number as “do not contact”.',
    ]);
  });

  it('are empty for a number that was never called', () => {
    assert.deepEqual(historyLines(history({ count: 0 }), noonMs), []);
  });

  it('put a name of the server on one line', () => {
    const lines = historyLines(history({ reached_human: true, campaigns: named('A\nB') }), noonMs);
    assert.equal(lines[1], 'Reached in “A B”.');
  });

  it('name whom a campaign leaves out', () => {
    assert.equal(
      leaveOutWords({ reached: true, notInterested: true, calledWithinDays: 1 }),
      'who was reached, who was called in the last day, who said “not interested”',
    );
  });
});
