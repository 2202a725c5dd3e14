import type {
  CampaignHead,
  Cell,
  ColumnLayout,
  RowsAnswer,
  RowsFilter,
  RowsQuestion,
  RowsReady,
  TableRow,
} from '../../panels/contract/protocolRows.ts';
import type { FailureReason } from '../../panels/contract/rpc.ts';
import { arrangeColumns, visibleColumns } from './columns.ts';
import { keepExisting, noSelection, type Grid, type Selection } from './selection.ts';

export interface RowsState {
  readonly ready: RowsReady | undefined;
  readonly head: CampaignHead | undefined;
  readonly layout: ColumnLayout;
  readonly question: RowsQuestion;
  /** What is in the filter field: ahead of the question while somebody types. */
  readonly typed: string;
  /** What the table shows. It stays while the next page is loading, and while nothing can be read. */
  readonly answer: RowsAnswer | undefined;
  /** `slow`: it takes so long that the person should see it. */
  readonly asking: 'no' | 'yes' | 'slow';
  readonly failure: { readonly message: string; readonly reason: FailureReason } | undefined;
  /** How many rows of the campaign have been read into memory; undefined: it is not being read. */
  readonly reading: number | undefined;
  /** Why the shown data is out of date. */
  readonly stale: { readonly message: string; readonly offline: boolean } | undefined;
  readonly selection: Selection;
  /** The menu that is open. */
  readonly menu: 'none' | 'columns' | 'calls' | 'copy';
  /** Announced by screen readers after a change in a menu: `name is column 3 of 12`. */
  readonly announcement: string;
  /** The cell whose whole text is read. */
  readonly fullText: { readonly title: string; readonly text: string } | undefined;
  readonly nowMs: number;
}

export const noFilter: RowsFilter = { query: '', statuses: [], result: undefined, category: undefined };

export function initialState(nowMs: number): RowsState {
  return {
    ready: undefined,
    head: undefined,
    layout: { order: [], hidden: [], shown: [], widths: {} },
    question: { ...noFilter, page: 0, page_size: 100 },
    typed: '',
    answer: undefined,
    asking: 'yes',
    failure: undefined,
    reading: undefined,
    stale: undefined,
    selection: noSelection,
    menu: 'none',
    announcement: '',
    fullText: undefined,
    nowMs,
  };
}

export type RowsAction =
  | { readonly type: 'ready'; readonly ready: RowsReady; readonly question: RowsQuestion }
  | { readonly type: 'head'; readonly head: CampaignHead }
  | { readonly type: 'asked'; readonly question: RowsQuestion }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'slow' }
  | { readonly type: 'answered'; readonly answer: RowsAnswer }
  | { readonly type: 'refreshed'; readonly answer: RowsAnswer }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason }
  | { readonly type: 'stale'; readonly message: string; readonly offline: boolean }
  | { readonly type: 'reading'; readonly read: number | undefined }
  | { readonly type: 'restart' }
  | { readonly type: 'layout'; readonly layout: ColumnLayout }
  | { readonly type: 'selection'; readonly selection: Selection }
  | { readonly type: 'menu'; readonly menu: RowsState['menu'] }
  | { readonly type: 'announce'; readonly text: string }
  | { readonly type: 'fullText'; readonly fullText: RowsState['fullText'] }
  | { readonly type: 'tick'; readonly nowMs: number };

export function reduce(state: RowsState, action: RowsAction): RowsState {
  switch (action.type) {
    case 'ready':
      return {
        ...state,
        ready: action.ready,
        head: action.ready.head,
        layout: action.ready.layout,
        question: action.question,
        typed: action.question.query,
      };
    case 'head':
      return { ...state, head: action.head };
    case 'asked':
      return asked(state, action.question);
    case 'typed':
      return { ...state, typed: action.text };
    case 'slow':
      return state.asking === 'yes' ? { ...state, asking: 'slow' } : state;
    case 'answered':
      return answered(state, action.answer);
    case 'refreshed':
      // It may belong to a query that is no longer shown.
      if (!isOf(action.answer.question, state.question)) return state;
      return { ...state, ...fresh(state, action.answer) };
    case 'failed':
      return { ...state, asking: 'no', failure: { message: action.message, reason: action.reason } };
    case 'stale':
      return { ...state, stale: { message: action.message, offline: action.offline } };
    case 'reading':
      return { ...state, reading: action.read };
    case 'restart':
      return { ...initialState(state.nowMs), question: state.question, typed: state.question.query };
    case 'layout':
      return { ...state, layout: action.layout };
    case 'selection':
      return { ...state, selection: action.selection };
    case 'menu':
      return { ...state, menu: action.menu, announcement: '' };
    case 'announce':
      return { ...state, announcement: action.text };
    case 'fullText':
      return { ...state, fullText: action.fullText };
    case 'tick':
      return { ...state, nowMs: action.nowMs };
  }
}

/**
 * A page that is turned while somebody types leaves the field alone. "All that match" are other rows with
 * another filter: only those on the page stay selected until it is answered.
 */
function asked(state: RowsState, question: RowsQuestion): RowsState {
  const typed = question.query === state.question.query ? state.typed : question.query;
  const { all, ...shown } = state.selection;
  const selection = isSameFilter(question, state.question) ? { ...shown, all } : shown;
  return { ...state, question, typed, selection, asking: 'yes', failure: undefined };
}

/** Rows in another order keep what is selected of them. Another page or filter begins without a selection. */
function answered(state: RowsState, answer: RowsAnswer): RowsState {
  const next = { ...state, ...fresh(state, answer), asking: 'no', failure: undefined } as const;
  const before = state.answer?.question;
  const isSamePage =
    before?.page === answer.question.page &&
    before.page_size === answer.question.page_size &&
    isSameFilter(before, answer.question);
  if (isSamePage || state.selection.all === true) return next;
  const { columnId } = state.selection;
  return { ...next, selection: { ...noSelection, columnId } };
}

/** Newer rows of the same page: what was selected stays selected. */
function fresh(state: RowsState, answer: RowsAnswer) {
  return { answer, stale: undefined, selection: keepExisting(state.selection, answer.rows) };
}

export function isOf(a: RowsQuestion, b: RowsQuestion): boolean {
  const isSameSort = a.sort?.columnId === b.sort?.columnId && a.sort?.descending === b.sort?.descending;
  return a.page === b.page && a.page_size === b.page_size && isSameSort && isSameFilter(a, b);
}

export function isSameFilter(a: RowsFilter, b: RowsFilter): boolean {
  return (
    a.query === b.query &&
    a.result === b.result &&
    a.category === b.category &&
    a.statuses.length === b.statuses.length &&
    a.statuses.every((status) => b.statuses.includes(status))
  );
}

export function isFiltered(filter: RowsFilter): boolean {
  return !isSameFilter(filter, noFilter);
}

/** The table as it is drawn. */
export function gridOf({ answer, layout }: RowsState): Grid {
  return {
    rows: answer?.rows ?? [],
    columns: visibleColumns(arrangeColumns(answer?.columns ?? [], layout)),
  };
}

/** Undefined while the total is unknown. At least one, so that an empty table is page 1 of 1. */
export function pageCount({ answer }: RowsState): number | undefined {
  if (answer?.total === undefined) return undefined;
  return Math.max(1, Math.ceil(answer.total / answer.question.page_size));
}

export function cellOf(row: TableRow, columnId: string): Cell | undefined {
  return Object.hasOwn(row.cells, columnId) ? row.cells[columnId] : undefined;
}
