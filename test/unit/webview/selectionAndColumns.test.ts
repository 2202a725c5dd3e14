import assert from 'node:assert/strict';
import type { Column, ColumnLayout, TableRow } from '../../../src/panels/contract/protocolRows.ts';
import {
  arrangeColumns,
  moveColumn,
  resizeColumn,
  stepColumn,
  toggleColumn,
  visibleColumns,
} from '../../../src/webview/rows/columns.ts';
import {
  chooseAll,
  goTo,
  keyTarget,
  noSelection,
  type Selection,
} from '../../../src/webview/rows/selection.ts';
import { stickyPlaces } from '../../../src/webview/rows/stickyPlaces.ts';
import { choiceAsTsv, copyChoice } from '../../../src/webview/rows/tsv.ts';

const columns: readonly Column[] = ['number', 'phone', 'name', 'status'].map((id) => ({
  id,
  label: id,
  group: 'call',
  width: 100,
}));
const rows: readonly TableRow[] = ['a', 'b', 'c', 'd'].map((id, index) => ({
  id,
  phone: `+${id}`,
  cells: { number: { text: String(index + 1) }, phone: { text: `+${id}` }, name: { text: 'two\nlines' } },
}));
const grid = { rows, columns };
const none: ColumnLayout = { order: [], hidden: [], shown: [], widths: {} };

function chosen(selection: Selection): string {
  return [...selection.chosen].sort().join('');
}

describe('selecting rows', () => {
  it('follows the keys', () => {
    const at = { row: 1, column: 1 };
    const targets = ['ArrowDown', 'PageUp', 'Home', 'End', 'x'].map((key) => keyTarget(key, false, at));
    assert.deepEqual(targets, [
      { row: 2, column: 1 },
      { row: -9, column: 1 },
      { row: 1, column: 0 },
      { row: 1, column: Infinity },
      undefined,
    ]);
    assert.deepEqual(keyTarget('End', true, at), { row: Infinity, column: Infinity });
  });

  it('stays inside the table', () => {
    const { rowId, columnId } = goTo(noSelection, grid, { row: Infinity, column: -5 });
    assert.deepEqual([rowId, columnId], ['d', 'number']);
    assert.deepEqual(goTo(noSelection, { rows: [], columns }, { row: 0, column: 0 }), noSelection);
  });

  it('extends a range from its start, both ways', () => {
    const at = (row: number) => ({ row, column: 1 });
    const start = goTo(noSelection, grid, at(1));
    const down = goTo(start, grid, at(3), 'range');
    assert.equal(chosen(down), 'bcd');
    assert.equal(chosen(goTo(down, grid, at(0), 'range')), 'ab');
    assert.equal(chosen(goTo(down, grid, at(0))), 'a');
  });

  it('toggles single rows', () => {
    const two = goTo(goTo(noSelection, grid, { row: 0, column: 0 }), grid, { row: 2, column: 0 }, 'toggle');
    assert.equal(chosen(two), 'ac');
    assert.equal(chosen(goTo(two, grid, { row: 0, column: 0 }, 'toggle')), 'c');
    assert.equal(chosen(chooseAll(two, grid)), 'abcd');
  });
});

describe('copying', () => {
  it('copies the cell when one row is selected', () => {
    const choice = copyChoice(goTo(noSelection, grid, { row: 1, column: 1 }), grid);
    assert.deepEqual(choice, { rowIds: ['b'], columnIds: ['phone'] });
    assert.equal(choiceAsTsv(choice, grid), "'+b"); // what a spreadsheet would run
  });

  it('copies whole rows when several are selected or the focus is on the row number', () => {
    const several = goTo(
      goTo(noSelection, grid, { row: 0, column: 1 }),
      grid,
      { row: 1, column: 1 },
      'range',
    );
    assert.equal(choiceAsTsv(copyChoice(several, grid), grid), "1\t'+a\ttwo lines\t\n2\t'+b\ttwo lines\t");
    const number = goTo(noSelection, grid, { row: 3, column: 0 });
    assert.deepEqual(copyChoice(number, grid).columnIds.length, columns.length);
  });

  it('asks the host for texts that are cut', () => {
    const cut = {
      rows: [{ id: 'a', phone: '', cells: { phone: { text: 'x', cut: true as const } } }],
      columns,
    };
    assert.equal(choiceAsTsv({ rowIds: ['a'], columnIds: ['phone'] }, cut), undefined);
  });

  it('copies nothing in an empty table', () => {
    assert.deepEqual(copyChoice(noSelection, { rows: [], columns }).rowIds, []);
  });
});

