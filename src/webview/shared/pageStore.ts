import type { FailureReason } from '../../panels/contract/rpc.ts';
import { RpcError } from '../../panels/contract/rpcClient.ts';

/** What each page's reducer understands of the questions that the page asks the host. */
export type QuestionAction =
  /** The answer takes so long that the wait should be shown. */
  | { readonly type: 'slow' }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason };

/** After this time without an answer, the wait is shown. */
const slowMs = 300;

/** The state of a page. Actions change it, and it is drawn once for all actions of the same turn. */
export class PageStore<State, Action extends { readonly type: string }> {
  readonly #reduce: (state: State, action: Action | QuestionAction) => State;
  readonly #draw: (state: State) => void;
  #state: State;
  #isDrawing = false;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions: only the newest may show that it was aborted. */
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
   * Begins a question to the host, and shows when its answer is slow.
   * @returns shows an error of this question. An aborted question is silent only where a newer one took its
   * place: otherwise nothing else would ever show.
   */
  ask(): (error: unknown) => void {
    const asked = this.supersede();
    clearTimeout(this.#slowTimer);
    this.#slowTimer = setTimeout(() => this.dispatch({ type: 'slow' }), slowMs);
    return (error) => {
      if (!isAborted(error) || asked === this.#asked) this.#fail(error);
    };
  }

  /** Begins a question that shows its own progress and errors: older ones are not missed when aborted. */
  supersede(): number {
    return ++this.#asked;
  }

  /** Shows an error of something that is no question for the page's content; silent when it was aborted. */
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
