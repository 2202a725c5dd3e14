import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly key: string | undefined;
  readonly body: string;
}

export type Answerer = (asked: Asked, response: ServerResponse) => void | Promise<void>;

export interface OwnServer {
  readonly baseUrl: string;
  /** Everything that was asked, in order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A server of the test's own, which may answer whatever it likes. */
export async function ownServer(answer: Answerer): Promise<OwnServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    void readBody(request).then(async (body) => {
      const { method = '', url = '', headers } = request;
      const question = { method, path: url, key: headers.authorization, body };
      asked.push(question);
      await answer(question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Headers and the start of a body that has no end: a byte now and then, so that it never looks dead. */
export function sendEndlessly(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).write('{"message":"');
  const timer = setInterval(() => response.write('x'), 1_000);
  response.on('close', () => clearInterval(timer));
}

/** Hands a question on to another server, and its answer back. */
export async function handOn(baseUrl: string, { method, path, key, body }: Asked): Promise<Response> {
  return fetch(new URL(path, baseUrl), {
    method,
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: key }) },
    ...(body === '' ? {} : { body }),
  });
}

export async function sendOn(response: ServerResponse, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? 'application/json';
  response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()));
}
