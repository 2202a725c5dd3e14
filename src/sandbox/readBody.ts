import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

/** A JavaScript string ends at 512 Mi characters; more cannot be parsed in one go. */
export const mostBodyBytes = 500_000_000;

/** The body as JSON. 413 for an absurd one, before it is read where it says so itself; 400 for what is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostBodyBytes) throw tooLarge();
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'Body is not valid JSON');
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) throw tooLarge();
    pieces.push(decoder.decode(chunk, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, `Body is larger than ${mostBodyBytes} bytes`, { connection: 'close' });
}
