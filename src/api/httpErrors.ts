import { HTTPError } from 'ky';
import type { Connection } from '../core/connection.ts';
import { ApiError, type ApiErrorReason } from '../core/errors.ts';
import { formatWhen, plural } from '../core/format.ts';
import { BodyTooLargeError } from './boundedBody.ts';
import { serverMessage } from './errorMessage.ts';

/**
 * An answer came, with a good status, but not one that the reference describes. `where`: the fields that do
 * not fit.
 */
export function unreadable(isWrite: boolean, cause: unknown, where?: string): ApiError {
  return new ApiError(
    'The server answered with something that is not Revox data. Check the address in the setting revox.apiBaseUrl, and whether a proxy or sign-in page intercepts the connection.',
    { reason: 'unreadable', mayHaveHappened: isWrite, where },
    { cause },
  );
}

/** The facts of a failed exchange that its error is made from. */
export interface Failure {
  readonly connection: Connection;
  readonly isWrite: boolean;
  /** Every server has this path: see `Exchange`. */
  readonly isEverywhere: boolean;
  /** Masked where the server repeats it. */
  readonly key: string | undefined;
}

/** Whatever went wrong with an exchange, as a sentence with a reason. */
export async function toApiError(error: unknown, failure: Failure): Promise<ApiError> {
  const { isWrite } = failure;
  if (error instanceof ApiError) return error;
  const host = new URL(failure.connection.baseUrl).host;
  if (error instanceof HTTPError) return fromStatus(error.response, host, failure);
  if (error instanceof BodyTooLargeError) return tooLarge(error, host, isWrite);
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `${host} did not answer in time. Try again in a moment.`;
    return new ApiError(message, { reason: 'timeout', mayHaveHappened: isWrite }, { cause: error });
  }
  if (isProxyRefusal(error)) {
    const message = `A proxy on the way to ${host} refuses the connection or asks for a password. Check the setting http.proxy, and sign in to the proxy.`;
    return new ApiError(message, { reason: 'offline' }, { cause: error });
  }
  const { code, syscall } = causeOf(error);
  if (code !== undefined && notHttp.test(code)) return unreadable(isWrite, error);
  if (code !== undefined && untrusted.has(code)) {
    const message = `${host} shows a certificate that is not trusted here (${code}). Check the clock of this computer, and whether a proxy or sign-in page intercepts the connection.`;
    return new ApiError(message, { reason: 'offline' }, { cause: error });
  }
  const message = `${host} cannot be reached${code === undefined ? '' : ` (${code})`}. Check the network, VPN and proxy settings.`;
  const notSent = neverConnected.has(code ?? '') || (unreachable.has(code ?? '') && syscall === 'connect');
  const mayHaveHappened = isWrite && !notSent;
  return new ApiError(message, { reason: 'offline', mayHaveHappened }, { cause: error });
}

function tooLarge(error: BodyTooLargeError, host: string, isWrite: boolean): ApiError {
  const most = error.maxBytes >= 1_000_000 ? `${error.maxBytes / 1_000_000} MB` : `${error.maxBytes} bytes`;
  const message = `${host} answered with more than ${most}, which is not read. Check the address in the setting revox.apiBaseUrl.`;
  return new ApiError(message, { reason: 'unreadable', mayHaveHappened: isWrite }, { cause: error });
}

/** With these errors no byte of the request has left, so a write certainly did not happen. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Found before a request leaves: a proxy that inspects, a portal, a clock that is wrong. */
const untrusted: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Errors of an answer that is not readable HTTP: codes of zlib, of Brotli (`ERR__ERROR_FORMAT_…`), of the
 * HTTP parser, and headers without an end.
 */
const notHttp = /^(?:Z_|ZSTD_|ERR__ERROR_|ERR_BROTLI|HPE_|UND_ERR_HEADERS_OVERFLOW$)/;

/** A proxy that opens no tunnel to the host: undici has no code for that, only these words. */
export function isProxyRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (/^Proxy response \(\d+\) !== 200/.test(at.message)) return true;
  }
  return false;
}

