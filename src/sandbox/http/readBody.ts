import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

/** Four times the JSON of a million contacts. */
const maxContactsBytes = 1_000_000_000;
/** A launch that names a hundred thousand calls by id has four megabytes. */
export const maxBodyBytes = 64_000_000;
/** For what tests send to `/__sandbox`. */
export const maxControlBytes = 1_000_000;

/**
 * The body in chunks.
 * @throws HttpProblem 413 for a body above `maxBytes`, before reading it where `Content-Length` says so
 */
export async function* readChunks(
  request: IncomingMessage,
  maxBytes = maxContactsBytes,
): AsyncGenerator<Buffer> {
  let bytes = Number(request.headers['content-length'] ?? 0) > maxBytes ? Infinity : 0;
  if (bytes === Infinity) throw tooLarge(maxBytes);
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

/**
 * Reads a body of at most `maxBytes` as JSON.
 * @throws HttpProblem 400 or 413
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(request, maxBytes)) chunks.push(chunk);
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'Body is not valid JSON');
  }
}

function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem(413, `Body is larger than ${maxBytes} bytes`, { connection: 'close' });
}
