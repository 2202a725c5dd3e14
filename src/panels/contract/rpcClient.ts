import {
  fieldsOf,
  type Failure,
  type FailureReason,
  type MethodOf,
  type ParamsOf,
  type ResultOf,
  type ToHost,
} from './rpc.ts';

/** A question that was answered `err`, or will not be answered any more. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly reason: FailureReason;

  constructor({ message, reason }: Failure) {
    super(message);
    this.reason = reason;
  }
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RpcError) => void;
}

/** The page's end. What is still open when the page goes is rejected. */
export class RpcClient<Requests, Events> {
  readonly #post: (message: ToHost) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, (data: unknown) => void>();
  #calls = 0;
  #closed = false;

  constructor(post: (message: ToHost) => void) {
    this.#post = post;
  }

  call<M extends MethodOf<Requests>>(
    method: M,
    params: ParamsOf<Requests, M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<Requests, M>> {
    if (this.#closed || signal?.aborted === true) return Promise.reject(new RpcError(gone));
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve: resolve as (value: unknown) => void, reject });
      signal?.addEventListener('abort', () => this.#abort(call), { once: true });
      this.#post({ call, method, params });
    });
  }

  on<E extends keyof Events & string>(event: E, listener: (data: Events[E]) => void): void {
    this.#listeners.set(event, listener as (data: unknown) => void);
  }

  receive(message: unknown): void {
    const { reply, ok, err, event, data } = fieldsOf(message);
    if (typeof event === 'string') this.#listeners.get(event)?.(data);
    if (typeof reply !== 'number') return;
    const pending = this.#pending.get(reply);
    this.#pending.delete(reply);
    if (err === undefined) pending?.resolve(ok);
    else pending?.reject(new RpcError(err as Failure));
  }

  close(): void {
    this.#closed = true;
    for (const { reject } of this.#pending.values()) reject(new RpcError(gone));
    this.#pending.clear();
  }

  #abort(call: number): void {
    const pending = this.#pending.get(call);
    if (pending === undefined) return;
    this.#pending.delete(call);
    this.#post({ abort: call });
    pending.reject(new RpcError(gone));
  }
}

const gone: Failure = { message: 'The request was cancelled.', reason: 'aborted' };
