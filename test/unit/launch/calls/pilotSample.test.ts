import assert from 'node:assert/strict';
import { pilotOf } from '../../../../src/launch/calls/pilotSample.ts';

/** Forty French numbers and ten Belgian ones, on lines 2 to 51. */
const contacts = Array.from({ length: 50 }, (_, at) => ({
  to_phone_number: at < 40 ? `+331990012${String(at).padStart(2, '0')}` : `+324700012${String(at)}`,
  line: at + 2,
}));

describe('the contacts of a pilot', () => {
  it('are the beginning of the list', () => {
    assert.deepEqual(pilotOf(contacts, { size: 3, pick: 'first' }, 'x'), [0, 1, 2]);
  });

  it('are a sample of each country, the same for the same seed', () => {
    const sample = pilotOf(contacts, { size: 10, pick: 'sample' }, 'x');
    assert.deepEqual(sample, pilotOf(contacts, { size: 10, pick: 'sample' }, 'x'));
    assert.notDeepEqual(sample, pilotOf(contacts, { size: 10, pick: 'sample' }, 'y'));
    assert.equal(sample.filter((index) => index >= 40).length, 5);
  });

  it('are exactly the contacts on the chosen lines', () => {
    assert.deepEqual(pilotOf(contacts, { size: 3, pick: 'lines', lines: [51, 2, 7] }, 'x'), [0, 5, 49]);
  });

  it('are none where no line was chosen', () => {
    assert.deepEqual(pilotOf(contacts, { size: 50, pick: 'lines' }, 'x'), []);
  });
});
