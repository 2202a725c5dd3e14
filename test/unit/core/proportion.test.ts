import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newcombeDifference, wilsonInterval } from '../../../src/core/proportion.ts';

const fourDigits = (value: number) => Math.round(value * 10_000) / 10_000;

describe('the interval of a share', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17:857, table I, method 3 (score, no continuity correction)
  const published: [count: number, of: number, low: number, high: number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [count, of, low, high] of published) {
    it(`of ${count} in ${of} is the published one`, () => {
      const interval = wilsonInterval(count, of);
      assert.deepEqual(interval && [interval.low, interval.high].map(fourDigits), [low, high]);
    });
  }

  it('is undefined for no cases', () => {
    assert.equal(wilsonInterval(0, 0), undefined);
  });

  it('contains its share and stays within 0 and 1', () => {
    const proportions = fc
      .integer({ min: 1, max: 100_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(proportions, ([count, of]) => {
        const { low, high } = wilsonInterval(count, of) ?? { low: NaN, high: NaN };
        assert.ok(low >= 0 && low <= count / of && high >= count / of && high <= 1);
      }),
    );
  });
});

describe('the interval of a difference', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17:873, table II, method 10
  const published: [one: [number, number], other: [number, number], low: number, high: number][] = [
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
    [[10, 10], [0, 10], 0.6075, 1],
  ];
  for (const [[a, n], [b, m], low, high] of published) {
    it(`of ${a}/${n} and ${b}/${m} is the published one`, () => {
      const found = newcombeDifference({ count: a, of: n }, { count: b, of: m });
      assert.deepEqual(found && [found.low, found.high].map(fourDigits), [low, high]);
    });
  }

  it('is undefined where either has no cases', () => {
    assert.equal(newcombeDifference({ count: 0, of: 0 }, { count: 1, of: 2 }), undefined);
    assert.equal(newcombeDifference({ count: 1, of: 2 }, { count: 0, of: 0 }), undefined);
  });
});
