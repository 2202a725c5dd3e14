import type { TranscriptReady, TranscriptView } from '../../panels/contract/protocolTranscript.ts';
import type { FailureReason } from '../../panels/contract/rpc.ts';

export interface TranscriptState {
  readonly view: TranscriptView | undefined;
  readonly playing: TranscriptReady['playing'];
  /** The turn to begin at, until it was scrolled to. */
  readonly reveal: TranscriptReady['reveal'];
  /** Attempts whose recording could not be played here. */
  readonly unplayable: ReadonlySet<string>;
  /** Attempts that show what was written during the call instead of the better transcript. */
  readonly live: ReadonlySet<string>;
  readonly asking: 'no' | 'yes' | 'slow';
  readonly failure: { readonly message: string; readonly reason: FailureReason } | undefined;
  readonly find: FindState;
  /** All of the assistant, once somebody asked for it. */
  readonly assistant: string | undefined;
  /** Announced by screen readers after an action: `Copied`. */
  readonly announcement: string;
  readonly nowMs: number;
}

export interface FindState {
  readonly open: boolean;
  /** What is in the field. */
  readonly text: string;
  /** The text that was searched last: older than `text` while somebody types. */
  readonly searchedText: string;
  readonly count: number;
  /** From 0; -1: none. */
  readonly at: number;
}

export const noFind: FindState = { open: false, text: '', searchedText: '', count: 0, at: -1 };

export function initialState(nowMs: number): TranscriptState {
  return {
    view: undefined,
    playing: undefined,
    reveal: undefined,
    unplayable: new Set(),
    live: new Set(),
    asking: 'yes',
    failure: undefined,
    find: noFind,
    assistant: undefined,
    announcement: '',
    nowMs,
  };
}

export type TranscriptAction =
  | { readonly type: 'asked' }
  | { readonly type: 'slow' }
  | { readonly type: 'ready'; readonly ready: TranscriptReady }
  | { readonly type: 'view'; readonly view: TranscriptView }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason }
  | { readonly type: 'unplayable'; readonly attemptId: string }
  | { readonly type: 'playFrom'; readonly fromMs: number }
  | { readonly type: 'live'; readonly attemptId: string; readonly live: boolean }
  | { readonly type: 'restart' }
  | { readonly type: 'find'; readonly find: Partial<FindState> }
  | { readonly type: 'seek' }
  | { readonly type: 'found'; readonly count: number }
  | { readonly type: 'findStep'; readonly by: 1 | -1 }
  | { readonly type: 'assistant'; readonly text: string }
  | { readonly type: 'announce'; readonly text: string }
  | { readonly type: 'tick'; readonly nowMs: number };

export function reduce(state: TranscriptState, action: TranscriptAction): TranscriptState {
  switch (action.type) {
    case 'asked':
      return { ...state, asking: 'yes', failure: undefined };
    case 'slow':
      return state.asking === 'yes' ? { ...state, asking: 'slow' } : state;
    case 'ready':
      return {
        ...arrived(state, action.ready.view),
        playing: action.ready.playing,
        reveal: action.ready.reveal,
      };
    case 'view':
      return arrived(state, action.view);
    case 'failed':
      return { ...state, asking: 'no', failure: { message: action.message, reason: action.reason } };
    case 'unplayable':
      return { ...state, unplayable: new Set([...state.unplayable, action.attemptId]) };
    case 'playFrom':
      return { ...state, playing: state.playing && { ...state.playing, fromMs: action.fromMs } };
    case 'live': {
      const others = [...state.live].filter((id) => id !== action.attemptId);
      return { ...state, live: new Set(action.live ? [...others, action.attemptId] : others) };
    }
    case 'restart':
      return { ...initialState(state.nowMs), find: state.find };
    case 'find':
      return { ...state, find: { ...state.find, ...action.find } };
    case 'seek':
      return { ...state, find: searchForText(state.find) };
    case 'found':
      return {
        ...state,
        find: { ...state.find, count: action.count, at: within(state.find.at, action.count) },
      };
    case 'findStep':
      return { ...state, find: stepped(state.find, action.by) };
    case 'assistant':
      return { ...state, assistant: action.text };
    case 'announce':
      return { ...state, announcement: action.text };
    case 'tick':
      return { ...state, nowMs: action.nowMs };
  }
}

/**
 * Another row starts from the beginning; the same row, read again, keeps what was opened. What is searched
 * stays in both.
 */
function arrived(state: TranscriptState, view: TranscriptView): TranscriptState {
  const base = { ...state, view, asking: 'no', failure: undefined } as const;
  if (state.view?.rowId === view.rowId) return base;
  const { find } = state;
  return {
    ...base,
    playing: undefined,
    assistant: undefined,
    find: searchForText(find),
  };
}

function searchForText(find: FindState): FindState {
  return { ...find, searchedText: find.text, at: find.text === '' ? -1 : 0 };
}

/** Steps through the matches, wrapping around. */
function stepped(find: FindState, by: 1 | -1): FindState {
  if (find.count === 0) return find;
  const from = find.at < 0 ? (by === 1 ? -1 : 0) : find.at;
  return { ...find, at: (from + by + find.count) % find.count };
}

function within(at: number, count: number): number {
  return count === 0 ? -1 : Math.min(Math.max(0, at), count - 1);
}
