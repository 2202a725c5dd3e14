import assert from 'node:assert/strict';
import { problemAt, type Problem, type ProblemCode } from '../../../src/callList/problems.ts';
import { marksOf, readSeverities } from '../../../src/editor/shownProblems.ts';

function problem(line: number, code: ProblemCode): Problem {
  return problemAt({ line, startCharacter: 2, endLine: line, endCharacter: 5 }, code, `line ${line}`);
}

describe('the problems of a list as diagnostics', () => {
  it('are all of them, with 0-based positions', () => {
    const [mark] = marksOf([problem(3, 'revox.phone.missing')], new Map());
    assert.deepEqual(mark, {
      startLine: 2,
      startCharacter: 2,
      endLine: 2,
      endCharacter: 5,
      severity: 'error',
      message: 'line 3',
      code: 'revox.phone.missing',
    });
  });

  it('have the severity of the setting, or are hidden', () => {
    const severities = readSeverities({
      'revox.phone.missing': 'info',
      'revox.phone.cleaned': 'off',
      'revox.phone.duplicate': 'loud',
    });
    const marks = marksOf(
      [
        problem(2, 'revox.phone.missing'),
        problem(3, 'revox.phone.cleaned'),
        problem(4, 'revox.phone.duplicate'),
      ],
      severities,
    );
    assert.deepEqual(
      marks.map(({ startLine, severity }) => [startLine, severity]),
      [
        [1, 'info'],
        [3, 'warning'],
      ],
    );
  });

  for (const setting of [undefined, null, 7, 'off', ['off'], { a: 1 }]) {
    it(`ignore a setting that is ${JSON.stringify(setting)}`, () =>
      assert.equal(marksOf([problem(2, 'revox.phone.missing')], readSeverities(setting)).length, 1));
  }

  it('are the most severe where there are too many, in file order, below a line that counts the rest', () => {
    const problems = [
      problem(2, 'revox.phone.cleaned'),
      problem(3, 'revox.phone.duplicate'),
      problem(4, 'revox.phone.missing'),
      problem(5, 'revox.phone.cleaned'),
      problem(6, 'revox.phone.missing'),
    ];
    const marks = marksOf(problems, new Map(), 4);
    assert.deepEqual(
      marks.map(({ startLine }) => startLine),
      [0, 2, 3, 5],
    );
    assert.match(marks[0]?.message ?? '', /^2 more problems in this list are not shown to keep/);
    assert.equal(marksOf(problems, new Map(), 5).length, 5);
  });

  it('include in the count those that were not stored, where they are shown at all', () => {
    const problems = [problem(2, 'revox.phone.missing'), problem(3, 'revox.phone.cleaned')];
    const totals = { 'revox.phone.missing': 41, 'revox.phone.cleaned': 9000 };
    const hidden = new Map([['revox.phone.cleaned', 'off' as const]]);
    const marks = marksOf(problems, hidden, 4, totals);
    assert.equal(marks.length, 2);
    assert.match(marks[0]?.message ?? '', /^40 more problems/);
  });
});
