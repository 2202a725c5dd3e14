import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomHalves } from '../../../src/callList/randomHalves.ts';

describe('a list split at random into two halves', () => {
  it('has each member in one half, in list order, and halves that differ by at most one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.string(), (members, seed) => {
        const { first, second } = randomHalves(members, seed);
        assert.deepEqual(new Set([...first, ...second]), new Set(members));
        assert.ok(first.length - second.length === members.length % 2);
        for (const half of [first, second])
          assert.deepEqual(
            half,
            members.filter((member) => half.includes(member)),
          );
      }),
    );
  });

  const members = Array.from({ length: 1000 }, (_, at) => at);

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(randomHalves(members, 'a'), randomHalves(members, 'a'));
    assert.notDeepEqual(randomHalves(members, 'a').first, randomHalves(members, 'b').first);
  });

  it('prefers no position in the list', () => {
    const timesFirst = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 2000; seed += 1)
      for (const member of randomHalves(members.slice(0, 10), String(seed)).first) timesFirst[member]! += 1;
    for (const times of timesFirst) assert.ok(Math.abs(times - 1000) < 120, timesFirst.join(' '));
  });
});
