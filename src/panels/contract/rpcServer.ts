import type { Disposable } from '../../core/emitter.ts';
import { withoutControls } from '../../core/plainText.ts';
import { fieldsOf, type Failure, type MethodOf, type ParamsOf, type ResultOf, type ToPage } from './rpc.ts';

export interface Handler<Params, Result> {
  /**
   * Checks params that come from a page. Nothing in them is trusted before it has returned. Throws when they
   * are wrong.
   */
  readonly check: (params: unknown) => Params;
  /** A newer question of this method aborts the older. */
  readonly newestWins?: boolean;
  readonly run: (params: Params, signal: AbortSignal) => Result | Promise<Result>;
}

/** The complete list of requests that a page may send. */
export type Handlers<Requests> = {
  readonly [M in MethodOf<Requests>]: Handler<ParamsOf<Requests, M>, ResultOf<Requests, M>>;
};

export interface RpcServerOptions<Requests> {
  readonly handlers: Handlers<Requests>;
  readonly post: (message: ToPage) => void;
  readonly failureOf: (error: unknown) => Failure;
}

const unknownMethod: Failure = { message: 'The page sent an unknown request.', reason: 'invalid' };
const aborted: Failure = { message: 'A newer request replaced this one.', reason: 'aborted' };

/** The host's end: every question is answered, also when its handler throws. */
export class RpcServer<Requests, Events> implements Disposable {
  readonly #options: RpcServerOptions<Requests>;
  readonly #running = new Map<number, { readonly method: string; readonly abort: AbortController }>();
  #disposed = false;

  constructor(options: RpcServerOptions<Requests>) {
    this.#options = options;
  }

  emit<E extends keyof Events & string>(event: E, data: Events[E]): void {
    this.#post({ event, data });
  }

  /** Takes one message of the page; resolves when it is answered. Never rejects. */
  async receive(message: unknown): Promise<void> {
    const { call, abort, method, params, ping } = fieldsOf(message);
    if (ping === true) this.#post({ pong: true });
    if (typeof abort === 'number') this.#running.get(abort)?.abort.abort();
    if (typeof call !== 'number' || typeof method !== 'string') return;
    const { handlers, failureOf } = this.#options;
    if (!Object.hasOwn(handlers, method)) {
      this.#post({ reply: call, err: unknownMethod });
      return;
    }
    const handler = handlers[method as MethodOf<Requests>] as Handler<unknown, unknown>;
    const controller = this.#start(call, method, handler.newestWins === true);
    try {
      const ok = await handler.run(handler.check(params), controller.signal);
      this.#post(controller.signal.aborted ? { reply: call, err: aborted } : { reply: call, ok });
    } catch (error) {
      this.#post({ reply: call, err: controller.signal.aborted ? aborted : failureOf(error) });
    } finally {
      this.#running.delete(call);
    }
  }

  dispose(): void {
    this.#disposed = true;
    for (const { abort } of this.#running.values()) abort.abort();
  }

  #start(call: number, method: string, newestWins: boolean): AbortController {
    const older = newestWins ? [...this.#running.values()].filter((other) => other.method === method) : [];
    for (const { abort } of older) abort.abort();
    const abort = new AbortController();
    this.#running.set(call, { method, abort });
    return abort;
  }

  #post(message: ToPage): void {
    if (!this.#disposed) this.#options.post(printable(message) as ToPage);
  }
}

/**
 * Whatever a page shows comes this way: no foreign text may change the writing direction of what is around
 * it.
 */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return withoutControls(value);
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [withoutControls(key), printable(part)]),
  );
}

/** Bytes and similar values are passed unchanged. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
