import assert from 'node:assert/strict';
import { formatStart, parseStart } from '../../../src/core/scheduleTime.ts';
import { noonMs } from '../support/campaigns.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('a start time as a person types it', () => {
  for (const [text, ms] of [
    ['14:30', at(2026, 10, 20, 14, 30)],
    ['today 9:05', at(2026, 10, 20, 9, 5)],
    ['Tomorrow 9:00', at(2026, 10, 21, 9, 0)],
    ['2026-11-23 09:00', at(2026, 10, 23, 9, 0)],
    ['2026-11-23T9h00', at(2026, 10, 23, 9, 0)],
    ['  2027-1-2 0:00 ', at(2027, 0, 2, 0, 0)],
  ] as const) {
    it(`understands "${text}"`, () => assert.equal(parseStart(text, noonMs), ms));
  }

  for (const text of [
    '',
    'soon',
    '25:00',
    '12:60',
    '2026-02-30 09:00',
    '2026-13-01 09:00',
    '23/11/2026 09:00',
    '9',
  ]) {
    it(`does not guess at "${text}"`, () => assert.equal(parseStart(text, noonMs), undefined));
  }

  it('reads what it writes', () => assert.equal(parseStart(formatStart(noonMs), 0), noonMs));
});
