import ky, { HTTPError, type Options } from 'ky';
import { ApiError, isAbort } from '../core/errors.ts';
import type { Connection } from '../core/connection.ts';
import type { Log } from '../core/ports.ts';
import { retryAfterMs, toApiError, unreadable } from './httpErrors.ts';

export interface HttpOptions {
  readonly connection: Connection;
  /** Asked for at each request, so that a new key counts at once. */
  readonly key: () => Promise<string | undefined>;
  readonly log: Log;
  /** For one try, to the answer's headers. */
  readonly timeoutMs?: number;
  /** The same for exchanges that are `patient`. */
  readonly patientTimeoutMs?: number;
  /** For the whole exchange, retries and body included. */
  readonly deadlineMs?: number;
  /** Before the first retry; doubled for the second, then jittered. */
  readonly retryDelayMs?: number;
}

export interface Exchange {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Changes nothing on the server: it is asked again after a fault. */
  readonly isRead: boolean;
  /** Below the base URL, without a slash at its start. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly json?: unknown;
  /** May rightly take long: a big upload, or a file that the server has to make first. */
  readonly patient?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 30_000;
const defaultPatientTimeoutMs = 170_000;
const defaultDeadlineMs = 180_000;
/** A longer Retry-After is not sat out but reported: whoever polls obeys it. */
const longestWaitMs = 20_000;
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * The one place where HTTP happens: base URL, key, timeout, retries of reads, redacted log, errors as ApiError.
 * Uses the host's `fetch`, which VS Code gives the user's proxy and certificates.
 */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /**
   * Sends and resolves to what `decode` makes of the JSON. Reads are retried twice; a write leaves exactly once. Rejects with ApiError,
   * with an AbortError when the exchange's signal fires, or with whatever the key store rejects with.
   */
  async exchange<T>(exchange: Exchange, decode: (body: unknown) => T): Promise<T> {
    const { log, deadlineMs = defaultDeadlineMs } = this.#options;
    const { isRead } = exchange;
    const key = await this.#options.key();
    const startMs = performance.now();
    const line = (outcome: string) =>
      `${exchange.method.toUpperCase()} /${exchange.path} ${outcome} ${Math.round(performance.now() - startMs)} ms`;
    const end = endOf(exchange.signal, deadlineMs);
    try {
      const response = await ky(exchange.path, this.#kyOptions(exchange, isRead, key, end.signal));
      const answer = decode(parse(await response.text(), !isRead));
      log.info(line(String(response.status)));
      return answer;
    } catch (error) {
      const apiError = await toApiError(error, this.#options.connection, !isRead);
      if (exchange.signal?.aborted === true) {
        throw isAbort(error) ? error : new DOMException('The request was withdrawn.', 'AbortError');
      }
      const { status, reason, where } = apiError;
      log.warn(line([status, reason, where].filter((part) => part !== undefined).join(' ')));
      throw apiError;
    } finally {
      end.forget();
    }
  }

  #kyOptions(exchange: Exchange, isRead: boolean, key: string | undefined, signal: AbortSignal): Options {
    const { retryDelayMs = 500 } = this.#options;
    const timeoutMs =
      exchange.patient === true
        ? (this.#options.patientTimeoutMs ?? defaultPatientTimeoutMs)
        : (this.#options.timeoutMs ?? defaultTimeoutMs);
    return {
      prefixUrl: this.#options.connection.baseUrl,
      method: exchange.method,
      headers: { accept: 'application/json', ...(key === undefined ? {} : authorization(key)) },
      ...(exchange.query === undefined ? {} : { searchParams: { ...exchange.query } }),
      ...(exchange.json === undefined ? {} : { json: exchange.json }),
      signal,
      timeout: false, // by fetchWhole
      fetch: (request) => fetchWhole(request as Request, timeoutMs, signal),
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
          if (!(error instanceof HTTPError)) return undefined; // a broken connection: as ky does by itself
          if (!retriedStatuses.includes(error.response.status)) return false;
          const waitMs = retryAfterMs(error.response);
          if (waitMs === undefined) return true; // our delay; ky would also obey other headers, without limit
          return waitMs > longestWaitMs ? false : undefined; // undefined: ky waits as Retry-After says
        },
      },
    };
  }
}

/**
 * One try: the headers within `timeoutMs`, a good answer with its body, so that one that is cut short counts as a
 * broken connection and is retried like it. A large body may take as long as the whole exchange may.
 */
async function fetchWhole(request: Request, timeoutMs: number, end: AbortSignal): Promise<Response> {
  const headers = endOf(end, timeoutMs);
  const whole = aborted(end);
  try {
    const response = await Promise.race([
      fetch(request, { signal: headers.signal }),
      aborted(headers.signal),
    ]);
    headers.clearTimer();
    if (!response.ok) return response;
    const body = await Promise.race([response.arrayBuffer(), whole]);
    return new Response(body.byteLength === 0 ? null : body, response);
  } finally {
    headers.forget();
  }
}

/**
 * A signal that fires with another one or when the time is over. Not AbortSignal.any and AbortSignal.timeout: Node lets go
 * of those, and of what hangs on them, while a body is awaited, and an answer that stalls is then awaited for ever.
 */
function endOf(signal: AbortSignal | undefined, ms: number) {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`No answer within ${ms} ms.`, 'TimeoutError'));
  }, ms);
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
  rejected.catch(() => undefined); // nobody may be waiting any more
  return rejected;
}

/** A header takes visible ASCII only. What fetch throws otherwise would quote the key and look like a broken network. */
function authorization(key: string): { authorization: string } {
  if (/^[\x21-\x7e]+$/.test(key)) return { authorization: `Bearer ${key}` };
  const message =
    'The stored API key holds characters that no key has. Set it again with "Revox: Set API Key".';
  throw new ApiError(message, { reason: 'auth' });
}

function parse(body: string, isWrite: boolean): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw unreadable(isWrite, error);
  }
}
