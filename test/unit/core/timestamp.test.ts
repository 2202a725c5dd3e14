import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { readTimestamp, toMs } from '../../../src/core/timestamp.ts';

const halfPastNine = '2026-11-20T09:30:00.000Z';

describe('a time as the API may send it', () => {
  const cases: [value: unknown, expected: string | undefined][] = [
    [halfPastNine, halfPastNine],
    ['2026-11-20T09:30:00Z', halfPastNine],
    ['2026-11-20T10:30+01:00', halfPastNine],
    ['2026-11-20T09:30:00', halfPastNine],
    ['2026-11-20T09:30', halfPastNine],
    ['2026-11-20 09:30:00.000', halfPastNine],
    ['2026-11-20 09:30:00+00:00', halfPastNine],
    ['Fri, 20 Nov 2026 09:30:00 GMT', halfPastNine],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    [1_795_167_000, halfPastNine],
    [1_795_167_000_000, halfPastNine],
    ['1795167000', halfPastNine],
    ['1795167000000', halfPastNine],
    [0, '1970-01-01T00:00:00.000Z'],
    [1_795_167_000.5, '2026-11-20T09:30:00.500Z'],
    [null, undefined],
    [undefined, undefined],
    [{}, undefined],
    [[halfPastNine], undefined],
    [true, undefined],
    ['', undefined],
    ['  ', undefined],
    ['soon', undefined],
    ['2026-13-45T00:00:00', undefined],
    ['9'.repeat(400), undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [Number.MAX_SAFE_INTEGER, undefined],
    [1e15, undefined], // the year 33658
    ['+033658-09-27T01:46:40.000Z', undefined],
  ];
  for (const [value, expected] of cases) {
    const what = inspect(value).slice(0, 40);
    it(`${what} is ${expected ?? 'no time'}`, () => {
      assert.equal(readTimestamp(value), expected);
    });
  }

  it('never throws, and reads its own result to the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (value) => {
        const read = readTimestamp(value);
        if (read !== undefined) assert.equal(readTimestamp(read), read);
      }),
    );
  });

  it('as milliseconds: undefined where there is none', () => {
    assert.equal(toMs(halfPastNine), 1_795_167_000_000);
    assert.equal(toMs(undefined), undefined);
    assert.equal(toMs('soon'), undefined);
  });

  it('as milliseconds is what Date.parse gives, on each day of a century and beyond', () => {
    const date = fc.date({
      min: new Date('1969-12-31T00:00Z'),
      max: new Date('2200-01-01T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(date, (at) => assert.equal(toMs(at.toISOString()), at.getTime())));
    for (let ms = Date.UTC(1999, 0); ms < Date.UTC(2101, 0); ms += 86_400_000)
      assert.equal(toMs(new Date(ms).toISOString()), ms);
  });
});
