import assert from 'node:assert/strict';
import { unconfirmedLabel, unconfirmedTooltip } from '../../../src/views/presentationLaunch.ts';

describe('a launch in doubt in the status bar', () => {
  it('is named while it is the only one, and counted else', () => {
    assert.equal(unconfirmedLabel(['Spring']), 'Spring: unconfirmed');
    assert.equal(unconfirmedLabel(['Spring', 'Summer']), '2 launches unconfirmed');
  });

  it('stays short however long its name is', () => {
    assert.ok(unconfirmedLabel(['x'.repeat(10_000)]).length < 60);
  });

  it('names the first three and counts the rest', () => {
    const tooltip = unconfirmedTooltip(['A', 'B', 'C', 'D', 'E']);
    assert.match(tooltip, /“A”, “B”, “C”, and 2 more/);
  });
});
