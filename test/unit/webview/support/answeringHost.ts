import type { MethodOf, ParamsOf, ResultOf, ToHost } from '../../../../src/panels/contract/rpc.ts';
import { RpcClient } from '../../../../src/panels/contract/rpcClient.ts';
import type { Page } from '../../../../src/webview/shared/page.ts';

/** What a host answers; an error that is thrown is its failure. */
export type Answers<Requests> = {
  readonly [M in MethodOf<Requests>]?: (params: ParamsOf<Requests, M>) => ResultOf<Requests, M>;
};

/** The other end of a page: answers at once, and remembers what it was asked and what the page stored. */
export class AnsweringHost<Requests, Events> {
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  /** What the page stored last, or what an earlier instance of it left. */
  saved: unknown;
  readonly page: Page<Requests, Events>;
  readonly #client: RpcClient<Requests, Events>;
  readonly #answers: Answers<Requests>;

  constructor(answers: Answers<Requests>, saved?: unknown) {
    this.saved = saved;
    this.#answers = answers;
    this.#client = new RpcClient<Requests, Events>((message) => this.#receive(message));
    this.page = {
      client: this.#client,
      root: undefined as unknown as HTMLElement,
      savedState: () => this.saved,
      saveState: (state) => (this.saved = state),
    };
  }

  /** What this method was asked with, in order. */
  paramsOf<M extends MethodOf<Requests>>(method: M): readonly ParamsOf<Requests, M>[] {
    return this.asked
      .filter((question) => question.method === method)
      .map(({ params }) => params as ParamsOf<Requests, M>);
  }

  send<E extends keyof Events & string>(event: E, data: Events[E]): void {
    this.#client.receive({ event, data });
  }

  /** Everything that follows from messages so far has happened. */
  readonly settled = () => new Promise((resolve) => setImmediate(resolve));

  #receive(message: ToHost): void {
    if (!('call' in message)) return;
    const { call, method, params } = message;
    this.asked.push({ method, params });
    queueMicrotask(() => {
      try {
        const answer = this.#answers[method as MethodOf<Requests>];
        this.#client.receive({ reply: call, ok: answer?.(params as never) });
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        this.#client.receive({ reply: call, err: { message: text, reason: 'failed' } });
      }
    });
  }
}
