import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TimeHeap } from '../../../src/dialing/timeHeap.ts';

describe('a heap of numbers by time', () => {
  it('returns them by time, then by number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(50))), (waiting) => {
        const heap = new TimeHeap();
        for (const [time, item] of waiting) heap.push(time, item);
        const out: [number, number][] = [];
        while (heap.size > 0) out.push([heap.nextMs, heap.pop() ?? -1]);
        assert.deepEqual(
          out,
          [...waiting].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
        assert.equal(heap.nextMs, Infinity);
      }),
    );
  });
});