describe('arranging columns', () => {
  const ids = (layout: ColumnLayout, all = columns) => arrangeColumns(all, layout).map(({ id }) => id);

  it('moves one to the position of another, both ways', () => {
    const arranged = arrangeColumns(columns, none);
    assert.deepEqual(ids(moveColumn(arranged, none, 'number', 'name')), [
      'phone',
      'name',
      'number',
      'status',
    ]);
    assert.deepEqual(ids(moveColumn(arranged, none, 'status', 'phone')), [
      'number',
      'status',
      'phone',
      'name',
    ]);
  });

  it('puts a new column after its usual neighbour', () => {
    const layout = moveColumn(arrangeColumns(columns, none), none, 'phone', 'status');
    const city: Column = { id: 'city', label: 'city', group: 'input', width: 100 };
    assert.deepEqual(ids(layout, columns.toSpliced(2, 0, city)), [
      'number',
      'name',
      'status',
      'phone',
      'city',
    ]);
    assert.deepEqual(ids(layout, [city, ...columns])[0], 'city');
  });

  it('hides and shows, but never the last one', () => {
    const shown = (layout: ColumnLayout) =>
      visibleColumns(arrangeColumns(columns, layout)).map(({ id }) => id);
    let layout = none;
    for (const id of ['number', 'phone', 'name', 'status']) {
      layout = toggleColumn(arrangeColumns(columns, layout), layout, id);
    }
    assert.deepEqual(shown(layout), ['status']);
    layout = toggleColumn(arrangeColumns(columns, layout), layout, 'phone');
    assert.deepEqual(shown(layout), ['phone', 'status']);
  });

  it('shows a column that is hidden by default once a person wants it', () => {
    const late = columns.map((column) => ({ ...column, hiddenAtFirst: true as const }));
    assert.deepEqual(visibleColumns(arrangeColumns(late, none)), []);
    const layout = toggleColumn(arrangeColumns(late, none), none, 'name');
    assert.deepEqual(
      visibleColumns(arrangeColumns(late, layout)).map(({ id }) => id),
      ['name'],
    );
  });

  it('skips hidden ones, and stops at the ends', () => {
    const layout = { ...none, hidden: ['phone'] };
    const arranged = arrangeColumns(columns, layout);
    assert.deepEqual(ids(stepColumn(arranged, layout, 'name', -1)), ['name', 'number', 'phone', 'status']);
    assert.equal(stepColumn(arranged, layout, 'number', -1), layout);
  });

  it('keeps widths within limits', () => {
    assert.deepEqual(resizeColumn(none, 'phone', -30).widths, { phone: 40 });
    assert.equal(arrangeColumns(columns, resizeColumn(none, 'phone', 222.4))[1]?.width, 222);
  });
});

describe('the columns that say who it is', () => {
  const widths = [64, 150, 150]; // row number, phone number, name
  for (const [page, places] of [
    [1600, [0, 64, 214]],
    [600, [-64, 0, 150]],
    [300, [-214, -150, 0]],
    [200, []],
  ] as const) {
    it(`stay in place as far as a page of ${page} px has room, the name at the last`, () => {
      assert.deepEqual(stickyPlaces(widths, page), places);
    });
  }
});
