import {
  fieldsOf,
  type Failure,
  type FailureReason,
  type MethodOf,
  type ParamsOf,
  type ResultOf,
  type ToHost,
} from './rpc.ts';

/** The error of a request that was answered `err`, or that will not be answered any more. */
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

/** While a question is open, the host is asked after this time without a message whether it is there. */
const quietMs = 10_000;
/** How long the host may take to say that it is there. */
const goneMs = 20_000;

/**
 * The page's end. What is still open when the page goes is rejected, and so is what nobody will answer: VS
 * Code leaves a page open when it restarts, updates or disables the extension.
 */
export class RpcClient<Requests, Events> {
  readonly #post: (message: ToHost) => void;
  readonly #answers: (isThere: boolean) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, (data: unknown) => void>();
  #calls = 0;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isThere = true;

  /** @param answers told when the host does not answer any more, and when it does again */
  constructor(post: (message: ToHost) => void, answers: (isThere: boolean) => void = () => undefined) {
    this.#post = post;
    this.#answers = answers;
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
      this.#timer ??= this.#askWhenQuiet();
    });
  }

  /** Sends a request whose result the page does not need. The host logs an unexpected failure. */
  tell<M extends MethodOf<Requests>>(method: M, params: ParamsOf<Requests, M>): void {
    void this.call(method, params).catch(() => undefined);
  }

  on<E extends keyof Events & string>(event: E, listener: (data: Events[E]) => void): void {
    this.#listeners.set(event, listener as (data: unknown) => void);
  }

  receive(message: unknown): void {
    const { reply, ok, err, event, data } = fieldsOf(message);
    const pending = typeof reply === 'number' ? this.#pending.get(reply) : undefined;
    if (typeof reply === 'number') this.#pending.delete(reply);
    this.#isHeard();
    if (typeof event === 'string') this.#listeners.get(event)?.(data);
    if (err === undefined) pending?.resolve(ok);
    else pending?.reject(new RpcError(err as Failure));
  }

  close(): void {
    this.#closed = true;
    this.#rejectAll();
  }

  #isHeard(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#pending.size === 0 ? undefined : this.#askWhenQuiet();
    this.#setThere(true);
  }

  #setThere(isThere: boolean): void {
    if (this.#isThere === isThere) return;
    this.#isThere = isThere;
    this.#answers(isThere);
  }

  #askWhenQuiet(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#post({ ping: true });
      this.#timer = setTimeout(() => {
        this.#rejectAll();
        this.#setThere(false);
      }, goneMs);
    }, quietMs);
  }

  #rejectAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const open = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of open) reject(new RpcError(gone));
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
