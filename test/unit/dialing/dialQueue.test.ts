import assert from 'node:assert/strict';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { DialQueue } from '../../../src/dialing/dialQueue.ts';

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

  it('begins when the first zone opens', () => {
    assert.equal(queue().nextStartMs(at('08:00')), at('09:00'));
    assert.equal(queue().take(at('08:59')), undefined);
  });

  it('goes through the rows of the zones that are open, from the top', () => {
    const list = queue();
    const morning = Array.from({ length: 4 }, () => list.take(at('09:00')));
    assert.deepEqual(morning, [0, 2, 4, undefined]);
    assert.equal(list.nextStartMs(at('09:00')), at('15:00'));
    assert.deepEqual([list.take(at('15:00')), list.take(at('15:00'))], [1, 3]);
    assert.equal(list.nextStartMs(at('15:00')), Infinity);
  });

  it('takes a retry that is due before a row that was never tried, the earlier one first', () => {
    const list = queue();
    const [paris, newYork] = list.lanes;
    assert.equal(list.take(at('15:00')), 0);
    assert.equal(list.take(at('15:00')), 1);
    paris!.retries.push(at('15:20'), 0);
    newYork!.retries.push(at('15:10'), 1);
    assert.equal(list.take(at('15:05')), 2); // none is due yet
    assert.deepEqual(
      [1, 2, 3].map(() => list.take(at('15:30'))),
      [1, 0, 3],
    );
  });

  it('is empty once it has been cleared', () => {
    const list = queue();
    list.clear();
    assert.equal(list.nextStartMs(at('09:00')), Infinity);
  });
});
