import assert from 'node:assert/strict';
import { shareText, wholeText } from '../../../../src/panels/report/reportMarks.ts';

describe('the words of a share', () => {
  for (const [of, denominator, text] of [
    [402, 'people called', '402 people called'],
    [1, 'people called', '1 person called'],
    [1, 'people on the list', '1 person on the list'],
    [1, 'calls with a person', '1 call with a person'],
    [1, 'calls taken for voicemail', '1 call taken for voicemail'],
    [1, 'uses', '1 use'],
    [0, 'answered calls', '0 answered calls'],
    [90_000, 'people reached', '90,000 people reached'],
  ] as const)
    it(`are “${text}”`, () => assert.equal(wholeText(of, denominator), text));

  it('contain the interval only where something was counted', () => {
    assert.equal(shareText({ key: 'k', count: 0, of: 0 }, 'people called'), '0 of 0 people called');
    assert.equal(
      shareText({ key: 'k', count: 1, of: 1 }, 'people called'),
      '1 of 1 person called, 100%, 95% interval 21–100%',
    );
  });
});
