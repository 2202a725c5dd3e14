import assert from 'node:assert/strict';
import { readWindowText, windowText } from '../../../src/launch/windowText.ts';

describe('calling windows as they are typed', () => {
  const right: [text: string, again: string][] = [
    ['10:00-13:00, 14:00-20:00', '10:00-13:00, 14:00-20:00'],
    ['10am-6pm', '10am-6pm'],
    [' 9:00 – 12:00 and 2pm to 5:30pm ', '9:00-12:00, 2pm-5:30pm'],
    ['22:00-24:00; 8:00-9:00', '22:00-24:00, 8:00-9:00'],
  ];
  for (const [text, again] of right) {
    it(`reads ${text}`, () => {
      const read = readWindowText(text);
      assert.ok('windows' in read);
      assert.equal(windowText(read.windows), again);
      assert.deepEqual(new Set(read.windows.map((window) => window.retry_delay_seconds)), new Set([7200]));
    });
  }

  const wrong: [text: string, problem: RegExp][] = [
    ['', /^Write hours such as/],
    ['10:00', /^Write hours such as/],
    ['10:00-13:00-20:00', /^Write hours such as/],
    ['10:00-13:00,', /^Write hours such as/],
    ['10:00-25:00', /^"25:00" is not a time; write it as 17:00 or 5pm\.$/],
    ['9pm-5pm', /^The end, 5pm, is not after the start, 9pm; use two windows/],
  ];
  for (const [text, problem] of wrong) {
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      const read = readWindowText(text);
      assert.ok('problem' in read);
      assert.match(read.problem, problem);
    });
  }
});
