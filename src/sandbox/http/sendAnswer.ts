import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import type { Fault } from './faults.ts';

/** Pieces are joined and sent in portions of about this size. */
const portionChars = 64 * 1024;

export async function sendAnswer(response: ServerResponse, answer: Answer, fault?: Fault): Promise<void> {
  const { status, headers, body } = answer;
  if (fault?.cut !== undefined) {
    cutShort(response, answer, fault.cut);
    return;
  }
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(status, headers);
  // A client that disconnects in the middle is no fault.
  await pipeline(Readable.from(portions(body)), response).catch(() => response.destroy());
}

/** Announces the whole body, sends its beginning and closes the connection. */
function cutShort(response: ServerResponse, { status, headers, body }: Answer, bytes: number): void {
  const whole =
    typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.from(body) : Buffer.from([...body].join(''));
  response.writeHead(status, { ...headers, 'content-length': whole.length });
  response.write(whole.subarray(0, Math.min(bytes, whole.length - 1)), () => response.destroy());
}

/** Yields to the event loop after each portion, so that other requests are answered during a long export. */
async function* portions(pieces: Iterable<string>): AsyncGenerator<string> {
  let portion = '';
  for (const piece of pieces) {
    portion += piece;
    if (portion.length < portionChars) continue;
    yield portion;
    portion = '';
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (portion !== '') yield portion;
}
