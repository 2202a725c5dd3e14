import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

/** A JSON text of a million contacts has a quarter of this. */
const mostContactsBytes = 1_000_000_000;
/** A launch may name a hundred thousand calls by id, in four megabytes. */
export const mostBodyBytes = 64_000_000;
/** What tests order. */
export const mostControlBytes = 1_000_000;

/** The body chunk by chunk; 413 for an absurd one, before anything is read where it announces itself. */
export async function* readChunks(
  request: IncomingMessage,
  mostBytes = mostContactsBytes,
): AsyncGenerator<Buffer> {
  let bytes = Number(request.headers['content-length'] ?? 0) > mostBytes ? Infinity : 0;
  if (bytes === Infinity) throw tooLarge(mostBytes);
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    yield chunk;
  }
}

/** A body of at most `mostBytes` as JSON. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(request, mostBytes)) chunks.push(chunk);
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'Body is not valid JSON');
  }
}

function tooLarge(mostBytes: number): HttpProblem {
  return new HttpProblem(413, `Body is larger than ${mostBytes} bytes`, { connection: 'close' });
}
