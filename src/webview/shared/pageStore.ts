import type { FailureReason } from '../../panels/contract/rpc.ts';
import { RpcError } from '../../panels/contract/rpcClient.ts';

/** The actions that each page's reducer handles for requests to the host. */
export type QuestionAction =
  /** The answer takes so long that the wait should be shown. */
  | { readonly type: 'slow' }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason };

/** After this time without an answer, the wait is shown. */
const slowMs = 300;

/** The state of a page. Actions change it; it is drawn once for all actions of one turn of the event loop. */
export class PageStore<State, Action extends { readonly type: string }> {
  readonly #reduce: (state: State, action: Action | QuestionAction) => State;
  readonly #draw: (state: State) => void;
  #state: State;
  #isDrawing = false;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the requests: only the newest may show that it was aborted. */
  #asked = 0;

  constructor(
    state: State,
    reduce: (state: State, action: Action | QuestionAction) => State,
    draw: (state: State) => void,
  ) {
    this.#state = state;
    this.#reduce = reduce;
    this.#draw = draw;
  }

  get state(): State {
    return this.#state;
  }

  dispatch(action: Action | QuestionAction): void {
    this.#state = this.#reduce(this.#state, action);
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => {
      this.#isDrawing = false;
      this.#draw(this.#state);
    });
  }

  /**
   * Starts a request to the host, and shows when its answer is slow.
   * @returns a function that shows an error of this request. An aborted request is silent only where a newer
   * one has replaced it; otherwise the page would wait for ever.
   */
  ask(): (error: unknown) => void {
    const asked = this.supersede();
    clearTimeout(this.#slowTimer);
    this.#slowTimer = setTimeout(() => this.dispatch({ type: 'slow' }), slowMs);
    return (error) => {
      if (!isAborted(error) || asked === this.#asked) this.#fail(error);
    };
  }

  /**
   * Starts a request that shows its own progress and errors, and hides those of older ones when they are
   * aborted.
   */
  supersede(): number {
    return ++this.#asked;
  }

  /** Shows an error of a request that is not for the content of the page; silent when it was aborted. */
  fail(error: unknown): void {
    if (!isAborted(error)) this.#fail(error);
  }

  #fail(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    const message = isAborted(error) ? 'Loading was interrupted. Try again.' : text;
    this.dispatch({ type: 'failed', message, reason: error instanceof RpcError ? error.reason : 'failed' });
  }
}

export function isAborted(error: unknown): boolean {
  return error instanceof RpcError && error.reason === 'aborted';
}
