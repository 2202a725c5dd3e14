import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathTest, readPattern } from '../../../../src/callList/suppression/pathPattern.ts';
import { runs } from '../../support/runs.ts';

/** Whether the last step of a pattern without folders takes this name. */
function takes(pattern: string, name: string): boolean {
  return readPattern(pattern).some(({ start, steps: [step] }) => {
    if (start !== '' || step === undefined || step === 'any folders') return false;
    return step(name);
  });
}

describe('a pattern for the name of a file', () => {
  const cases: [pattern: string, name: string, matches: boolean][] = [
    ['*.csv', 'stop.csv', true],
    ['*.csv', 'STOP.CSV', true],
    ['STOP*.CSV', 'stop.csv', true],
    ['*.csv', 'stop.csv.bak', false],
    ['stop-?.csv', 'stop-1.csv', true],
    ['stop-?.csv', 'stop-😀.csv', true],
    ['stop-?.csv', 'stop-12.csv', false],
    ['stop-[0-9].csv', 'stop-7.csv', true],
    ['stop-[!0-9].csv', 'stop-7.csv', false],
    ['stop-[^0-9].csv', 'stop-7.csv', false],
    ['stop-[a-].csv', 'stop--.csv', true],
    ['*.{csv,tsv}', 'a.tsv', true],
    ['*.{csv,tsv}', 'a.txt', false],
    ['{stop*,never}.csv', 'stop it.csv', true],
    ['{a,{b,c}}.csv', 'c.csv', true],
    ['a+b (1).csv', 'a+b (1).csv', true],
    ['a+b (1).csv', 'aab (1).csv', false],
    ['open[.csv', 'open[.csv', true],
    ['open{.csv', 'open{.csv', true],
    ['^$|*', '^$|x', true],
    ['a**b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['', 'a', false],
  ];
  for (const [pattern, name, matches] of cases) {
    it(`${pattern} ${matches ? 'is' : 'is not'} ${name}`, () => assert.equal(takes(pattern, name), matches));
  }

  it('matches what a regular expression of stars and letters matches', () => {
    const letters = fc
      .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 12 })
      .filter((pattern) => pattern.join('') !== '**'); // a step through folders
    fc.assert(
      fc.property(letters, fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }), (pattern, name) => {
        const source = pattern.map((each) => (each === '*' ? '.*' : each === '?' ? '.' : each)).join('');
        const text = name.join('');
        assert.equal(
          takes(pattern.join(''), text),
          pattern.length > 0 && new RegExp(`^${source}$`).test(text),
        );
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('needs steps that grow with the lengths, not with the number of stars', () => {
    // Each further `*a` made a backtracking match fourteen times as long: thirty of them would never end.
    assert.equal(takes(`${'*a'.repeat(200)}b`, 'a'.repeat(255)), false);
  });

  const refused: [what: string, pattern: string, sentence: RegExp][] = [
    ['a range that runs backwards', '[z-a].csv', /no range/],
    ['more braces than can be searched for', '{a,b}'.repeat(10), /too many patterns/],
    ['more characters than a path has', '*'.repeat(2_000), /too long/],
    ['more folders than a path has', '*/'.repeat(100), /too many folders/],
    ['“..” after a wildcard', '*/../stop.csv', /cannot contain “..” after/],
  ];
  for (const [what, pattern, sentence] of refused) {
    it(`cannot contain ${what}`, () => assert.throws(() => readPattern(pattern), sentence));
  }

  const splits: [pattern: string, start: string, steps: number][] = [
    ['lists/*.csv', 'lists/', 1],
    ['~/lists\\never\\*.csv', '~/lists/never/', 1],
    ['/mnt/share/**/**/dnc*.csv', '/mnt/share/', 2],
    ['**/dnc*.csv', '', 2],
  ];
  for (const [pattern, start, steps] of splits) {
    it(`${pattern} is searched for in “${start}”`, () => {
      const [split] = readPattern(pattern);
      assert.deepEqual([split?.start, split?.steps.length], [start, steps]);
    });
  }
});

describe('a pattern for the path of a file', () => {
  const cases: [pattern: string, path: string, matches: boolean][] = [
    ['lists/*.csv', 'lists/a.csv', true],
    ['lists/*.csv', 'lists/deep/a.csv', false],
    ['lists/*.csv', 'a.csv', false],
    ['*.csv', 'lists/a.csv', false],
    ['lists/a.csv', 'lists/a.csv', true],
    ['./lists/a.csv', 'Lists/A.CSV', true],
    ['**/*.csv', 'a.csv', true],
    ['**/*.csv', 'x/y/a.csv', true],
    ['x/**', 'x/y/a.csv', true],
    ['x/**/y/*.{csv,tsv}', 'x/1/2/y/a.tsv', true],
    ['x/**/y/*.{csv,tsv}', 'x/1/2/z/a.tsv', false],
    ['', 'a.csv', false],
  ];
  for (const [pattern, path, matches] of cases) {
    it(`“${pattern}” ${matches ? 'is' : 'is not'} ${path}`, () =>
      assert.equal(pathTest(pattern)?.(path), matches));
  }

  it('is invalid where it cannot be read, or is too long', () => {
    for (const pattern of ['[z-a].csv', '{a,b}'.repeat(10), 'x'.repeat(1_000_000)])
      assert.equal(pathTest(pattern), undefined);
  });

  it('takes time that grows with the lengths, not with the ways through its folders', () => {
    // trying one way after the other would never end
    assert.equal(pathTest(`${'**/a/'.repeat(31)}b`)?.('a/'.repeat(1_000)), false);
  });
});
