import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { spokenPreview } from '../../../../src/callList/values/spokenPreview.ts';
import { readRecords } from '../../../../src/editor/listRecords.ts';
import { leftOutBecause, rowIndexAt, rowRecords } from '../../../../src/editor/listRows.ts';
import { previewText, type PreviewedRow } from '../../../../src/editor/preview/previewText.ts';

const assistant = {
  id: '1',
  name: 'Emma',
  first_sentence: 'Hello {{name}} of {{company}}.',
  first_sentence_mode: 'generated',
  prompt: '# You\r\nCall {{name}}.',
};

function row(values: Record<string, string>, more: Partial<PreviewedRow> = {}): PreviewedRow {
  return {
    assistant: 'Emma',
    list: 'november.csv',
    line: 14,
    place: 12,
    of: 1214,
    number: '+33199001201',
    leftOut: undefined,
    texts: spokenPreview(assistant, values),
    ...more,
  };
}

describe('the preview document of a row', () => {
  it('shows who is called, what is missing, and then the texts word for word', () => {
    const { text } = previewText(row({ name: 'Zoé' }));
    assert.equal(
      text,
      [
        '# What Emma says to row 12 of 1,214',
        '',
        '+33199001201, line 14 of november.csv',
        '1 value is missing in this row: {{company}}',
        '',
        '## First sentence',
        '',
        '(The assistant’s first sentence is set to “generated”: it may say this in other words.)',
        '',
        'Hello Zoé of {{company}}.',
        '',
        '## Prompt',
        '',
        '# You',
        'Call Zoé.',
        '',
      ].join('\n'),
    );
  });

  it('marks values and missing values at their positions, also after values with Windows line ends', () => {
    const { text, marks } = previewText(row({ name: 'Zoé\r\nLéa\rEve' }));
    assert.deepEqual(
      marks.map(({ start, end, kind, name }) => [kind, name, text.slice(start, end)]),
      [
        ['value', 'name', 'Zoé\nLéa\nEve'],
        ['hole', 'company', '{{company}}'],
        ['value', 'name', 'Zoé\nLéa\nEve'],
      ],
    );
    assert.doesNotMatch(text, /\r/);
  });

  it('says why a row is not called, and nothing about missing values where there are none', () => {
    const values = { name: 'Zoé', company: 'Lumen' };
    const { text } = previewText(row(values, { number: '', leftOut: 'No number here.' }));
    assert.match(text, /\n\nNo number, line 14 of november\.csv\nNot called: No number here\.\n\n## First/);
  });

  it('says that nothing is known about an unknown assistant', () => {
    assert.match(previewText(row({}, { texts: [] })).text, /did not provide any of this assistant’s texts/);
  });

  it('ends with the reason where a row cannot be read', () => {
    const { text } = previewText(row({}, { texts: undefined, leftOut: 'Its quotes are broken.' }));
    assert.match(text, /Not called: Its quotes are broken\.\n$/);
  });
});

describe('the rows of a list', () => {
  const text = 'Export\nphone,name\n\n+33199001201,"Ann\nEve"\n,,\n+3312,Bob\n';
  async function rows() {
    const list = await checkCallList(text);
    const records = await readRecords(text);
    return { list, records, rows: rowRecords(list, records) };
  }

  it('are those below the header that are not empty', async () => {
    assert.deepEqual(
      (await rows()).rows.map(({ line }) => line),
      [4, 7],
    );
  });

  it('are found from any of their lines, from the lines between them, and the first from above', async () => {
    const { rows: found } = await rows();
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 99].map((line) => rowIndexAt(found, line)),
      [0, 0, 0, 0, 0, 0, 1, 1, 1],
    );
  });

  it('have the reason for which they are left out', async () => {
    const { list, records, rows: found } = await rows();
    const reasons = found.map((record) => leftOutBecause(list, record, records));
    assert.equal(reasons[0], undefined);
    assert.match(reasons[1] ?? '', /too few/);
  });

  it('are all left out for one reason where the list has no phone numbers', async () => {
    const names = 'name\nAnn\n';
    const [list, records] = [await checkCallList(names), await readRecords(names)];
    const [row] = rowRecords(list, records);
    assert(row);
    assert.match(leftOutBecause(list, row, records) ?? '', /No column of phone numbers/);
  });
});
