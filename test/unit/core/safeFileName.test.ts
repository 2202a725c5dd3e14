import assert from 'node:assert/strict';
import { safeCsvFileName } from '../../../src/core/safeFileName.ts';

describe('a file name that the server suggested', () => {
  for (const [suggested, safe] of [
    ['campaign-42.csv', 'campaign-42.csv'],
    ['Été 2026.CSV', 'Été 2026.csv'],
    ['../../etc/passwd', 'passwd.csv'],
    ['C:\\Windows\\evil.csv', 'evil.csv'],
    ['a<b>:"c|d?*.csv', 'abcd.csv'],
    ['con.csv', '_con.csv'],
    ['.hidden', 'hidden.csv'],
    ['x\u0000\u202Ey.csv', 'xy.csv'],
    ['report.exe', 'report.exe.csv'],
    ['', 'Spring.csv'],
    ['..', 'Spring.csv'],
    [`${'a'.repeat(400)}.csv`, `${'a'.repeat(120)}.csv`],
  ] as const) {
    it(`becomes ${safe.slice(0, 20)} for ${JSON.stringify(suggested).slice(0, 40)}`, () =>
      assert.equal(safeCsvFileName(suggested, 'Spring'), safe));
  }
});
