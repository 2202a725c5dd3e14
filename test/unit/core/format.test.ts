import assert from 'node:assert/strict';
import {
  formatAgo,
  formatCount,
  formatPercent,
  formatWhen,
  plural,
  withFullStop,
} from '../../../src/core/format.ts';
import { noonMs } from '../support/campaigns.ts';

const hour = 3_600_000;

describe('texts for people', () => {
  it('end with one full stop, after any name', () => {
    assert.equal(withFullStop('Phone column: Telefon'), 'Phone column: Telefon.');
    assert.equal(withFullStop('Phone column: Telefon kom.'), 'Phone column: Telefon kom.');
    assert.equal(withFullStop('Phone column: Tel?'), 'Phone column: Tel?');
  });

  it('group digits', () => assert.equal(formatCount(1_234_567), '1,234,567'));

  for (const [share, text] of [
    [0, '0%'],
    [0.001, '1%'],
    [0.312, '31%'],
    [0.999, '99%'],
    [1, '100%'],
  ] as const) {
    it(`write ${share} as ${text}`, () => assert.equal(formatPercent(share), text));
  }

  it('distinguish singular and plural', () => {
    assert.equal(plural(1, 'person', 'people'), '1 person');
    assert.equal(plural(1214, 'person', 'people'), '1,214 people');
    assert.equal(plural(0, 'call'), '0 calls');
  });

  for (const [hours, text] of [
    [2.5, 'today 14:30'],
    [21, 'tomorrow 09:00'],
    [-24, 'yesterday 12:00'],
    [69, 'Mon 23 Nov, 09:00'],
    [24 * 60, 'Tue 19 Jan 2027, 12:00'],
  ] as const) {
    it(`are "${text}" for ${hours} hours from noon`, () =>
      assert.equal(formatWhen(noonMs + hours * hour, noonMs), text));
  }

  for (const [seconds, text] of [
    [-3, 'just now'],
    [9, 'just now'],
    [29, '20 s ago'],
    [60, '1 min ago'],
    [7199, '1 h ago'],
    [86_400, 'yesterday 12:00'],
  ] as const) {
    it(`are "${text}" after ${seconds} s`, () =>
      assert.equal(formatAgo(noonMs - seconds * 1000, noonMs), text));
  }
});