/** These can also happen to an open connection, e.g. when a VPN drops after the request has left. */
const unreachable: ReadonlySet<string> = new Set(['ENETUNREACH', 'EHOSTUNREACH']);

/** The system's error code, which fetch hides in the causes of its error. */
function causeOf(error: unknown): { readonly code?: string; readonly syscall?: unknown } {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') {
      return { code: at.code, ...('syscall' in at ? { syscall: at.syscall } : {}) };
    }
  }
  return {};
}

async function fromStatus(response: Response, host: string, failure: Failure): Promise<ApiError> {
  const { status } = response;
  const said = serverMessage(await response.text(), failure.key);
  const words = said === undefined ? '' : ` It says: “${said.replace(/\.$/, '')}”.`;
  const reason = reasonOf(status);
  const waitMs = retryAfterMs(response);
  const sentence: Record<ApiErrorReason, string> = {
    auth: `${host} refused the API key.${words} Set a valid key with "Revox: Set API Key".`,
    forbidden: `${host} does not allow this with your API key.${words} Ask an administrator of your organisation for permission.`,
    'not found': failure.isEverywhere
      ? `There is no Revox API at ${failure.connection.baseUrl} (HTTP ${status}).${words} Check the address in the setting revox.apiBaseUrl.`
      : `Not found on ${host}.${words} It may have been deleted. Refresh the campaigns.`,
    rejected: `${host} did not accept the request.${said === undefined ? ` It gave no reason (HTTP ${status}).` : words}`,
    'rate limited': `Too many requests to ${host}.${words} ${whenAgain(waitMs)}`,
    timeout: `${host} did not finish in time.${words} Try again in a moment.`,
    server: `${host} has a problem (HTTP ${status}).${words} ${waitMs === undefined ? 'Try again in a moment.' : whenAgain(waitMs)}`,
    unreadable: `${host} redirects${redirectTarget(response)}. Set revox.apiBaseUrl to the correct address.`,
    offline: `The network asks you to sign in before ${host} can be reached. Sign in with a browser, then try again.`,
  };
  return new ApiError(sentence[reason], {
    reason,
    status,
    serverMessage: said,
    retryAfterMs: waitMs === undefined ? undefined : Math.min(waitMs, maxRetryAfterMs),
    mayHaveHappened: failure.isWrite && !surelyRefused(status),
  });
}

/** A longer wait than this is taken for a server error. */
const maxRetryAfterMs = 3_600_000;

function whenAgain(waitMs: number | undefined): string {
  if (waitMs === undefined || waitMs < 1000) return 'Wait a moment, then try again.';
  if (waitMs > maxRetryAfterMs) return 'It asks to wait for more than an hour. Try again in an hour.';
  const nowMs = Date.now();
  return waitMs < 60_000
    ? `Try again in ${plural(Math.ceil(waitMs / 1000), 'second')}.`
    : `Try again after ${formatWhen(nowMs + waitMs, nowMs)}.`;
}

/**
 * Statuses that do not tell how far a request got: a gateway may send them for a server that has carried it
 * out.
 */
const saysNothing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** The highest status defined by a standard. Higher ones mean something else at each gateway. */
const lastRefusal = 451;

/** A 303 usually follows a POST that was carried out; a 5xx leaves it open. */
function surelyRefused(status: number): boolean {
  const isRefusal = status >= 400 && status <= lastRefusal && !saysNothing.has(status);
  return isRefusal || [301, 307, 308].includes(status);
}

function reasonOf(status: number): ApiErrorReason {
  if (status === 401) return 'auth';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate limited';
  if (status === 511) return 'offline';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'unreadable';
}

function redirectTarget(response: Response): string {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location)) return '';
  return ` to ${new URL(location).origin}`;
}

/**
 * `Retry-After` in seconds or as a date, as milliseconds from now. A date is compared with the server's own
 * clock where it tells the time, because this machine's may be wrong.
 */
export function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1000);
  const serverMs = Date.parse(response.headers.get('date') ?? '');
  const ms = Date.parse(header) - (Number.isNaN(serverMs) ? Date.now() : serverMs);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
