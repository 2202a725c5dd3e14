import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { json, type Answer } from './answer.ts';
import { apiAnswer } from '../routes/apiRoutes.ts';
import type { Context } from '../sandboxContext.ts';
import { controlAnswer } from '../routes/controlRoutes.ts';
import type { Fault, Faults } from './faults.ts';
import { checkHost, checkKey } from './guard.ts';
import { HttpProblem } from './httpProblem.ts';
import { recordingAnswer } from '../routes/recordingRoute.ts';
import { sendAnswer } from './sendAnswer.ts';

export interface Served extends Context {
  readonly port: number;
  readonly key: string;
  readonly faults: Faults;
  readonly latencyMs: number;
}

/** Handles one request from its headers to the last byte of its answer. Never rejects. */
export async function handleRequest(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.on('error', () => undefined); // a client that disconnects is no fault
  try {
    await exchange(served, request, response);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    response.destroy();
  }
}

/** Access is checked first: a request that is refused uses up no injected fault. */
async function exchange(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = requestUrl(request, served.origin);
  const isControl = url.pathname.startsWith('/__sandbox/');
  const refusal = await safeAnswer(request, () => checkAccess(served, request, url));
  if (refusal !== undefined) {
    await sendAnswer(response, refusal);
    return;
  }
  const fault = isControl ? undefined : served.faults.next(request.method ?? '', url.pathname);
  if (served.latencyMs > 0 && !isControl) await wait(served.latencyMs);
  if (fault !== undefined && !fault.afterAccept && (await applyFault(fault, request, response))) return;
  if (await isAbandoned(request)) return;
  const answer = await safeAnswer(request, () => answerTo(served, request, url));
  if (fault?.afterAccept === true && (await applyFault(fault, request, response))) return;
  await sendAnswer(response, answer, fault);
}

/**
 * Whether the client of a read has disconnected. On a busy machine, answering such requests would leave no
 * time for the others. Writes are carried out all the same.
 */
async function isAbandoned(request: IncomingMessage): Promise<boolean> {
  if (request.method !== 'GET') return false;
  // The end of the connection arrives after the request.
  await new Promise((resolve) => setImmediate(resolve));
  return request.socket.destroyed;
}

/** @throws HttpProblem 401 or 403 */
function checkAccess(served: Served, request: IncomingMessage, url: URL): undefined {
  checkHost(request, served.port);
  if (recordingId(url) === undefined) checkKey(request, served.key);
}

/** Recordings need no key: as on real storage, their address cannot be guessed. */
function recordingId(url: URL): string | undefined {
  return /^\/recordings\/([^/]+)\.wav$/.exec(url.pathname)?.[1];
}

/** A target such as `//` is not a valid URL. It is answered as any other unknown path. */
function requestUrl(request: IncomingMessage, origin: string): URL {
  const target = request.url ?? '/';
  return URL.canParse(target, origin) ? new URL(target, origin) : new URL('/', origin);
}

async function safeAnswer<T extends Answer | undefined>(
  request: IncomingMessage,
  answer: () => T | Promise<T>,
): Promise<T | Answer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof HttpProblem) {
      const problem = json({ message: error.message }, error.status);
      return { ...problem, headers: { ...problem.headers, ...error.headers } };
    }
    // A client that has disconnected needs no answer. Any other error is a fault of the sandbox and should be
    // reported.
    if (!request.destroyed) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return json({ message: 'Internal server error' }, 500);
  }
}

function answerTo(served: Served, request: IncomingMessage, url: URL): Answer | Promise<Answer> {
  served.state.catchUp();
  const recording = recordingId(url);
  if (recording !== undefined) return recordingAnswer(served.state, request, recording);
  if (url.pathname.startsWith('/__sandbox/'))
    return controlAnswer(served.state, served.faults, request, url.pathname);
  if (url.pathname.startsWith('/api/'))
    return apiAnswer(served, request, url.pathname.slice('/api'.length), url.searchParams);
  throw new HttpProblem(404, `Nothing is at ${url.pathname}; the API is below /api`);
}

/**
 * Applies the fault.
 * @returns whether it was the whole answer
 */
async function applyFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (fault.delayMs > 0) await wait(fault.delayMs);
  if (fault.reset) {
    request.socket.resetAndDestroy();
    return true;
  }
  if (!fault.html && fault.status === undefined) return false;
  const status = fault.status ?? 200;
  const answer: Answer = fault.html
    ? {
        status,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Sign in</title><h1>Sign in</h1>',
      }
    : json({ message: fault.message ?? `Injected fault ${status}` }, status);
  await sendAnswer(response, { ...answer, headers: { ...answer.headers, ...fault.headers } }, fault);
  return true;
}
