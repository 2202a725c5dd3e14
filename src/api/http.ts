import ky, { HTTPError, type Options } from 'ky';
import { ApiError, isAbort } from '../core/errors.ts';
import type { Connection } from '../core/connection.ts';
import type { Log } from '../core/ports.ts';
import { BodyTooLargeError, boundedBytes, boundedChunks, startOfBody } from './boundedBody.ts';
import { isTooDeep } from './jsonDepth.ts';
import { isProxyRefusal, retryAfterMs, toApiError, unreadable } from './httpErrors.ts';

export interface HttpOptions {
  readonly connection: Connection;
  /** Called for each request, so that a new key is used at once. */
  readonly key: () => Promise<string | undefined>;
  readonly log: Log;
  /** Time limit of one attempt until the headers of the answer, and then for each silence of its body. */
  readonly timeoutMs?: number;
  /** The same time limit for exchanges that are `mayTakeLong`. */
  readonly longTimeoutMs?: number;
  /**
   * Time limit of the whole exchange, retries and body included. A stream has none: it ends when it stalls or
   * is too slow.
   */
  readonly deadlineMs?: number;
  /** Before the first retry; doubled for the second, then jittered. */
  readonly retryDelayMs?: number;
}

export interface Exchange {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Whether it changes nothing on the server, so that it is repeated after a failure. */
  readonly isRead: boolean;
  /** Below the base URL, without a slash at its start. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly json?: unknown;
  /** The most bytes of the answer that are read. */
  readonly maxBytes: number;
  /** Whether every server has this path: where it is not found, the address is wrong. */
  readonly isEverywhere?: boolean | undefined;
  /** Whether it may take long: a big upload, or a file that the server has to make first. */
  readonly mayTakeLong?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 30_000;
const defaultLongTimeoutMs = 170_000;
const defaultDeadlineMs = 180_000;
/** The longest Retry-After that is waited for. A longer one is reported, and the poller obeys it. */
const maxWaitMs = 20_000;
/** The most bytes of an error answer that are read: only a sentence of it is used. */
const maxErrorBytes = 65_536;
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * Sends all requests to the service: base URL, key, limits of time and size, retries of reads, redacted log,
 * errors as ApiError. Uses the host's `fetch`, which VS Code gives the user's proxy and certificates.
 */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /**
   * Sends and resolves to what `decode` makes of the JSON. Reads are retried twice; a write is sent exactly
   * once. Headers, body and retries share one deadline. Rejects with ApiError, with an AbortError at once
   * when the exchange's signal fires, or with whatever the key store rejects with.
   */
  async exchange<T>(exchange: Exchange, decode: (body: unknown) => T): Promise<T> {
    const { deadlineMs = defaultDeadlineMs } = this.#options;
    const run = this.#begin(exchange, deadlineMs);
    try {
      const options = this.#kyOptions(exchange, false, await run.key(), run.signal);
      const response = await ky(exchange.path, options);
      const answer = decode(parse(await response.text(), !exchange.isRead));
      run.logEnd(String(response.status));
      return answer;
    } catch (error) {
      throw await run.failed(error);
    } finally {
      run.forget();
    }
  }

  /**
   * Sends a read and yields the body of a good answer, chunk by chunk and as fast as they are taken. The body
   * has neither a limit nor a deadline, but may not stall or be too slow. Retried until headers are there;
   * rejects as `exchange` does.
   */
  async *stream(exchange: Exchange): AsyncGenerator<Uint8Array, void, undefined> {
    const run = this.#begin(exchange, undefined);
    try {
      const options = this.#kyOptions(exchange, true, await run.key(), run.signal);
      const { body, status } = await ky(exchange.path, options);
      const idleMs = this.#timeoutMs(exchange);
      if (body !== null) yield* boundedChunks(body, { maxBytes: undefined, idleMs }, run.signal);
      run.logEnd(String(status));
    } catch (error) {
      throw await run.failed(error);
    } finally {
      run.forget();
    }
  }

