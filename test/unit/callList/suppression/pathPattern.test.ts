import assert from 'node:assert/strict';
import { segmentPattern } from '../../../../src/callList/suppression/pathPattern.ts';

describe('a pattern for the name of a file', () => {
  const cases: [pattern: string, name: string, matches: boolean][] = [
    ['*.csv', 'stop.csv', true],
    ['*.csv', 'STOP.CSV', true],
    ['*.csv', 'stop.csv.bak', false],
    ['stop-?.csv', 'stop-1.csv', true],
    ['stop-?.csv', 'stop-12.csv', false],
    ['stop-[0-9].csv', 'stop-7.csv', true],
    ['stop-[!0-9].csv', 'stop-7.csv', false],
    ['*.{csv,tsv}', 'a.tsv', true],
    ['*.{csv,tsv}', 'a.txt', false],
    ['{stop*,never}.csv', 'stop it.csv', true],
    ['a+b (1).csv', 'a+b (1).csv', true],
    ['a+b (1).csv', 'aab (1).csv', false],
    ['open[.csv', 'open[.csv', true],
    ['open{.csv', 'open{.csv', true],
    ['^$|\\*', '^$|\\x', true],
    ['', 'a', false],
  ];
  for (const [pattern, name, matches] of cases) {
    it(`${pattern} ${matches ? 'is' : 'is not'} ${name}`, () => {
      assert.equal(segmentPattern(pattern).test(name), matches);
    });
  }
});
