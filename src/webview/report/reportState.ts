import type { FailureReason } from '../../panels/contract/rpc.ts';
import type { ReportSettings, ReportView } from '../../panels/contract/protocolReport.ts';

export interface ReportState {
  readonly view: ReportView | undefined;
  /** Ahead of the view while an answer is pending. */
  readonly settings: ReportSettings | undefined;
  readonly asking: 'no' | 'yes' | 'slow';
  readonly failure: { readonly message: string; readonly reason: FailureReason } | undefined;
  /** Why the shown data is out of date. */
  readonly stale: string | undefined;
  /** Sections that are shown as a table. */
  readonly tables: ReadonlySet<string>;
  /** The number that was focused last. */
  readonly focused: { readonly sectionId: string; readonly key: string } | undefined;
  /** In px: of the funnel, and of a section below it. */
  readonly widths: { readonly wide: number; readonly narrow: number };
  /** Announced by screen readers. */
  readonly announcement: string;
}

export type ReportPageAction =
  | { readonly type: 'view'; readonly view: ReportView }
  | { readonly type: 'asked'; readonly settings?: ReportSettings }
  | { readonly type: 'reading'; readonly reading: NonNullable<ReportView['reading']> }
  | { readonly type: 'slow' }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason }
  | { readonly type: 'stale'; readonly message: string }
  | { readonly type: 'restart' }
  | { readonly type: 'table'; readonly sectionId: string }
  | { readonly type: 'focus'; readonly sectionId: string; readonly key: string }
  | { readonly type: 'sized'; readonly wide: number; readonly narrow: number }
  | { readonly type: 'announce'; readonly text: string };

export const initialState: ReportState = {
  view: undefined,
  settings: undefined,
  asking: 'yes',
  failure: undefined,
  stale: undefined,
  tables: new Set(),
  focused: undefined,
  widths: { wide: 640, narrow: 420 },
  announcement: '',
};

export function reduce(state: ReportState, action: ReportPageAction): ReportState {
  switch (action.type) {
    case 'view': {
      const { view } = action;
      const isNews = view.sentence !== state.view?.sentence;
      const announcement = isNews ? view.sentence : state.announcement;
      return {
        ...state,
        view,
        settings: view.settings,
        asking: 'no',
        failure: undefined,
        stale: undefined,
        announcement,
      };
    }
    case 'asked':
      return { ...state, asking: 'yes', settings: action.settings ?? state.settings };
    case 'reading':
      // the last one may overtake the view that ends the reading
      return state.view?.reading === undefined
        ? state
        : { ...state, view: { ...state.view, reading: action.reading } };
    case 'slow':
      return state.asking === 'no' ? state : { ...state, asking: 'slow' };
    case 'failed':
      return { ...state, asking: 'no', failure: { message: action.message, reason: action.reason } };
    case 'stale':
      return { ...state, stale: action.message };
    case 'restart':
      return { ...initialState, widths: state.widths, tables: state.tables };
    case 'table':
      return { ...state, tables: toggled(state.tables, action.sectionId) };
    case 'focus':
      return { ...state, focused: { sectionId: action.sectionId, key: action.key } };
    case 'sized':
      return { ...state, widths: { wide: action.wide, narrow: action.narrow } };
    case 'announce':
      return { ...state, announcement: action.text };
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
