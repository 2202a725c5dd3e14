import assert from 'node:assert/strict';
import { unconfirmedLabel, unconfirmedTooltip } from '../../../src/views/presentationLaunch.ts';

describe('unconfirmed launches in the status bar', () => {
  it('show the name of the only one, otherwise the count', () => {
    assert.equal(unconfirmedLabel(['Spring']), 'Spring: unconfirmed');
    assert.equal(unconfirmedLabel(['Spring', 'Summer']), '2 launches unconfirmed');
  });

  it('stay short however long the name is', () => {
    assert.ok(unconfirmedLabel(['x'.repeat(10_000)]).length < 60);
  });

  it('name the first three and count the rest', () => {
    const tooltip = unconfirmedTooltip(['A', 'B', 'C', 'D', 'E']);
    assert.match(tooltip, /“A”, “B”, “C”, and 2 more/);
  });
});
