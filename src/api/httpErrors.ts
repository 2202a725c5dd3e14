import { HTTPError } from 'ky';
import type { Connection } from '../core/connection.ts';
import { ApiError, type ApiErrorReason } from '../core/errors.ts';
import { serverMessage } from './errorMessage.ts';

/** An answer came, with a good status, but not one that the reference describes. `where`: the fields that are odd. */
export function unreadable(isWrite: boolean, cause: unknown, where?: string): ApiError {
  return new ApiError(
    'The server answered with something that is not Revox data. Check the address in the setting revox.apiBaseUrl, and whether a proxy or sign-in page stands between.',
    { reason: 'unreadable', mayHaveHappened: isWrite, where },
    { cause },
  );
}

/** Whatever went wrong with an exchange, as a sentence with a reason. */
export async function toApiError(
  error: unknown,
  connection: Connection,
  isWrite: boolean,
): Promise<ApiError> {
  if (error instanceof ApiError) return error;
  const host = new URL(connection.baseUrl).host;
  if (error instanceof HTTPError) return fromStatus(error.response, host, isWrite);
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `${host} did not answer in time. Try again in a moment.`;
    return new ApiError(message, { reason: 'timeout', mayHaveHappened: isWrite }, { cause: error });
  }
  const { code, syscall } = causeOf(error);
  const message = `${host} cannot be reached${code === undefined ? '' : ` (${code})`}. Check the network, VPN and proxy settings.`;
  const notSent = neverConnected.has(code ?? '') || (unreachable.has(code ?? '') && syscall === 'connect');
  const mayHaveHappened = isWrite && !notSent;
  return new ApiError(message, { reason: 'offline', mayHaveHappened }, { cause: error });
}

/** With these no byte of the request has left, so a write surely did not happen. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** These can also befall a connection that stood, e.g. when a VPN drops after the request has left. */
const unreachable: ReadonlySet<string> = new Set(['ENETUNREACH', 'EHOSTUNREACH']);

/** The system's own name for what happened, which fetch hides in the causes of its error. */
function causeOf(error: unknown): { readonly code?: string; readonly syscall?: unknown } {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') {
      return { code: at.code, ...('syscall' in at ? { syscall: at.syscall } : {}) };
    }
  }
  return {};
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

/** These say nothing about how far a request came: a gateway may answer so for a server that has done it. */
const saysNothing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** 303 commonly follows a POST that was done, and of 5xx one cannot tell. */
function surelyRefused(status: number): boolean {
  return (status >= 400 && status < 500 && !saysNothing.has(status)) || [301, 307, 308].includes(status);
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
export function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
