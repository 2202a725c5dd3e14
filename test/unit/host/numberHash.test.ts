import assert from 'node:assert/strict';
import { numberHash, numberHashes } from '../../../src/host/numberHash.ts';

describe('the hash of a number', () => {
  const key = new Uint8Array(32).fill(1);
  const otherKey = new Uint8Array(32).fill(2);
  const many = Array.from({ length: 20_000 }, (_none, index) => `+336399${String(index).padStart(5, '0')}`);

  it('differs for neighbouring numbers, and differs on another machine', () => {
    const here = new Set(many.map((number) => numberHash(number, key)));
    assert.equal(here.size, many.length);
    assert.ok(!many.some((number) => here.has(numberHash(number, otherKey))));
  });

  it('uses 53 bits, on which the rate of false matches is based', () => {
    const ones = new Array<number>(53).fill(0);
    for (const number of many) {
      const hash = BigInt(numberHash(number, key));
      for (const bit of ones.keys()) ones[bit] = (ones[bit] ?? 0) + Number((hash >> BigInt(bit)) & 1n);
    }
    for (const [bit, count] of ones.entries()) {
      assert.ok(Math.abs(count / many.length - 0.5) < 0.02, `bit ${bit} is set in ${count}`);
    }
  });

  it('is cached once per number, up to a limit', async () => {
    const contacts = [...many, ...many].map((to_phone_number) => ({ to_phone_number }));
    assert.equal((await numberHashes(contacts, key)).size, many.length);
    assert.equal((await numberHashes(contacts, key, 10)).size, 10);
  });
});
