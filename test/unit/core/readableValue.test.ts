import assert from 'node:assert/strict';
import { readableValue } from '../../../src/core/readableValue.ts';

const nowMs = Date.UTC(2026, 10, 27, 12);
const ownOffsetMinutes = -new Date(Date.UTC(2026, 11, 9, 10)).getTimezoneOffset();

/** An offset that is not the one of the machine that runs the test. */
const foreign =
  ownOffsetMinutes === 330 ? { text: '-03:00', named: 'UTC−3' } : { text: '+05:30', named: 'UTC+5:30' };

function ownOffset(): string {
  const minutes = Math.abs(ownOffsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ownOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

describe('an extracted value as people read it', () => {
  const values: readonly (readonly [value: string, expected: string])[] = [
    ['not_interested', 'Not interested'],
    ['yes', 'Yes'],
    ['callback', 'Callback'],
    ['2026-12-09', 'Wed 9 Dec'],
    ['2027-01-04', 'Mon 4 Jan 2027'],
    ['2026-12-09T10:30', 'Wed 9 Dec, 10:30'],
    ['2026-12-09 10:30:15.250', 'Wed 9 Dec, 10:30'],
    [`2026-12-09T10:30:00${ownOffset()}`, 'Wed 9 Dec, 10:30'],
    [`2026-12-09T10:30:00${foreign.text}`, `Wed 9 Dec, 10:30 (${foreign.named})`],
    ['2026-02-31', '2026-02-31'],
    ['2026-13-01T10:30', '2026-13-01T10:30'],
    ['She wants a demo', 'She wants a demo'],
    ['Not_a_code_word', 'Not_a_code_word'],
    ['+33612345678', '+33612345678'],
    ['42', '42'],
    ['', ''],
    [`a${'_b'.repeat(40)}`, `a${'_b'.repeat(40)}`],
  ];
  for (const [value, expected] of values) {
    it(`${JSON.stringify(value.slice(0, 40))} is ${JSON.stringify(expected.slice(0, 40))}`, () =>
      assert.equal(readableValue(value, nowMs), expected));
  }
});
