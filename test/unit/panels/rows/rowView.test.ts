import assert from 'node:assert/strict';
import type { CallAttempt } from '../../../../src/core/row.ts';
import { rowsAnswer } from '../../../../src/api/schemas/answers.ts';
import { RowColumns } from '../../../../src/panels/rows/rowColumns.ts';
import { cellValue, rowCells, tableRow } from '../../../../src/panels/rows/rowView.ts';
import example from '../../../fixtures/api/rows.json';
import nulls from '../../../fixtures/api/rows.nulls.json';
import unknownWords from '../../../fixtures/api/rows.unknownWords.json';
import { row } from './rowFixtures.ts';

const attempt: CallAttempt = {
  id: 'a1',
  status: 'completed',
  started_at: '2026-11-20T09:00:00.000Z',
  answered_at: '2026-11-20T09:00:12.000Z',
  ended_at: '2026-11-20T09:01:19.000Z',
  result: 'human',
  ended_by: 'agent',
  end_reason: 'goodbye',
  structured_output: { interested: true, seats: 4, notes: { a: 1 } },
  recording_url: 'https://files.example/secret?token=1',
  transcript: [{ role: 'user', content: 'hello' }],
};

describe('a row in the table', () => {
  it('shows how the last attempt went', () => {
    const call = { id: 'o1', status: 'completed', calls_count: 2, call_attempts: [attempt] };
    const cells = rowCells(row({ row_index: 4, input_data: { name: 'Ada' }, call }));
    assert.deepEqual(Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cellValue(cell)])), {
      number: '5',
      phone: '+33639980112',
      'input:name': 'Ada',
      contact: 'Ada',
      status: 'Completed',
      result: 'Human',
      attempts: '2',
      last: '2026-11-20T09:00:00.000Z',
      duration: '1:07',
      ended: 'Assistant · goodbye',
      'output:interested': 'yes',
      'output:seats': '4',
      'output:notes': '{"a":1}',
    });
  });

  it('shows how the call ended as people read it, also in words that are new', () => {
    const ended = (end_reason: string) => {
      const call = { id: 'o1', status: 'completed', call_attempts: [{ ...attempt, end_reason }] };
      return rowCells(row({ call })).ended?.text;
    };
    assert.deepEqual(['tool_end_call', 'some_new_reason'].map(ended), [
      'Assistant · said goodbye',
      'Assistant · some new reason',
    ]);
  });

  it('shows that it waits while it has no call', () => {
    assert.equal(rowCells(row()).status?.text, 'Waiting');
  });

  it('contains no transcript, no assistant and no link', () => {
    const assistant = { id: 'x', name: 'Emma', llm_model: { type: 'custom', api_key: 'sk-secret' } };
    const call = { id: 'o1', status: 'completed', call_attempts: [attempt], assistant };
    const sent = JSON.stringify(tableRow(row({ call })));
    for (const secret of ['hello', 'token', 'sk-secret', 'Emma']) assert.ok(!sent.includes(secret), secret);
  });

  it('cuts long values, and provides them on request', () => {
    const long = '<img onerror=alert(1)>'.repeat(5000);
    const contact = row({ input_data: { note: long } });
    const cell = tableRow(contact).cells['input:note'];
    assert.equal(cellValue(cell).length, 500);
    assert.deepEqual(cell, { text: long.slice(0, 500), cut: true });
    assert.equal(rowCells(contact)['input:note']?.text, long);
  });

  it('accepts any name of a variable', () => {
    const input_data = JSON.parse('{"__proto__":"a","constructor":"b","":"c"}') as Record<string, string>;
    const cells = tableRow(row({ input_data })).cells;
    assert.deepEqual(
      ['input:__proto__', 'input:constructor', 'input:'].map((id) => cellValue(cells[id])),
      ['a', 'b', 'c'],
    );
  });

  for (const [name, answer] of Object.entries({ example, nulls, unknownWords })) {
    it(`shows the documented answers without an error: ${name}`, () => {
      const { rows } = rowsAnswer.parse(answer);
      const columns = new RowColumns();
      columns.learn(rows);
      const ids = new Set(columns.all().map(({ id }) => id));
      for (const shown of rows.map((each) => tableRow(each))) {
        assert.deepEqual(
          Object.keys(shown.cells).filter((id) => !ids.has(id)),
          [],
        );
      }
    });
  }
});

describe('the columns of rows', () => {
  it('keep known columns when a page lacks them, requested outputs included', () => {
    const columns = new RowColumns();
    columns.learn(
      [row({ input_data: { name: 'Ada', city: 'Lyon' } })],
      [{ name: 'interested', required: true, type: 'boolean' }],
    );
    columns.learn([row({ input_data: { name: 'Bo', shoe: '43' } })]);
    const ids = columns.all().map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id) => id.includes(':')),
      ['output:interested', 'input:name', 'input:city', 'input:shoe'],
    );
    assert.equal(ids.indexOf('phone') < ids.indexOf('input:name'), true);
    assert.equal(ids.indexOf('status') < ids.indexOf('output:interested'), true, 'results come first');
  });

  const names: readonly (readonly [string, Record<string, string>, string, string])[] = [
    ['one variable', { name: 'Ada Lo', city: 'Lyon' }, 'Ada Lo', 'input:name'],
    ['a first and a last name', { 'First Name': 'Ada', last_name: 'Lo' }, 'Ada Lo', 'input:last_name'],
  ];
  for (const [what, input_data, name, variable] of names) {
    it(`keep in place who it is where ${what} of the list tells it`, () => {
      const columns = new RowColumns();
      columns.learn([row({ input_data })]);
      const all = columns.all();
      assert.deepEqual(
        all.filter(({ isSticky }) => isSticky).map(({ id }) => id),
        ['number', 'phone', 'contact'],
      );
      assert.equal(cellValue(tableRow(row({ input_data })).cells.contact), name);
      assert.equal(all.find(({ id }) => id === variable)?.hiddenAtFirst, true, 'not shown twice');
    });
  }

  it('have none for names where no row tells one', () => {
    const columns = new RowColumns();
    columns.learn([row({ input_data: { city: 'Lyon' } })]);
    assert.equal(
      columns.all().some(({ id }) => id === 'contact'),
      false,
    );
  });

  it('have room for the number of the last row, on every page', () => {
    const widths = [24, 9_999, 100_000, 1_000_000].map((total) => {
      const columns = new RowColumns();
      columns.learn([row({ row_index: 0 })], [], total);
      columns.learn([row({ row_index: 3 })], [], 1); // filtered
      return columns.all().find(({ id }) => id === 'number')?.width;
    });
    assert.deepEqual(widths, [64, 64, 82, 91]);
  });

  it('are not all shown at first when there are many', () => {
    const columns = new RowColumns();
    columns.learn([
      row({ input_data: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`v${i}`, ''])) }),
    ]);
    assert.equal(
      columns.all().filter(({ group, hiddenAtFirst }) => group === 'input' && !hiddenAtFirst).length,
      8,
    );
  });
});
