import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { readRecords } from '../../../../src/editor/listRecords.ts';
import { isRemovable, otherRowsOf } from '../../../../src/editor/fixes/removableRows.ts';
import { removalChanges } from '../../../../src/editor/fixes/rowRemoval.ts';
import { applied, lists } from '../support/lists.ts';
import { runs } from '../../support/runs.ts';

async function without(text: string, lines: readonly number[]): Promise<string> {
  return applied(text, removalChanges(await readRecords(text), lines, text));
}

describe('deleting rows of a call list', () => {
  it('leaves all other rows as they are, and calls the same people', () =>
    fc.assert(
      fc.asyncProperty(lists, async ({ text }) => {
        const list = await checkCallList(text, { defaultRegion: 'FR' });
        const lines = list.problems.filter(isRemovable).map(({ line }) => line);
        const records = await readRecords(text);
        const after = await without(text, lines);
        const expected = records.filter(({ line }) => !lines.includes(line)).map(({ cells }) => cells);
        assert.deepEqual(
          (await readRecords(after)).map(({ cells }) => cells),
          expected,
        );
        assert.equal(/[\r\n]$/.test(after), /[\r\n]$/.test(text));
        const again = await checkCallList(after, { defaultRegion: 'FR' });
        assert.deepEqual(
          again.contacts.map((contact) => contact.to_phone_number),
          list.contacts.map((contact) => contact.to_phone_number),
        );
        assert.deepEqual(again.problems.filter(isRemovable), []);
      }),
      { numRuns: runs(50) },
    ));

  const cases: [text: string, lines: number[], after: string][] = [
    ['a,b\n1,2\n3,4\n', [2], 'a,b\n3,4\n'],
    ['a,b\n1,2\n3,4\n', [3], 'a,b\n1,2\n'],
    ['a,b\r\n1,2\r\n3,4', [3], 'a,b\r\n1,2'],
    ['a,b\r\n1,2\r\n3,4', [2, 3], 'a,b'],
    ['a,b\n1,"x\ny"\n3,4\n', [3], 'a,b\n3,4\n'],
    ['a,b\n1,2\n3,4\n5,6\n7,8\n', [2, 4], 'a,b\n3,4\n7,8\n'],
    ['sep=;\na;b\n1;2\n3;4\n', [3], 'sep=;\na;b\n3;4\n'],
  ];
  for (const [text, lines, after] of cases) {
    it(`turns ${JSON.stringify(text)} into ${JSON.stringify(after)} without lines ${lines.join()}`, async () =>
      assert.equal(await without(text, lines), after));
  }

  it('finds the other rows with the same number, whichever one stays', async () => {
    const text = 'phone\n+33199001201\n+33199001201\n+33261912602\n+33199001201\n+33261912602\n';
    const { problems } = await checkCallList(text);
    assert.deepEqual(
      problems.map((problem) => [problem.line, otherRowsOf(problem, problems)]),
      [
        [3, [2, 5]],
        [5, [2, 3]],
        [6, [4]],
      ],
    );
  });
});
