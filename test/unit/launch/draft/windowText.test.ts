import assert from 'node:assert/strict';
import { readWindowText, windowText } from '../../../../src/launch/draft/windowText.ts';

describe('calling windows on one line', () => {
  const right: [text: string, again: string][] = [
    ['10:00-13:00, 14:00-20:00', '10:00-13:00, 14:00-20:00'],
    ['10am-6pm', '10am-6pm'],
    [' 9:00 – 12:00 and 2pm to 5:30pm ', '9:00-12:00, 2pm-5:30pm'],
    ['22:00-24:00; 8:00-9:00', '22:00-24:00, 8:00-9:00'],
  ];
  for (const [text, again] of right) {
    it(`are read from ${text}, with the documented delay`, () => {
      const windows = readWindowText(text) ?? [];
      assert.equal(windowText(windows), again);
      assert.ok(windows.every(({ delay, unit }) => delay === '2' && unit === 'hours'));
    });
  }

  for (const text of ['', '10:00', '10:00-13:00-20:00', '10:00-13:00,']) {
    it(`are rejected: ${JSON.stringify(text)}`, () => assert.equal(readWindowText(text), undefined));
  }
});
