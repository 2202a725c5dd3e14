import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { cleanCsv, excludedCsv } from '../../../src/editor/listCsv.ts';
import { readRecords } from '../../../src/editor/listRecords.ts';
import { lists } from './support/lists.ts';
import { runs } from '../support/runs.ts';

const options = { defaultRegion: 'FR' };

async function parts(text: string) {
  const list = await checkCallList(text, options);
  const records = await readRecords(text);
  return { list, records, clean: cleanCsv(list, records, text), excluded: excludedCsv(list, records, text) };
}

describe('a list split into the clean list and the excluded rows', () => {
  it('the clean list calls the same people with the same values, and needs no country', () =>
    fc.assert(
      fc.asyncProperty(lists, async ({ text, delimiter }) => {
        const { list, clean } = await parts(text);
        fc.pre(list.counts.ready > 1);
        const again = await checkCallList(clean);
        assert.equal(again.dialect.delimiter, delimiter);
        assert.deepEqual(
          again.contacts.map(({ to_phone_number, prompt_variables }) => [to_phone_number, prompt_variables]),
          list.contacts.map(({ to_phone_number, prompt_variables }) => [to_phone_number, prompt_variables]),
        );
        assert.equal(again.counts.read, list.counts.ready);
      }),
      { numRuns: runs(50) },
    ));

  it('the other list has every excluded row, cell by cell, with a reason', () =>
    fc.assert(
      fc.asyncProperty(lists, async ({ text }) => {
        const { list, records, excluded } = await parts(text);
        const { read, ready, blank } = list.counts;
        const [header, ...rows] = await readRecords(excluded);
        assert.deepEqual(header?.cells, ['phone', 'first_name', 'note', 'reason']);
        assert.equal(rows.length, read - ready - blank);
        const originals = records.map(({ cells }) => JSON.stringify(cells));
        for (const { cells } of rows) {
          assert.ok(originals.includes(JSON.stringify(cells.slice(0, 3))), cells.join(' | '));
          assert.notEqual(cells[3], '');
        }
      }),
      { numRuns: runs(50) },
    ));

  it('keeps the dialect of the file, including its sep= line', async () => {
    const text =
      'sep=;\r\nphone;name;reason\r\n01 99 00 12 01;"Ann; Eve";x\r\n+3312;Bob\r\n"tel:+33261912602";Cid;\r\n';
    const { clean, excluded } = await parts(text);
    assert.equal(clean, 'sep=;\r\nphone;name;reason\r\n+33199001201;"Ann; Eve";x\r\n"+33261912602";Cid;\r\n');
    assert.match(
      excluded,
      /^sep=;\r\nphone;name;reason;reason_2\r\n\+3312;Bob;;"?2 digits after \+33 [^\r\n]+\r\n$/,
    );
  });

  it('keeps a row with broken quotes as one text, with the reason in its column', async () => {
    const text = 'phone,name\n+33199001201,Ann\n+33261912602,"Bob\n+33353013503,Cid\n+33465714604,Dan\n';
    const { list, excluded } = await parts(text);
    const [header, broken] = await readRecords(excluded);
    assert.equal(header?.cells.length, 3);
    assert.equal(broken?.cells.length, 3);
    assert.match(broken.cells[0] ?? '', /Bob/);
    assert.match(broken.cells[2] ?? '', /quote/i);
    assert.equal(list.counts.excluded.brokenRow > 0, true);
  });
});
