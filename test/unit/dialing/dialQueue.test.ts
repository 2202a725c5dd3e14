import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { DialQueue } from '../../../src/dialing/dialQueue.ts';
import { nextCallMs } from '../../../src/dialing/nextCall.ts';
import { zoneOffsets } from '../../../src/dialing/zoneOffsets.ts';
import { runs } from '../support/runs.ts';

/** Ten to six on weekdays; 2026-11-16 is a Monday. */
const { rules } = readCallingRules();
const at = (time: string) => Date.parse(`2026-11-16T${time}Z`);

describe('the order in which a list is called', () => {
  const queue = () =>
    new DialQueue(
      [
        { zone: 'Europe/Paris', rows: Uint32Array.of(0, 2, 4) },
        { zone: 'America/New_York', rows: Uint32Array.of(1, 3) },
      ],
      rules,
      at('08:00'),
    );

  it('starts when the first zone opens', () => {
    assert.equal(queue().nextStartMs(at('08:00')), at('09:00'));
    assert.equal(queue().next(at('08:59')), undefined);
  });

  it('follows the rows of the open zones, from the top', () => {
    const list = queue();
    const morning = Array.from({ length: 4 }, () => list.next(at('09:00')));
    assert.deepEqual(morning, [0, 2, 4, undefined]);
    assert.equal(list.nextStartMs(at('09:00')), at('15:00'));
    assert.deepEqual([list.next(at('15:00')), list.next(at('15:00'))], [1, 3]);
    assert.equal(list.nextStartMs(at('15:00')), Infinity);
  });

  it('puts a due retry before a row that was never tried, the earlier one first', () => {
    const list = queue();
    assert.equal(list.next(at('15:00')), 0);
    assert.equal(list.next(at('15:00')), 1);
    list.retry(0, at('15:20'), 0);
    list.retry(1, at('15:10'), 1);
    assert.equal(list.next(at('15:05')), 2); // none is due yet
    assert.deepEqual(
      [1, 2, 3].map(() => list.next(at('15:30'))),
      [1, 0, 3],
    );
  });

  it('is empty once it has been cleared', () => {
    const list = queue();
    list.clear();
    assert.equal(list.nextStartMs(at('09:00')), Infinity);
  });

  it('equals a search through all rows for each call', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Asia/Tokyo'];
    const minuteMs = 60_000;
    // Each step: how much later it is, and after how long a row that is taken waits again (0: it does not).
    const steps = fc.array(fc.tuple(fc.nat(90), fc.nat(300)), { maxLength: 60 });
    const zoneOfRows = fc.array(fc.nat(zones.length - 1), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(zoneOfRows, steps, (zoneOf, walk) => {
        const rowsOf = (place: number) =>
          Uint32Array.from(zoneOf.flatMap((of, row) => (of === place ? [row] : [])));
        const lanes = zones.map((zone, place) => ({ zone, rows: rowsOf(place) }));
        const list = new DialQueue(lanes, rules, at('08:00'));
        const waiting = new Map<number, { dueMs: number; isRetry: boolean }>();
        zoneOf.forEach((_, row) => waiting.set(row, { dueMs: at('08:00'), isRetry: false }));
        let nowMs = at('08:00');
        const mayStart = (row: number, fromMs: number) =>
          nextCallMs(fromMs, rules, zoneOffsets(zones[zoneOf[row] ?? 0] ?? '')) ?? Infinity;
        for (const [laterMinutes, retryMinutes] of walk) {
          nowMs += laterMinutes * minuteMs;
          const open = [...waiting]
            .filter(([row, { dueMs }]) => dueMs <= nowMs && mayStart(row, nowMs) === nowMs)
            .map(([row, { dueMs, isRetry }]) => ({ row, dueMs: isRetry ? dueMs : nowMs, isRetry }))
            .sort((a, b) => a.dueMs - b.dueMs || a.row - b.row);
          const next = Math.min(
            ...[...waiting].map(([row, { dueMs }]) => mayStart(row, Math.max(nowMs, dueMs))),
          );
          assert.equal(list.nextStartMs(nowMs), next);
          const row = list.next(nowMs);
          assert.equal(row === undefined, open.length === 0);
          if (row === undefined) continue;
          // Retries that are due at this very moment stand equal to rows never tried: which goes first is
          // left open.
          const [first] = open;
          const taken = open.find((one) => one.row === row);
          assert.equal(taken?.dueMs, first?.dueMs);
          if (
            first !== undefined &&
            first.dueMs < nowMs &&
            open.filter(({ dueMs }) => dueMs === first.dueMs).length === 1
          ) {
            assert.equal(row, first.row);
          }
          waiting.delete(row);
          if (retryMinutes === 0) continue;
          const dueMs = mayStart(row, nowMs + retryMinutes * minuteMs);
          list.retry(zoneOf[row] ?? 0, dueMs, row);
          waiting.set(row, { dueMs, isRetry: true });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
