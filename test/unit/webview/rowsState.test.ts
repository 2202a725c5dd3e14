import assert from 'node:assert/strict';
import type { RowsAnswer, RowsQuestion, TableRow } from '../../../src/panels/contract/protocolRows.ts';
import { announcement, rangeText } from '../../../src/webview/rows/rangeText.ts';
import { readSaved } from '../../../src/webview/rows/savedRows.ts';
import {
  gridOf,
  initialState,
  isFiltered,
  pageCount,
  reduce,
  type RowsAction,
  type RowsState,
} from '../../../src/webview/rows/rowsState.ts';
import { chooseAll, goTo } from '../../../src/webview/rows/selection.ts';

const asked: RowsQuestion = { page: 0, page_size: 2, query: '', statuses: [], result: undefined };

function rows(...ids: readonly string[]): readonly TableRow[] {
  return ids.map((id) => ({ id, phone: `+${id}`, cells: { phone: { text: `+${id}` } } }));
}

function answer(about: Partial<RowsAnswer> = {}): RowsAnswer {
  return {
    question: asked,
    columns: [{ id: 'phone', label: 'Phone number', group: 'call', width: 100 }],
    rows: rows('1', '2'),
    total: 5,
    hasNext: true,
    readMs: 1,
    ...about,
  };
}

function after(...actions: readonly RowsAction[]): RowsState {
  return actions.reduce(reduce, reduce(initialState(0), { type: 'asked', question: asked }));
}

const here: RowsAction = { type: 'answered', answer: answer() };