  /** What `exchange` and `stream` share: key, signal, log line, errors. */
  #begin(exchange: Exchange, deadlineMs: number | undefined) {
    const { log, connection } = this.#options;
    const { isRead, isEverywhere = false } = exchange;
    const startMs = performance.now();
    const line = (outcome: string) =>
      `${exchange.method.toUpperCase()} /${exchange.path} ${outcome} ${Math.round(performance.now() - startMs)} ms`;
    const end = endOf(exchange.signal, deadlineMs);
    let key: string | undefined;
    let hasKey = false;
    return {
      signal: end.signal,
      forget: end.forget,
      key: async () => {
        key = await this.#key(end.signal);
        hasKey = true;
        return key;
      },
      logEnd: (outcome: string) => log.info(line(outcome)),
      /** Converts an error to the one to reject with. Failures of the server are also logged. */
      failed: async (error: unknown): Promise<unknown> => {
        if (exchange.signal?.aborted === true) {
          return isAbort(error) ? error : new DOMException('The request was cancelled.', 'AbortError');
        }
        if (!hasKey) return error; // the key store's own words
        const apiError = await toApiError(error, { connection, isWrite: !isRead, isEverywhere, key });
        const { status, reason, where } = apiError;
        log.warn(line([status, reason, where].filter((part) => part !== undefined).join(' ')));
        return apiError;
      },
    };
  }

  /** A key store that does not answer must not hold a request indefinitely either. */
  async #key(signal: AbortSignal): Promise<string | undefined> {
    try {
      return await Promise.race([this.#options.key(), aborted(signal)]);
    } catch (error) {
      if (!signal.aborted || (error as Error).name !== 'TimeoutError') throw error;
      const message = 'The stored API key could not be read in time. Try again in a moment.';
      throw new ApiError(message, { reason: 'timeout' }, { cause: error });
    }
  }

  #timeoutMs(exchange: Exchange): number {
    return exchange.mayTakeLong === true
      ? (this.#options.longTimeoutMs ?? defaultLongTimeoutMs)
      : (this.#options.timeoutMs ?? defaultTimeoutMs);
  }

  #kyOptions(exchange: Exchange, isStream: boolean, key: string | undefined, signal: AbortSignal): Options {
    const { retryDelayMs = 500 } = this.#options;
    const { isRead } = exchange;
    const limits: TryLimits = {
      timeoutMs: this.#timeoutMs(exchange),
      maxBytes: exchange.maxBytes,
      isStream,
    };
    return {
      prefixUrl: this.#options.connection.baseUrl,
      method: exchange.method,
      headers: { accept: 'application/json', ...(key === undefined ? {} : authorization(key)) },
      ...(exchange.query === undefined ? {} : { searchParams: { ...exchange.query } }),
      ...(exchange.json === undefined ? {} : { json: exchange.json }),
      signal,
      timeout: false, // by fetchBounded
      fetch: async (request) =>
        fetchBounded(isRead ? (request as Request) : await sentOnce(request as Request), limits, signal),
      // Followed, a redirect could carry a write to another place or send it twice.
      redirect: 'manual',
      retry: {
        limit: isRead ? 2 : 0,
        methods: ['get', 'post'],
        statusCodes: retriedStatuses,
        afterStatusCodes: retriedStatuses,
        delay: (attempt) => retryDelayMs * 2 ** (attempt - 1),
        jitter: (delay) => delay * (0.75 + Math.random() / 4),
        shouldRetry: ({ error }) => {
          if (error instanceof BodyTooLargeError || isProxyRefusal(error)) return false;
          if (!(error instanceof HTTPError)) return undefined; // a broken connection: ky retries it
          if (!retriedStatuses.includes(error.response.status)) return false;
          const waitMs = retryAfterMs(error.response);
          if (waitMs === undefined) return true; // our delay; ky would also obey other headers, without limit
          return waitMs > maxWaitMs ? false : undefined; // undefined: ky waits as Retry-After says
        },
      },
    };
  }
}

interface TryLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly isStream: boolean;
}

/**
 * The same request with a body that can be read only once. `fetch` sends a request again by itself when the
 * answer is 421, unless it cannot read the body again, and a write must be sent exactly once.
 */
async function sentOnce(request: Request): Promise<Request> {
  const body = new Uint8Array(await request.arrayBuffer());
  const headers = new Headers(request.headers);
  headers.set('content-length', String(body.byteLength));
  const { url, method, redirect } = request;
  const onlyOnce = { body: streamOf(body), duplex: 'half' } as const;
  return new Request(url, { method, redirect, headers, ...onlyOnce });
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/**
 * One try: the headers within `timeoutMs`, then the whole body of whatever status, so that one that is cut
 * short counts as a broken connection and is retried like it. Only the body of a good stream is left to be
 * read.
 */
async function fetchBounded(request: Request, limits: TryLimits, end: AbortSignal): Promise<Response> {
  const { timeoutMs, maxBytes, isStream } = limits;
  const headers = endOf(end, timeoutMs);
  try {
    const response = await Promise.race([
      fetch(request, { signal: headers.signal }),
      aborted(headers.signal),
    ]);
    headers.clearTimer();
    if (response.ok && isStream) return withoutSignal(response);
    const body = response.ok
      ? await boundedBytes(response.body, { maxBytes, idleMs: timeoutMs }, end)
      : await startOfBody(response.body, { maxBytes: maxErrorBytes, idleMs: timeoutMs }, end);
    return new Response(body.byteLength === 0 ? null : body, response);
  } finally {
    headers.forget();
  }
}

/** The answer without the signal of its headers: `boundedChunks` watches the body from here on. */
function withoutSignal(response: Response): Response {
  return new Response(response.body, response);
}

/**
 * A signal that fires with another one or after a time. Not AbortSignal.any and AbortSignal.timeout: Node
 * garbage-collects those while a body is awaited, and a stalled answer would then never end.
 */
function endOf(signal: AbortSignal | undefined, ms: number | undefined) {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  const expire = () => controller.abort(new DOMException(`No answer within ${ms} ms.`, 'TimeoutError'));
  const timer = ms === undefined ? undefined : setTimeout(expire, ms);
  if (signal?.aborted === true) follow();
  signal?.addEventListener('abort', follow);
  const clearTimer = () => clearTimeout(timer);
  const forget = () => {
    clearTimer();
    signal?.removeEventListener('abort', follow);
  };
  return { signal: controller.signal, clearTimer, forget };
}

/** Rejects when the signal fires, whatever fetch makes of it. */
function aborted(signal: AbortSignal): Promise<never> {
  const rejected = new Promise<never>((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
  rejected.catch(() => undefined); // the caller may no longer be waiting
  return rejected;
}

/**
 * A header takes visible ASCII only. What fetch throws otherwise would quote the key and look like a broken
 * network.
 */
function authorization(key: string): { authorization: string } {
  if (/^[\x21-\x7e]+$/.test(key)) return { authorization: `Bearer ${key}` };
  const message = 'The stored API key contains invalid characters. Set it again with "Revox: Set API Key".';
  throw new ApiError(message, { reason: 'auth' });
}

function parse(body: string, isWrite: boolean): unknown {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw unreadable(isWrite, error);
  }
  if (isTooDeep(body)) throw unreadable(isWrite, new Error('The JSON is too deep.'));
  return value;
}
