import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RemarkMemory } from '../../../../src/callList/refusals/remarkMemory.ts';
import { runs } from '../../support/runs.ts';

describe('remarks that were confirmed before', () => {
  it('are recognised whatever numbers they contain', () => {
    const memory = new RemarkMemory();
    memory.set('customer since 2005, order 17', false);
    assert.equal(memory.get('customer since 7, order 100000'), false);
    assert.equal(memory.get('customer since 7, order none'), undefined);
    assert.equal(memory.get('customer since , order 7'), undefined);
  });

  it('are distinguished like texts without numbers', () => {
    const piece = fc.constantFrom('a', 'b', ' ', '0', '00', '1', '42', '٣', '');
    const remark = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(remark, fc.boolean()), { maxLength: 40 }), (asked) => {
        const memory = new RemarkMemory();
        const known = new Map<string, boolean>();
        for (const [text, refuses] of asked) {
          const key = text.replace(/\d+/g, '0');
          assert.equal(memory.get(text), known.get(key));
          if (known.has(key)) continue;
          known.set(key, refuses);
          memory.set(text, refuses);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});