describe('the state of the rows page', () => {
  it('shows that it waits only when that takes long', () => {
    assert.equal(after({ type: 'asked', question: asked }).asking, 'yes');
    assert.equal(after({ type: 'asked', question: asked }, { type: 'slow' }).asking, 'slow');
    assert.equal(after(here, { type: 'slow' }).asking, 'no');
  });

  it('keeps the old rows while the next page loads, and when it cannot be read', () => {
    const state = after(here, { type: 'asked', question: { ...asked, page: 1 } });
    assert.equal(state.answer?.rows.length, 2);
    const failed = reduce(state, { type: 'failed', message: 'Offline.', reason: 'offline' });
    assert.equal(failed.answer?.rows.length, 2);
    assert.equal(failed.failure?.reason, 'offline');
    assert.equal(reduce(failed, here).failure, undefined);
  });

  it('selects new rows of a refresh where everything that matches is selected', () => {
    const all = reduce(after(here), {
      type: 'selection',
      selection: chooseAll(after(here).selection, gridOf(after(here)), true),
    });
    const more = reduce(all, { type: 'refreshed', answer: answer({ rows: rows('2', '3') }) });
    assert.deepEqual([[...more.selection.chosen], more.selection.all], [['2', '3'], true]);
    const one = goTo(more.selection, gridOf(more), { row: 0, column: 0 });
    assert.deepEqual([[...one.chosen], one.all], [['2'], undefined]);
  });

  it('keeps all matching rows selected across pages and orders, and drops them with another filter', () => {
    const all = reduce(after(here), {
      type: 'selection',
      selection: chooseAll(after(here).selection, gridOf(after(here)), true),
    });
    const turned = [{ page: 1 }, { page: 0, sort: { columnId: 'phone', descending: true } }].reduce(
      (state, change) => {
        const question = { ...asked, ...change };
        const next = answer({ question, rows: rows('3', '4') });
        return reduce(reduce(state, { type: 'asked', question }), { type: 'answered', answer: next });
      },
      all,
    );
    assert.deepEqual([[...turned.selection.chosen], turned.selection.all], [['3', '4'], true]);
    const question = { ...asked, query: 'a' };
    const filtered = reduce(turned, { type: 'asked', question });
    assert.deepEqual([filtered.selection.chosen.size, filtered.selection.all], [2, undefined]);
    const { selection } = reduce(filtered, { type: 'answered', answer: answer({ question }) });
    assert.equal(selection.chosen.size, 0);
  });

  it('starts a new page with nothing selected, in the same column', () => {
    const selected = reduce(after(here), {
      type: 'selection',
      selection: goTo(after(here).selection, gridOf(after(here)), { row: 1, column: 0 }),
    });
    const next = answer({ question: { ...asked, page: 1 }, rows: rows('3', '4') });
    const { selection } = reduce(selected, { type: 'answered', answer: next });
    assert.deepEqual([selection.rowId, selection.columnId, selection.chosen.size], [undefined, 'phone', 0]);
  });

  it('keeps the selection when the same page is read again, as far as its rows are still there', () => {
    const grid = gridOf(after(here));
    const both = goTo(
      goTo(after(here).selection, grid, { row: 0, column: 0 }),
      grid,
      { row: 1, column: 0 },
      'range',
    );
    const state = reduce(after(here), { type: 'selection', selection: both });
    const again = answer({ rows: rows('2', '9'), readMs: 2 });
    for (const type of ['refreshed', 'answered'] as const) {
      const { selection, answer: shown } = reduce(state, { type, answer: again });
      assert.deepEqual([...selection.chosen], ['2']);
      assert.equal(selection.rowId, '2');
      assert.equal(shown?.readMs, 2);
    }
  });

  it('keeps the selection when the rows are sorted, as far as they are on the page', () => {
    const chosen = goTo(after(here).selection, gridOf(after(here)), { row: 1, column: 0 });
    const state = reduce(after(here), { type: 'selection', selection: chosen });
    const question = { ...asked, sort: { columnId: 'phone', descending: true } };
    const sorted = { ...state, question };
    const select = (ids: readonly string[]) =>
      reduce(sorted, { type: 'answered', answer: answer({ question, rows: rows(...ids) }) }).selection.chosen;
    assert.deepEqual([...select(['5', '2'])], ['2']);
    assert.equal(select(['5', '4']).size, 0);
  });

  it('ignores a refresh of a page that the person has left', () => {
    const state = after(here, { type: 'asked', question: { ...asked, query: 'ada' } });
    assert.equal(reduce(state, { type: 'refreshed', answer: answer({ readMs: 7 }) }), state);
  });

  it('does not change the filter field while a person types in it', () => {
    const typing = after(here, { type: 'typed', text: 'ad' }, { type: 'answered', answer: answer() });
    assert.equal(typing.typed, 'ad');
    assert.equal(reduce(typing, { type: 'asked', question: { ...asked, page: 1 } }).typed, 'ad');
    const found = reduce(typing, { type: 'asked', question: { ...asked, query: 'ada' } });
    assert.equal(found.typed, 'ada');
    assert.equal(reduce(found, { type: 'asked', question: asked }).typed, '');
  });

  it('marks what is old until it is read again', () => {
    const stale = after(here, { type: 'stale', message: 'Offline.', offline: true });
    assert.deepEqual(stale.stale, { message: 'Offline.', offline: true });
    assert.equal(reduce(stale, { type: 'refreshed', answer: answer() }).stale, undefined);
  });

  it('drops everything of another connection except the query', () => {
    const state = reduce(after({ type: 'asked', question: { ...asked, page: 3 } }, here), {
      type: 'restart',
    });
    assert.equal(state.answer, undefined);
    assert.equal(state.head, undefined);
    assert.equal(state.question.page, 3);
  });

  it('knows the number of pages, or that it is unknown', () => {
    assert.equal(pageCount(after(here)), 3);
    assert.equal(pageCount(after({ type: 'answered', answer: answer({ total: 0, rows: [] }) })), 1);
    assert.equal(pageCount(after({ type: 'answered', answer: answer({ total: undefined }) })), undefined);
  });

  it('is filtered by text, statuses or result', () => {
    assert.equal(isFiltered(asked), false);
    for (const filter of [{ query: 'a' }, { statuses: ['calling' as const] }, { result: 'none' as const }]) {
      assert.equal(isFiltered({ ...asked, ...filter }), true);
    }
  });

  it('announces the page to screen readers, and nothing when it is refreshed', () => {
    const page2 = answer({ question: { ...asked, page: 1 }, total: 12_000 });
    assert.equal(
      announcement(after({ type: 'answered', answer: page2 })),
      'Page 2 of 6,000. Rows 3–4 of 12,000',
    );
    assert.equal(
      announcement(after({ type: 'answered', answer: { ...page2, readMs: 99 } })),
      announcement(after({ type: 'answered', answer: page2 })),
    );
    assert.equal(rangeText(after({ type: 'answered', answer: answer({ total: undefined }) })), 'Rows 1–2');
    assert.equal(announcement(after({ type: 'answered', answer: answer({ rows: [] }) })), 'No rows');
  });
});

describe('the saved state of the page', () => {
  it('is restored', () => {
    const saved = {
      campaignId: 'c',
      question: { ...asked, statuses: ['calling'], category: undefined, sort: undefined },
      scroll: { top: 5, left: 6 },
    };
    const question = { ...saved.question, category: undefined, result: undefined, sort: undefined };
    assert.deepEqual(readSaved(saved), { ...saved, question });
  });

  for (const state of [undefined, null, 'x', 7, [], { question: 'x', scroll: 'y', campaignId: 3 }]) {
    it(`is checked when it is loaded: ${JSON.stringify(state)}`, () => {
      assert.equal(readSaved(state).campaignId, undefined);
      assert.equal(readSaved(state).scroll, undefined);
    });
  }

  it('loses only what is invalid', () => {
    const { question } = readSaved({ question: { page: 2, statuses: ['calling', 'x'], result: 'x' } });
    assert.deepEqual(question, {
      page: 2,
      page_size: 100,
      query: '',
      statuses: ['calling'],
      result: undefined,
      category: undefined,
      sort: undefined,
    });
  });
});
