import assert from 'node:assert/strict';
import { InvalidParams } from '../../../../src/panels/params.ts';
import {
  checkKey,
  checkOptionalSettings,
  checkSettings,
} from '../../../../src/panels/report/reportParams.ts';

const settings = { goal: '', turns: 2, seconds: 10, firstAttemptsOnly: false };

describe('the messages of the report page', () => {
  it('are taken as they are sent, without what does not belong to them', () => {
    assert.deepEqual(checkSettings({ ...settings, more: 1 }), settings);
    assert.deepEqual(checkOptionalSettings({ settings }), { settings });
    assert.deepEqual(checkOptionalSettings({ settings: null }), { settings: undefined });
    assert.deepEqual(checkKey({ key: 'reached' }), { key: 'reached' });
  });

  const wrong: readonly (readonly [what: string, value: unknown])[] = [
    ['nothing', undefined],
    ['a text', 'settings'],
    ['a goal that is no text', { ...settings, goal: 7 }],
    ['a goal without end', { ...settings, goal: 'x'.repeat(1_001) }],
    ['too many turns', { ...settings, turns: 101 }],
    ['a part of a turn', { ...settings, turns: 1.5 }],
    ['less than no seconds', { ...settings, seconds: -1 }],
    ['more than an hour', { ...settings, seconds: 3_601 }],
    ['“yes” for true', { ...settings, firstAttemptsOnly: 'yes' }],
  ];
  for (const [what, value] of wrong) {
    it(`are refused with ${what}`, () => {
      assert.throws(() => checkSettings(value), InvalidParams);
    });
  }

  it('are refused with a key that is no text, or without end', () => {
    for (const key of [undefined, 7, 'x'.repeat(1_001)])
      assert.throws(() => checkKey({ key }), InvalidParams);
  });
});
