import ky, { HTTPError, type Options } from 'ky';
import { ApiError, isAbort, type ApiErrorReason } from '../core/errors.ts';
import type { Connection } from '../core/connection.ts';
import type { Log } from '../core/ports.ts';
import { serverMessage } from './errorMessage.ts';

export interface HttpOptions {
  readonly connection: Connection;
  /** Asked for at each request, so that a new key counts at once. */
  readonly key: () => Promise<string | undefined>;
  readonly log: Log;
  /** For one try, to the answer's headers. */
  readonly timeoutMs?: number;
  /** For the whole exchange, retries and body included. */
  readonly deadlineMs?: number;
  /** Before the first retry; doubled for the second, then jittered. */
  readonly retryDelayMs?: number;
}

export interface Exchange {
  readonly method: 'get' | 'post' | 'delete';
  /** Below the base URL, without a slash at its start. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly json?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 30_000;
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
   * Sends and resolves to the parsed JSON. Reads are retried twice; a write leaves exactly once. Rejects with ApiError,
   * with an AbortError when the exchange's signal fires, or with whatever the key store rejects with.
   */
  async exchange(exchange: Exchange): Promise<unknown> {
    const { log } = this.#options;
    const isRead = exchange.method === 'get';
    const key = await this.#options.key();
    const startMs = performance.now();
    const line = (outcome: string) =>
      `${exchange.method.toUpperCase()} /${exchange.path} ${outcome} ${Math.round(performance.now() - startMs)} ms`;
    try {
      const response = await ky(exchange.path, this.#kyOptions(exchange, isRead, key));
      const answer = parse(await response.text(), !isRead);
      log.info(line(String(response.status)));
      return answer;
    } catch (error) {
      const apiError = await toApiError(error, this.#options.connection, !isRead);
      if (exchange.signal?.aborted === true) {
        throw isAbort(error) ? error : new DOMException('The request was withdrawn.', 'AbortError');
      }
      log.warn(line(apiError.status === undefined ? apiError.reason : String(apiError.status)));
      throw apiError;
    }
  }

  #kyOptions(exchange: Exchange, isRead: boolean, key: string | undefined): Options {
    const deadline = AbortSignal.timeout(this.#options.deadlineMs ?? defaultDeadlineMs);
    const { retryDelayMs = 500, timeoutMs = defaultTimeoutMs } = this.#options;
    return {
      prefixUrl: this.#options.connection.baseUrl,
      method: exchange.method,
      headers: { accept: 'application/json', ...(key === undefined ? {} : authorization(key)) },
      ...(exchange.query === undefined ? {} : { searchParams: { ...exchange.query } }),
      ...(exchange.json === undefined ? {} : { json: exchange.json }),
      signal: exchange.signal === undefined ? deadline : AbortSignal.any([exchange.signal, deadline]),
      timeout: false, // by fetchWhole
      fetch: (request) => fetchWhole(request as Request, timeoutMs),
      // Followed, a redirect could carry a write to another place or send it twice.
      redirect: 'manual',
      retry: {
        limit: isRead ? 2 : 0,
        methods: ['get'],
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
async function fetchWhole(request: Request, timeoutMs: number): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError'));
  }, timeoutMs);
  try {
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, late.signal]) });
    clearTimeout(timer);
    if (!response.ok) return response;
    const body = await response.arrayBuffer();
    return new Response(body.byteLength === 0 ? null : body, response);
  } finally {
    clearTimeout(timer);
  }
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

/** An answer came, with a good status, but not one that the reference describes. */
export function unreadable(isWrite: boolean, cause: unknown): ApiError {
  return new ApiError(
    'The server answered with something that is not Revox data. Check the address in the setting revox.apiBaseUrl, and whether a proxy or sign-in page stands between.',
    { reason: 'unreadable', mayHaveHappened: isWrite },
    { cause },
  );
}

async function toApiError(error: unknown, connection: Connection, isWrite: boolean): Promise<ApiError> {
  if (error instanceof ApiError) return error;
  const host = new URL(connection.baseUrl).host;
  if (error instanceof HTTPError) return fromStatus(error.response, host, isWrite);
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `${host} did not answer in time. Try again in a moment.`;
    return new ApiError(message, { reason: 'timeout', mayHaveHappened: isWrite }, { cause: error });
  }
  const code = causeCode(error);
  const message = `${host} cannot be reached${code === undefined ? '' : ` (${code})`}. Check the network, VPN and proxy settings.`;
  const mayHaveHappened = isWrite && !neverConnected.has(code ?? '');
  return new ApiError(message, { reason: 'offline', mayHaveHappened }, { cause: error });
}

/** With these no byte of the request has left, so a write surely did not happen. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function causeCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

async function fromStatus(response: Response, host: string, isWrite: boolean): Promise<ApiError> {
  const { status } = response;
  const said = serverMessage(await response.text().catch(() => ''));
  const words = said === undefined ? '' : ` It says: “${said}”.`;
  const reason = reasonOf(status);
  const sentence: Record<ApiErrorReason, string> = {
    auth: `${host} refused the API key.${words} Set a valid key with "Revox: Set API Key".`,
    forbidden: `${host} does not allow this with your API key.${words} Ask your organisation for the permission.`,
    'not found': `${host} does not know this.${words} It may have been deleted; refresh the campaigns.`,
    rejected: `${host} did not accept the request.${said === undefined ? ` It gave no reason (HTTP ${status}).` : words}`,
    'rate limited': `${host} asks for fewer requests.${words} Wait a moment, then try again.`,
    timeout: `${host} did not finish in time.${words} Try again in a moment.`,
    server: `${host} has a problem (HTTP ${status}).${words} Try again in a moment.`,
    unreadable: `${host} points elsewhere${redirectTarget(response)}. Set revox.apiBaseUrl to the address it should be.`,
    offline: `${host} cannot be reached.`,
  };
  return new ApiError(sentence[reason], {
    reason,
    status,
    serverMessage: said,
    retryAfterMs: retryAfterMs(response),
    mayHaveHappened: isWrite && !surelyRefused(status),
  });
}

/** 303 commonly follows a POST that was done; 408 and 5xx say nothing about how far it came. */
function surelyRefused(status: number): boolean {
  return (status >= 400 && status < 500 && status !== 408) || [301, 307, 308].includes(status);
}

function reasonOf(status: number): ApiErrorReason {
  if (status === 401) return 'auth';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate limited';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'unreadable';
}

function redirectTarget(response: Response): string {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location)) return '';
  return `, to ${new URL(location).origin}`;
}

/** `Retry-After` in seconds or as a date, as milliseconds from now. */
function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
