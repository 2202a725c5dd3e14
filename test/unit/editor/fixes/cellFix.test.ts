import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallList } from '../../../../src/callList/callList.ts';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import type { Problem } from '../../../../src/callList/problems.ts';
import {
  cellText,
  fixChanges,
  fixableOfKind,
  isFixable,
  safelyFixable,
} from '../../../../src/editor/fixes/cellFix.ts';
import { readRecords } from '../../../../src/editor/listRecords.ts';
import { applied, lists, textAt } from '../support/lists.ts';
import { runs } from '../../support/runs.ts';

const options = { defaultRegion: 'FR' };

function place({ line, startCharacter, code }: Problem): string {
  return `${code} ${line}:${startCharacter}`;
}

async function cellsOf(text: string): Promise<readonly (readonly string[])[]> {
  return (await readRecords(text)).map(({ cells }) => cells);
}

function called({ contacts }: CallList): unknown {
  return contacts.map(({ to_phone_number, prompt_variables }) => [to_phone_number, prompt_variables]);
}

describe('repairing cells of a call list', () => {
  it('removes the problem and changes only that cell', () =>
    fc.assert(
      fc.asyncProperty(lists, async ({ text, delimiter }) => {
        const list = await checkCallList(text, options);
        const before = await cellsOf(text);
        for (const problem of list.problems.filter(isFixable)) {
          const repaired = applied(text, fixChanges([problem], textAt(text), delimiter));
          const again = await checkCallList(repaired, options);
          assert.ok(!again.problems.some((other) => place(other) === place(problem)), place(problem));
          const after = await cellsOf(repaired);
          const different = after.flatMap((cells, row) =>
            cells.filter((cell, column) => cell !== before[row]?.[column]),
          );
          assert.deepEqual(different, [problem.fix.replacement]);
          assert.equal(after.length, before.length);
        }
      }),
      { numRuns: runs(50) },
    ));

  it('writes a sep= line without quotes, although it contains the separator', async () => {
    const text = 'sep=,\nName;Telefon\nA;+493023125010\nB;+493023125011\n';
    const [problem] = fixableOfKind((await checkCallList(text)).problems, 'revox.list.wrongSeparator');
    assert.ok(problem !== undefined);
    assert.equal(applied(text, fixChanges([problem], textAt(text), ';')), text.replace('sep=,', 'sep=;'));
  });

  it('does not change who is called and what is said, where the fix is safe', () =>
    fc.assert(
      fc.asyncProperty(lists, async ({ text, delimiter }) => {
        const list = await checkCallList(text, options);
        const safe = safelyFixable(list.problems);
        const again = await checkCallList(applied(text, fixChanges(safe, textAt(text), delimiter)), options);
        assert.deepEqual(called(again), called(list));
        assert.deepEqual(again.counts, list.counts);
        assert.deepEqual(safelyFixable(again.problems), []);
        assert.equal(again.problems.length, list.problems.length - safe.length);
      }),
      { numRuns: runs(50) },
    ));

  it('repairs all problems of one kind at once', async () => {
    const text = 'phone;name\r\n199002607;Ann\r\n+33 1 99 00 26 06;Bob\r\n"199002608";Cid';
    const list = await checkCallList(text, options);
    const alike = fixableOfKind(list.problems, 'revox.phone.zeroLost');
    assert.equal(
      applied(text, fixChanges(alike, textAt(text), ';')),
      'phone;name\r\n+33199002607;Ann\r\n+33 1 99 00 26 06;Bob\r\n"+33199002608";Cid',
    );
  });

  it('repairs a cell once where it has two suggestions', async () => {
    const text = 'phone,first_nam\n+33199001201,Ann\n';
    const list = await checkCallList(text, { variables: ['first_name', 'first_nama'] });
    const alike = fixableOfKind(list.problems, 'revox.variable.noColumn');
    assert.ok(alike.length > 0);
    assert.equal(fixChanges(alike, textAt(text), ',').length, 1);
  });

  const written: [value: string, before: string, after: string][] = [
    ['+331', '331', '+331'],
    ['+331', '"331"', '"+331"'],
    ['a,b', 'ab', '"a,b"'],
    ['say "a"', 'x', '"say ""a"""'],
    ['a;b', 'ab', 'a;b'],
  ];
  for (const [value, before, after] of written) {
    it(`writes ${value} over ${before} as ${after}`, () => assert.equal(cellText(value, before, ','), after));
  }
});
