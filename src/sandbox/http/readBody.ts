import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

/** A JSON text of a million contacts has a quarter of this. */
const mostBytes = 1_000_000_000;

/** The body chunk by chunk; 413 for an absurd one, before anything is read where it announces itself. */
export async function* readChunks(request: IncomingMessage): AsyncGenerator<Buffer> {
  let bytes = Number(request.headers['content-length'] ?? 0) > mostBytes ? Infinity : 0;
  if (bytes === Infinity) throw tooLarge();
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge();
    yield chunk;
  }
}

/** A small body as JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(request)) chunks.push(chunk);
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'Body is not valid JSON');
  }
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, `Body is larger than ${mostBytes} bytes`, { connection: 'close' });
}
