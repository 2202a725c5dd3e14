import type { ApiErrorReason } from '../../core/errors.ts';

// The contract between a page and its host, as messages. A page asks, each question is answered `ok` or
// `err`, and the host may send events. Both ends derive their types from one interface of requests and one of
// events.

export type MethodOf<Requests> = keyof Requests & string;
export type ParamsOf<Requests, M extends keyof Requests> = Requests[M] extends (params: infer P) => unknown
  ? P
  : never;
export type ResultOf<Requests, M extends keyof Requests> = Requests[M] extends (params: never) => infer R
  ? R
  : never;

export type FailureReason = ApiErrorReason | 'aborted' | 'invalid' | 'no key' | 'failed';

/** Why a question has no answer: a sentence for people and a reason to switch on. */
export interface Failure {
  readonly message: string;
  readonly reason: FailureReason;
}

export type ToHost =
  | { readonly call: number; readonly method: string; readonly params: unknown }
  | { readonly abort: number }
  /** Asks whether the other end is there. */
  | { readonly ping: true };

export type ToPage =
  | { readonly reply: number; readonly ok: unknown }
  | { readonly reply: number; readonly err: Failure }
  | { readonly event: string; readonly data: unknown }
  | { readonly pong: true };

/** Messages come from another process: anything that is not an object is ignored. */
export function fieldsOf(message: unknown): Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
}
